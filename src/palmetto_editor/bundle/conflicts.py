"""Whether writing a bundle would lose what somebody else put there."""

from __future__ import annotations

from collections.abc import Mapping

from palmetto_editor.bundle.codec import decode_article
from palmetto_editor.bundle.companions import is_companion
from palmetto_editor.bundle.contents import (
    ARTICLE,
    ASSETS,
    DEBRIS,
    FIXED,
    PROFILE_COPY,
    Contents,
    fingerprint,
    manifest_of,
)
from palmetto_editor.bundle.manifest import (
    MANIFEST,
    Difference,
    Fingerprint,
    Manifest,
    Stamp,
    stamp,
)
from palmetto_editor.errors import UserError
from palmetto_editor.model.values import Article


class ChangedOnDisk(UserError):  # noqa: N818  (what happened, as the writer hears it)
    """What is on disk is not what was opened or written; `differences` says which files.

    Nothing was written. The same call with `force=True` writes over them.
    """

    def __init__(self, name: str, differences: tuple[Difference, ...]) -> None:
        files = ", ".join(difference.file for difference in differences[:3])
        more = f" and {len(differences) - 3} more" if len(differences) > 3 else ""
        super().__init__(
            f"{name} was not written, since files there are not as this program left them.",
            f"Somebody changed {files}{more}.",
            "Look at them first; then write over them on purpose, or write to another place.",
        )
        self.differences = differences


def require_unchanged(
    name: str, contents: Contents, files: Mapping[str, bytes], expected: Fingerprint | None
) -> None:
    """ChangedOnDisk where a file that would be replaced or removed holds what nobody here knows.

    Known is: what is to be written anyway; a derived file as the manifest there says; the article,
    its images and the profile as `expected`, or, where nothing is expected, the article of an
    older export of this very one.
    """
    actual = fingerprint(contents)
    manifest = _manifest(contents)
    known = _Known({n: stamp(d) for n, d in files.items()}, manifest, expected, _images(contents))
    again = expected is None and _is_same_article(contents, files)
    lost = tuple(
        Difference(file, "changed" if known.has_heard_of(file) else "added")
        for file, found in actual.items()
        if known.concerns(file) and not known.allows(file, found, again)
    )
    if lost:
        raise ChangedOnDisk(name, lost)


def require_bundle(name: str, contents: Contents) -> None:
    """UserError where a folder holds other things and no article: it is not made a bundle."""
    if ARTICLE in contents.names or set(map(str.lower, contents.foreign)) <= DEBRIS:
        return
    raise UserError(
        f"{name} is no bundle, so nothing was written there.",
        f"It holds other things ({contents.foreign[0]}) and no {ARTICLE}.",
        "Choose a new folder, or an empty one.",
    )


class _Known:
    """What this program knows of the files in a bundle; `images` are those that were read in."""

    def __init__(
        self,
        new: Fingerprint,
        manifest: Manifest | None,
        expected: Fingerprint | None,
        images: frozenset[str],
    ) -> None:
        self._new, self._expected, self._images = new, expected, images
        self._listed: Mapping[str, Stamp] = manifest.files if manifest else {}

    def concerns(self, file: str) -> bool:
        """Whether writing touches the file at all; what is foreign moves along untouched."""
        return file != MANIFEST and (file in FIXED or file in self._new or file in self._listed)

    def has_heard_of(self, file: str) -> bool:
        return file in self._listed or file in (self._expected or {})

    def allows(self, file: str, found: Stamp, again: bool) -> bool:
        if self._new.get(file) == found:
            return True
        if self._is_read(file) and self._expected and self._expected.get(file) == found:
            return True
        if file == ARTICLE and not again:
            return False
        return self._listed.get(file) == found

    def _is_read(self, file: str) -> bool:
        """Whether the program reads the file in, so that what it held is not lost with it."""
        return file in {ARTICLE, PROFILE_COPY} or is_companion(file) or file in self._images


def _images(contents: Contents) -> frozenset[str]:
    """The files of the images of the article that is there; others in their folder are not read."""
    article = _article(contents)
    return (
        frozenset(f"{ASSETS}/{image.file}" for image in article.images) if article else frozenset()
    )


def _manifest(contents: Contents) -> Manifest | None:
    try:
        return manifest_of(contents)
    except UserError:  # a damaged one vouches for nothing
        return None


def _is_same_article(contents: Contents, files: Mapping[str, bytes]) -> bool:
    """Whether the article there is an older state of the one to be written."""
    old = _article(contents) if ARTICLE in files else None
    return old is not None and old.id == decode_article(files[ARTICLE]).id


def _article(contents: Contents) -> Article | None:
    """The article that is there, or None where none can be read."""
    try:
        return decode_article(contents.read(ARTICLE)) if ARTICLE in contents.names else None
    except UserError:
        return None
