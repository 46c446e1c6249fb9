"""Opening a bundle: a folder, its zip, or the article.json in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from palmetto_editor.bundle.codec import decode_article
from palmetto_editor.bundle.companions import companions, with_companions
from palmetto_editor.bundle.contents import (
    ARTICLE,
    ASSETS,
    PROFILE_COPY,
    Archive,
    Contents,
    Folder,
    fingerprint,
    manifest_of,
    open_contents,
)
from palmetto_editor.bundle.disk import real_path, told
from palmetto_editor.bundle.manifest import Difference, Fingerprint, Manifest, compare
from palmetto_editor.bundle.profile import (
    decode_publication,
    encode_publication,
    find_profile,
    read_profile,
)
from palmetto_editor.bundle.workbench import repair
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle as it was found.

    `path` is its folder or zip. `publication` is that of the profile found above it, else of the
    copy in it, else None; `profile` is the file it was found in. `asset` tells where the bytes of
    each image file are, `fingerprint` what the files held. `differences` are the exported files
    that are no longer as they were exported; the article and the copy of its profile may have been
    saved since, which is no such difference. `is_exported` tells whether the page there shows this
    article.
    """

    article: Article
    publication: Publication | None
    path: Path
    asset: Mapping[str, Path] = field(default_factory=dict)
    fingerprint: Fingerprint = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    is_exported: bool = False
    profile: Path | None = None


def open_bundle(path: Path, workspace: Path, *, in_place: bool = False) -> Opened:
    """Read a bundle, after repairing a swap that was interrupted.

    Its images are copied below `workspace`, a folder that is made when needed, so that they are
    not lost when the bundle changes; with `in_place` those of a folder are only looked up.
    UserError where there is no bundle, or it is damaged, newer or hostile; nothing is written
    to it.
    """
    real = locate(path)
    repair(real)
    contents = open_contents(real)
    article = article_in(contents, real.name)
    manifest = manifest_of(contents)
    found = fingerprint(contents)
    publication, profile = _publication(real, contents)
    differences = compare(manifest, found) if manifest else ()
    return Opened(
        article,
        publication,
        real,
        assets_in(contents, article, workspace, in_place=in_place),
        found,
        tuple(d for d in differences if d.kind != "added" and not _is_saved(d)),
        _is_exported(manifest, differences, contents, publication),
        profile,
    )


def article_in(contents: Contents, name: str) -> Article:
    """The article of a bundle called `name`; UserError where there is none or it is not sound."""
    if ARTICLE not in contents.names:
        raise UserError(
            f"{name} is no bundle.",
            f"The {ARTICLE} that a bundle is made from is missing.",
            f"Choose a bundle's folder, its zip, or the {ARTICLE} in it.",
        )
    return decode_article(contents.read(ARTICLE))


def locate(path: Path) -> Path:
    """The bundle that a path means: itself, or the folder that an article.json lies in."""
    real = real_path(path)
    with told(f"{path.name or path} could not be opened."):
        if real.name == ARTICLE and not real.is_dir():
            return real.parent  # also where a crash has put the folder aside
        if real.is_file() and not _is_packed(real):
            raise UserError(
                f"{path.name} is no bundle.",
                f"It is neither a zip nor called {ARTICLE}.",
                f"Choose a bundle's folder, its zip, or the {ARTICLE} in it.",
            )
    return real


def _is_packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"PK" or path.suffix.lower() == ".zip"


def _publication(path: Path, contents: Contents) -> tuple[Publication | None, Path | None]:
    above = find_profile(path)
    if above is not None:
        return read_profile(above), above
    if PROFILE_COPY in contents.names:
        return publication_in(contents), path / PROFILE_COPY
    return None, None


def publication_in(contents: Contents) -> Publication:
    """The copy of the profile in a bundle, with its style and packs; UserError for unsound ones.

    What the bundle does not hold is not looked for elsewhere.
    """

    def read(file: str) -> bytes | None:
        return contents.read(file) if file in contents.names else None

    return with_companions(decode_publication(contents.read(PROFILE_COPY)), read, PROFILE_COPY)


def assets_in(
    contents: Folder | Archive, article: Article, workspace: Path, *, in_place: bool
) -> dict[str, Path]:
    """Where the bytes of the article's images are: copies, or, `in_place`, those of a folder."""
    names = {image.file for image in article.images if image.file}
    there = sorted(name for name in names if f"{ASSETS}/{name}" in contents.names)
    if in_place and isinstance(contents, Folder):
        return {name: contents.path / ASSETS / name for name in there}
    if not there:
        return {}
    folder = workspace / uuid4().hex
    with told("The bundle's images could not be copied."):
        folder.mkdir(parents=True)
        for name in there:
            (folder / name).write_bytes(contents.read(f"{ASSETS}/{name}"))
    return {name: folder / name for name in there}


def _is_saved(found: Difference) -> bool:
    """Whether saving alone may have made the difference."""
    return found.file == ARTICLE or (found.file == PROFILE_COPY and found.kind == "changed")


def _is_exported(
    manifest: Manifest | None,
    differences: tuple[Difference, ...],
    contents: Contents,
    publication: Publication | None,
) -> bool:
    """Whether an export now, by the program that wrote it, would give the files that are there."""
    if manifest is None or any(d.kind != "added" for d in differences):
        return False
    used = publication or Publication()
    copies = {PROFILE_COPY: encode_publication(used).encode(), **companions(used)}
    return all(n in contents.names and contents.read(n) == data for n, data in copies.items())
