"""Opening, saving and exporting for the open document: values in, values out, no window.

A `Job` holds all that writing needs, taken from the session at one moment, so that it can run
on another thread while typing goes on. What a bundle is and how it is written stands in
`bundle`; it is imported when first needed, since the window is shown before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from palmetto_editor.errors import UserError
from palmetto_editor.model.naming import slug
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.model.values import Article, Metadata

if TYPE_CHECKING:
    from palmetto_editor.bundle.export import Exported
    from palmetto_editor.bundle.manifest import Difference, Fingerprint
    from palmetto_editor.bundle.progress import Progress
    from palmetto_editor.bundle.read import Opened
    from palmetto_editor.bundle.write import Written
    from palmetto_editor.checks.finding import Finding
    from palmetto_editor.session.document import Session

PROFILE = "publication.toml"
DIFFERENT = {
    "changed": "changed since it was written",
    "missing": "is not there any more",
    "added": "was put there by somebody else",
}


@dataclass(frozen=True, slots=True)
class Job:
    """One article on its way to disk. `force` writes over files that changed there; `forced` is
    the reason for exporting in spite of errors.
    """

    article: Article
    publication: Publication
    target: Path
    assets: dict[str, Path]
    expected: Fingerprint | None
    force: bool = False
    forced: str = ""


def job(session: Session, target: Path, *, force: bool = False, forced: str = "") -> Job:
    """What writing the open article to `target` needs, as it is now."""
    here = session.path is not None and target == session.path
    return Job(
        session.article,
        session.publication,
        target,
        dict(session.assets),
        session.fingerprint if here else None,
        force,
        forced,
    )


def blank(publication: Publication) -> Article:
    """A new article with what the publication gives to all."""
    metadata = Metadata(language=publication.language, authors=publication.authors)
    return Article(
        id=uuid4().hex,
        metadata=metadata,
        notice=publication.notice,
        disclaimer=publication.disclaimer,
    )


def open_bundle(path: Path, workspace: Path) -> Opened:
    """The bundle at a folder, a zip or an article.json; its images are copied to `workspace`."""
    from palmetto_editor.bundle.read import open_bundle as read

    return read(path, workspace)


def open_if_there(path: Path, workspace: Path) -> Opened | None:
    """The same, or None where the bundle is gone or cannot be read any more."""
    try:
        return open_bundle(path, workspace)
    except UserError:
        return None


def was_published(opened: Opened) -> bool:
    """Whether a bundle's article is out: it was exported, or is dated before today."""
    from palmetto_editor.bundle.contents import PAGE

    published = opened.article.metadata.published
    return bool(published) and (PAGE in opened.fingerprint or published[:10] < now()[:10])


def save(work: Job) -> Written:
    """Replace the article.json of the bundle, and its own profile where there is need.

    ChangedOnDisk, UserError as `bundle.write` says.
    """
    from palmetto_editor.bundle.write import save_article

    return save_article(
        work.target,
        work.article,
        work.assets,
        work.expected,
        publication=work.publication,
        force=work.force,
    )


def export(work: Job, progress: Progress) -> Exported:
    """Write the whole bundle, read it back and compare; the errors of `bundle.export`."""
    from palmetto_editor.bundle.export import export as write

    return write(
        work.article,
        work.publication,
        work.target,
        work.assets,
        work.expected,
        force=work.force,
        forced=work.forced,
        progress=progress,
    )


def errors(error: Exception) -> tuple[Finding, ...] | None:
    """Which errors of the article stood against exporting; None where the error is another one."""
    from palmetto_editor.bundle.blocked import Blocked

    return error.findings if isinstance(error, Blocked) else None


def differences(error: Exception) -> tuple[Difference, ...] | None:
    """Which files on disk stood against writing; None where the error is another one."""
    from palmetto_editor.bundle.conflicts import ChangedOnDisk

    return error.differences if isinstance(error, ChangedOnDisk) else None


def was_cancelled(error: Exception) -> bool:
    """Whether the error is the writer's own wish to stop."""
    from palmetto_editor.bundle.progress import Cancelled

    return isinstance(error, Cancelled)


def rows(found: Iterable[Difference]) -> list[tuple[str, str]]:
    """Differences as (file, what is different) for a person."""
    return [(difference.file, DIFFERENT[difference.kind]) for difference in found]


def bundle_name(article: Article) -> str:
    """The name of the bundle's folder: the slug, or what the headline gives."""
    return article.metadata.slug or slug(article.metadata.headline) or "article"


def profile_path(session: Session) -> Path | None:
    """The profile that the open bundle shares, found upwards; where none is, its usual place."""
    from palmetto_editor.bundle.profile import find_profile

    if session.path is None:
        return None
    return find_profile(session.path) or session.path.parent / PROFILE


def store_profile(publication: Publication, path: Path) -> None:
    """Write a profile and its own style, keeping the comments that are there; UserError if refused.

    A style's file is written beside the profile.
    """
    from palmetto_editor.bundle.disk import told
    from palmetto_editor.bundle.profile import write_profile

    with told(f"{path.name} could not be written."):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_profile(publication, path)


def use_citations(session: Session, citations: Citations) -> Path | None:
    """Cite in another style from now on; the profile that was written, None where there is none.

    A profile above the bundle is shared, and so is what is chosen here; without one the choice is
    saved with the article. UserError where it cannot be written; then nothing is changed.
    """
    from palmetto_editor.bundle.disk import told
    from palmetto_editor.bundle.profile import decode_publication, find_profile

    profile = find_profile(session.path) if session.path is not None else None
    if profile is not None:
        with told(f"{profile.name} could not be read."):
            shared = decode_publication(profile.read_bytes(), profile.name)
        store_profile(replace(shared, citations=citations), profile)
    used = replace(session.publication, citations=citations)
    session.use_publication(used, shared=profile is not None)
    return profile


def add_style(path: Path) -> tuple[Citations, str]:
    """The style in a `.csl` file, and its title; UserError where it cannot be used."""
    from palmetto_editor.bundle.style_file import added

    return added(path)


def add_pack(path: Path) -> tuple[str, str, str]:
    """The pack of claim rules in a file: the id that it gets, its text and its title; UserError
    where it cannot be used.
    """
    from palmetto_editor.bundle.pack_file import added

    return added(path)


def now() -> str:
    """The moment as ISO 8601 with the machine's offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def disk_error(error: OSError) -> UserError:
    """What a writer is told when the disk refuses."""
    return UserError(
        f"{error.filename or 'The file'} could not be read or written.",
        f"The system says: {error.strerror or error}.",
        "Check the folder, its free space and your rights; the article is still open here.",
    )
