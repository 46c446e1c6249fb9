"""The Session: one open article, and the one door through which it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic
from typing import TYPE_CHECKING

from palmetto_editor.model.edits import Change, Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.session.assets import add_image
from palmetto_editor.session.history import History

if TYPE_CHECKING:  # bundles are read after the window's first paint
    from palmetto_editor.bundle.manifest import Fingerprint
    from palmetto_editor.bundle.read import Opened
    from palmetto_editor.intake.draft import Draft

Listener = Callable[[Change], None]
Unsubscribe = Callable[[], None]


class Session:
    """The open document. Clean means that the article is the very one that was saved, and what it
    says of its publication too.

    `path` is the bundle (a folder or a zip) or None for a draft never saved, `fingerprint` its
    files as they were when last seen, `exported` the article that its page shows, if known.
    `assets` tells where the bytes of each image file are; `asset_folder` takes new ones. `draft` is
    what the article was read from, where that was a foreign page.
    """

    def __init__(
        self,
        article: Article,
        publication: Publication | None = None,
        path: Path | None = None,
        clock: Callable[[], float] = monotonic,
        asset_folder: Path | None = None,
    ) -> None:
        self.article = article
        self.saved: Article | None = article
        self.publication = self.saved_publication = publication or Publication()
        self.path = path
        self.exported: Article | None = None
        self.fingerprint: Fingerprint | None = None
        self.draft: Draft | None = None
        self.assets: dict[str, Path] = {}
        self.asset_folder = asset_folder
        self.history = History(clock)
        self._listeners: list[Listener] = []

    @property
    def is_clean(self) -> bool:
        return self.article is self.saved and self.publication is self.saved_publication

    def do(self, edit: Edit) -> Change | None:
        """Apply an edit and tell everyone; None where it changes nothing."""
        before = self.article
        after = edit.apply(before)
        if after is before:
            return None
        self.history.record(edit, before, after)
        return self._become(Change(before, after, edit.place, edit.label))

    def undo(self) -> Change | None:
        """Take the last step back; the change tells where it was made."""
        change = self.history.undo()
        return change and self._become(change)

    def redo(self) -> Change | None:
        change = self.history.redo()
        return change and self._become(change)

    def open(self, article: Article, publication: Publication | None = None) -> Change:
        """Put another article in place of this one: a draft with no history and no file."""
        before = self.article
        self.history.clear()
        self.publication = self.saved_publication = publication or Publication()
        self.path = self.fingerprint = self.exported = self.draft = None
        self.assets = {}
        self.saved = article
        return self._become(Change(before, article, Place("metadata"), "Open"))

    def open_bundle(self, opened: Opened) -> Change:
        """Put the article of a bundle in place of this one."""
        before = self.article
        self.history.clear()
        self.draft = None
        self.publication = self.saved_publication = opened.publication or Publication()
        self.path, self.fingerprint = opened.path, opened.fingerprint
        self.assets = dict(opened.asset)
        self.saved = opened.article
        self.exported = opened.article if opened.is_exported else None
        return self._become(Change(before, opened.article, Place("metadata"), "Open"))

    def open_draft(self, draft: Draft) -> Change:
        """Put what was read from a foreign page in place of this article: not saved yet."""
        self.open(self.article, self.publication)
        self.draft, self.saved = draft, None
        for name, data in draft.assets.items():
            self.assets[name] = self._assets_here() / name
            self.assets[name].write_bytes(data)
        return self._become(Change(self.article, draft.article, Place("metadata"), "Open"))

    def mark_saved(
        self,
        article: Article,
        publication: Publication,
        path: Path,
        fingerprint: Fingerprint,
        *,
        exported: bool = False,
    ) -> None:
        """`article` is now on disk at `path`; later edits stay unsaved."""
        self.saved_publication = publication
        self.saved, self.path, self.fingerprint = article, path, fingerprint
        self.exported = article if exported else self.exported
        self.history.pause()
        self._tell(Change(self.article, self.article, Place("metadata"), "Save"))

    def use_publication(self, publication: Publication, *, shared: bool = True) -> None:
        """The profile changed; everyone who shows it is told by an empty change.

        One that is not `shared` is this article's own, and is saved with it. A page that was
        exported with another one is older than the article from then on.
        """
        if publication != self.publication and self.exported is not None:
            self.exported = replace(self.exported)
        if shared or publication == self.saved_publication:
            self.saved_publication = publication
        self.publication = publication
        self._tell(Change(self.article, self.article, Place("metadata"), "Publication"))

    def add_asset(self, source: Path) -> str:
        """Copy an image aside for this article; its bare file name. UserError if it is none."""
        copy = add_image(source, self._assets_here(), set(self.assets))
        self.assets[copy.name] = copy
        return copy.name

    def _assets_here(self) -> Path:
        if self.asset_folder is None:
            self.asset_folder = Path(mkdtemp(prefix="palmetto-assets-"))
        self.asset_folder.mkdir(parents=True, exist_ok=True)
        return self.asset_folder

    def subscribe(self, listener: Listener) -> Unsubscribe:
        """Hear of every change, in the order of subscription, until the answer is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _become(self, change: Change) -> Change:
        self.article = change.after
        self._tell(change)
        return change

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
