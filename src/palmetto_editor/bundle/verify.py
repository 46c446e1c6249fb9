"""What is wrong with a bundle on disk, as findings; the files are not changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from palmetto_editor import __version__
from palmetto_editor.bundle.contents import (
    ARTICLE,
    DEBRIS,
    PAGE,
    Archive,
    Contents,
    Folder,
    fingerprint,
    manifest_of,
    open_contents,
)
from palmetto_editor.bundle.export import build_page, rendering
from palmetto_editor.bundle.layout import files
from palmetto_editor.bundle.manifest import MANIFEST, Difference, Manifest, compare
from palmetto_editor.bundle.read import article_in, assets_in, locate, publication_in
from palmetto_editor.bundle.readback import disagreements, file_place, unreadable
from palmetto_editor.bundle.workbench import repair
from palmetto_editor.bundle.write import asset_bytes
from palmetto_editor.checks.finding import Finding, Severity
from palmetto_editor.errors import UserError
from palmetto_editor.markup.bounded import Renderer
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article


def verify(path: Path, renderer: Renderer | None = None) -> tuple[Finding, ...]:
    """Compare a bundle with its manifest, with its article, and with a fresh rendering of it.

    An article that was saved after the last export is told as that, not as a fault; files that
    no export wrote are advice. UserError where there is no bundle to compare.
    """
    real = locate(path)
    repair(real)
    contents = open_contents(real)
    article = article_in(contents, real.name)
    manifest = manifest_of(contents)
    if manifest is None:
        message = "The bundle was never exported: it has no manifest; export it."
        return (Finding("bundle.not-exported", "warning", file_place(MANIFEST), message),)
    differences = compare(manifest, fingerprint(contents))
    found = [
        _told(difference) for difference in differences if not _is_own_image(difference, article)
    ]
    told = {finding.place for finding in found}
    found += _strangers(contents)
    found += _forced(manifest)
    if not any(d.file == ARTICLE for d in differences):
        changed = {difference.file for difference in differences}
        said = disagreements(article, contents, _profile(contents))
        found += (one for one in said if one.rule != "parity.image-file" or one.place not in told)
        found += _unlike_fresh(article, contents, manifest, changed, renderer)
    return tuple(dict.fromkeys(found))


def _forced(manifest: Manifest) -> Iterator[Finding]:
    """That the export was made in spite of errors, and why."""
    if manifest.forced:
        count = len(manifest.forced.errors)
        errors = f"{count} error{'s' * (count != 1)}"
        reason = " ".join(manifest.forced.reason.split())
        message = f"It was exported in spite of {errors}, with the reason “{reason}”."
        yield Finding("bundle.forced", "advice", file_place(MANIFEST), message)


def _profile(contents: Contents) -> Publication | None:
    """The bundle's copy of it; that it is not sound is told where the page is made anew."""
    try:
        return publication_in(contents)
    except UserError:
        return None


def _told(difference: Difference) -> Finding:
    place = file_place(difference.file)
    if difference.kind == "added":
        return _stranger(difference.file)
    if difference.file == ARTICLE:
        message = "The article was saved after the last export: the page is older; export again."
        return Finding("bundle.saved-since", "warning", place, message)
    said = "is not as it was exported" if difference.kind == "changed" else "is missing"
    message = f"{difference.file} {said}; look at it, then export again."
    return Finding(f"bundle.{difference.kind}", "error", place, message)


def _strangers(contents: Contents) -> Iterator[Finding]:
    for name in contents.foreign:
        if name.lower().partition("/")[0] not in DEBRIS:
            yield _stranger(name)


def _stranger(name: str) -> Finding:
    message = f"{name} is no file of the bundle; it is kept, and it is in no manifest."
    return Finding("bundle.foreign", "advice", file_place(name), message)


def _is_own_image(difference: Difference, article: Article) -> bool:
    """An image that was saved with the article and waits for its first export."""
    names = {f"assets/{image.file}" for image in article.images}
    return difference.kind == "added" and difference.file in names


def _unlike_fresh(
    article: Article,
    contents: Folder | Archive,
    manifest: Manifest,
    changed: set[str],
    renderer: Renderer | None,
) -> Iterator[Finding]:
    """Files that the same article and profile would give otherwise now.

    An export of another version of the program may differ: then it is advice to export again.
    """
    same_version = manifest.version == __version__
    severity: Severity = "error" if same_version else "advice"
    why = "is not what this article gives" if same_version else f"is as {manifest.version} wrote it"
    try:
        fresh = _fresh(article, contents, renderer)
    except UserError as error:
        message = f"The page cannot be made anew for comparison. {error.what}"
        yield Finding("bundle.not-reproduced", "error", file_place(PAGE), message)
        return
    for name, data in fresh.items():
        there = name in contents.names
        if not there and same_version:
            yield unreadable(name)
        elif not there or (name not in changed and contents.read(name) != data):
            message = f"{name} {why}; export again."
            yield Finding("bundle.not-reproduced", severity, file_place(name), message)


def _fresh(
    article: Article, contents: Folder | Archive, renderer: Renderer | None
) -> Mapping[str, bytes]:
    """The files as an export now would make them, with the profile that the bundle keeps."""
    publication = publication_in(contents)
    with TemporaryDirectory(prefix="palmetto-") as workspace, rendering(renderer) as used:
        asset = assets_in(contents, article, Path(workspace), in_place=True)
        page = build_page(article, publication, asset, used)
        return files(article, publication, page, lambda name: asset_bytes(asset, name))
