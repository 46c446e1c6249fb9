"""Writing, all or nothing: the article alone when it is saved, the whole bundle when exported."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from palmetto_editor.bundle import workbench
from palmetto_editor.bundle.archive import write_zip
from palmetto_editor.bundle.codec import encode_article
from palmetto_editor.bundle.companions import companions
from palmetto_editor.bundle.conflicts import require_bundle, require_unchanged
from palmetto_editor.bundle.contents import (
    ARTICLE,
    ASSETS,
    FIXED,
    PROFILE_COPY,
    Archive,
    Contents,
    Folder,
    fingerprint,
    manifest_of,
    open_contents,
)
from palmetto_editor.bundle.disk import (
    mode_of,
    read_file,
    real_path,
    replace_file,
    sync_folder,
    told,
    write_new,
)
from palmetto_editor.bundle.manifest import Fingerprint, stamp
from palmetto_editor.bundle.profile import encode_publication, find_profile
from palmetto_editor.bundle.progress import SILENT, Progress, check_in
from palmetto_editor.bundle.read import publication_in
from palmetto_editor.bundle.sound import require
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article

LARGEST_ASSET = 64 * 2**20  # bytes


@dataclass(frozen=True, slots=True)
class Written:
    """Where a bundle was written, and what its files hold now."""

    path: Path
    fingerprint: Fingerprint


def save_article(
    target: Path,
    article: Article,
    asset: Mapping[str, Path],
    expected: Fingerprint | None = None,
    *,
    publication: Publication | None = None,
    force: bool = False,
) -> Written:
    """Replace `article.json` in a bundle, and first put the images there that it names.

    Where no profile stands above it, the bundle's own copy keeps what `publication` says.

    `target` is a folder, made where there is none, or a zip. `asset` tells where the bytes of an
    image file are. `expected` is what the files held when they were last read or written here.
    ChangedOnDisk where they no longer do, unless `force`; UserError where the article is not
    sound or the disk refuses. Either way the old article is still there then.
    """
    require(article)
    target = _settled(target)
    files = {**assets_of(article, asset), ARTICLE: encode_article(article)}
    what = f"{target.name} could not be saved."
    with told(what), _held_if_possible(target):
        old = _existing(target)
        files = {**_own_profile(target, old, publication), **files}
        if old is not None and not force:
            require_unchanged(target.name, _Only(old, files), files, expected)
        if isinstance(old, Archive) or (old is None and is_zip(target)):
            _rewrite_zip(target, {**(old.files if old else {}), **files})
        else:
            _save_folder(target, files)
        known = fingerprint(old) if old and expected is None else dict(expected or {})
    return Written(target, known | {name: stamp(data) for name, data in files.items()})


def export_bundle(
    target: Path,
    files: Mapping[str, bytes],
    expected: Fingerprint | None = None,
    *,
    force: bool = False,
    verify: Callable[[Contents], None] = lambda _staged: None,
    progress: Progress = SILENT,
) -> Written:
    """Put a whole bundle in the place of what is at `target`: a folder, or a zip by its suffix.

    It is made beside the target, `verify` reads it back from there, and only then it takes the
    place. What others put into the old bundle comes along. Until the swap, any error and
    `Cancelled` leave everything as it was.
    """
    target = _settled(target)
    with told(f"{target.name} could not be exported."):
        target.parent.mkdir(parents=True, exist_ok=True)
        with workbench.held(target) as bench:
            _require_may_replace(target, files, expected, force)
            try:
                staged = _staged(target, bench, files, progress)
                verify(staged)
                check_in(progress, 0.95, "Putting the bundle in its place")
                _require_may_replace(target, files, expected, force)
                workbench.swap(target, bench)
            except BaseException:
                _discard(bench / "new")
                raise
    return Written(target, {name: stamp(data) for name, data in files.items()})


def assets_of(article: Article, asset: Mapping[str, Path]) -> dict[str, bytes]:
    """The bytes of the image files that the article names and that are somewhere."""
    names = (image.file for image in article.images if image.file)
    found = ((name, asset_bytes(asset, name)) for name in names)
    return {f"{ASSETS}/{name}": data for name, data in found if data is not None}


def _own_profile(
    target: Path, old: Contents | None, publication: Publication | None
) -> dict[str, bytes]:
    """The copy of the profile with its companions, where the bundle needs another one."""
    if publication is None or find_profile(target) is not None:
        return {}
    if publication == _publication_there(old):
        return {}
    return {PROFILE_COPY: encode_publication(publication).encode(), **companions(publication)}


def _publication_there(old: Contents | None) -> Publication | None:
    """What a bundle's copy says; None where it cannot be read, which is told as a change there."""
    if old is None or PROFILE_COPY not in old.names:
        return Publication()
    try:
        return publication_in(old)
    except UserError:
        return None


def asset_bytes(asset: Mapping[str, Path], name: str) -> bytes | None:
    """The bytes of an image file, or None where nobody knows of it; UserError if unreadable."""
    return read_file(asset[name], LARGEST_ASSET) if name in asset else None


def is_zip(path: Path) -> bool:
    """Whether a bundle there is a zip: one lies there, or its name says so."""
    return path.is_file() or (not path.is_dir() and path.suffix.lower() == ".zip")


def _settled(target: Path) -> Path:
    """The real place, so that a link to a bundle stays a link; article.json means its folder."""
    real = real_path(target)
    if not real.name:
        raise UserError(f"{target} cannot be a bundle.", "It is a whole disk.", "Name a folder.")
    return real.parent if real.name == ARTICLE and not real.is_dir() else real


def _existing(target: Path) -> Folder | Archive | None:
    if not os.path.lexists(target):
        return None
    contents = open_contents(target)
    if isinstance(contents, Folder):
        require_bundle(target.name, contents)
    return contents


def _require_may_replace(
    target: Path, files: Mapping[str, bytes], expected: Fingerprint | None, force: bool
) -> None:
    old = _existing(target)
    if old is not None and not force:
        require_unchanged(target.name, old, files, expected)


class _Only:
    """The files of a bundle that saving touches."""

    foreign = ()

    def __init__(self, contents: Contents, files: Mapping[str, bytes]) -> None:
        self._contents = contents
        self.names = tuple(name for name in contents.names if name in files)

    def read(self, name: str) -> bytes:
        return self._contents.read(name)


@contextmanager
def _held_if_possible(target: Path) -> Iterator[None]:
    """Hold the bundle; where nothing may be made beside it, saving inside it goes on without."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(workbench.held(target))
        except OSError as error:
            if error.errno not in {errno.EACCES, errno.EPERM, errno.EROFS} or not target.is_dir():
                raise
        yield


def _save_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Images first: an article never names a file that is not there yet."""
    made = not target.exists()
    target.mkdir(exist_ok=True)
    for name, data in files.items():
        path = target / name
        if path.parent != target:
            path.parent.mkdir(exist_ok=True)
            _require_real(path.parent)
        if name == ARTICLE or not _holds(path, data):
            replace_file(path, data)
    if made:
        sync_folder(target.parent)


def _require_real(folder: Path) -> None:
    if folder.is_symlink():
        raise UserError(
            f"{folder.name} in {folder.parent.name} is a link, so nothing was written there.",
            "A bundle keeps its files in its own folder.",
            "Put a real folder in the place of the link.",
        )


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _rewrite_zip(target: Path, files: Mapping[str, bytes]) -> None:
    replace_file(target, write_zip(files))


def _staged(
    target: Path, bench: Path, files: Mapping[str, bytes], progress: Progress
) -> Folder | Archive:
    new = bench / "new"
    if is_zip(target):
        check_in(progress, 0.6, "Writing the zip")
        kept = {n: data for n, data in _foreign_entries(target).items() if n not in files}
        write_new(new, write_zip({**files, **kept}), mode_of(target))
        sync_folder(bench)
        return Archive(new)
    new.mkdir()
    folders = {new}
    for number, (name, data) in enumerate(files.items()):
        check_in(progress, 0.5 + 0.3 * number / len(files), f"Writing {name}")
        path = new / name
        path.parent.mkdir(exist_ok=True)
        folders.add(path.parent)
        write_new(path, data)
    for folder in folders:
        sync_folder(folder)
    mode = mode_of(target)
    if mode is not None:
        new.chmod(mode)
    sync_folder(bench)
    return Folder(new)


def _foreign_entries(target: Path) -> dict[str, bytes]:
    """What others packed into the old zip, into whichever folder; it comes along as it was."""
    if not target.exists():
        return {}
    old = Archive(target)
    manifest = manifest_of(old)
    own = {*FIXED, *(manifest.files if manifest else ())}
    strange = (name for name in old.names if name not in own)
    return {name: old.files[name] for name in (*old.foreign, *strange)}


def _discard(new: Path) -> None:
    if new.is_dir() and not new.is_symlink():
        shutil.rmtree(new, ignore_errors=True)
    else:
        new.unlink(missing_ok=True)
