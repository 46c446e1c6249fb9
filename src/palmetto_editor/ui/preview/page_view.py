"""The finished page beside the form: loaded once, then patched block by block.

Import this module after the window's first paint: it loads WebEngine. `lock` and `room` say how
the page is kept from doing anything, `resources/preview/patch.js` how it is changed in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from palmetto_editor.page.page import Page, PageBlock, preview_block, preview_document
from palmetto_editor.session.patch import PagePatch, Span, between
from palmetto_editor.ui.preview.bar import PreviewBar
from palmetto_editor.ui.preview.clicks import clicked_place
from palmetto_editor.ui.preview.room import Room
from palmetto_editor.ui.preview.scheme import ASSETS

FRAME_PAUSE = 250  # ms after the last change of the head until it is patched
AGAIN = 50  # ms until a page that was stopped on its way is loaded again
LATER = 40  # ms: lists below the text, and texts far below, follow what the key changed
NEAR = 30  # blocks below the first change that are changed with it
SHOW_PAUSE = 100  # ms after the last wish until a block is brought into sight
CRASHES, CRASH_TIME = 3, 30.0  # ends of the renderer within seconds, after which it stays ended
_WIDEST = 16_777_215  # Qt's own "no maximum"


class PageView(QWidget):
    """Shows pages. `assets` tells, whenever asked, where the article's image files are.

    `place_clicked` carries the Place of what was clicked; `settled` comes when the last page
    given stands in the document, its head too; `link_hovered` has the address under the pointer.
    """

    place_clicked = Signal(object)
    settled = Signal()
    link_hovered = Signal(str)

    def __init__(
        self, assets: Callable[[], Mapping[str, Path]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preview.page")
        self._page: Page | None = None  # the last one given
        self._shown: Page | None = None  # whose blocks stand in the document
        self._loading: Page | None = None
        self._unanswered = 0
        self._crashes: list[float] = []
        self._look = ""
        self.bar = PreviewBar()
        self.room = Room(lambda file: assets().get(file))
        self._late: tuple[Span, ...] = ()  # of what is shown, still to be put into the document
        self._late_timer = QTimer(self, singleShot=True, interval=LATER)
        self._wanted = ""  # the id of the block to show
        self._frame_timer = QTimer(self, singleShot=True, interval=FRAME_PAUSE)
        self._show_timer = QTimer(self, singleShot=True, interval=SHOW_PAUSE)
        self._lay_out()
        self._connect()

    def show_page(self, page: Page, patch: PagePatch | None = None) -> None:
        """Make the document show this page. A `patch` from what is shown saves comparing."""
        self._page = page
        if self._loading is not None:
            return
        fits = patch is not None and (patch.whole or patch.base is self._shown)
        patch = patch if patch is not None and fits else between(self._shown, page)
        if patch.whole:
            self._load(page)
        else:
            self._change(page, patch)

    def show_block(self, index: int) -> None:
        """Bring a block of the page into sight, gently, unless it is well in sight already.

        Asked for with every key, it is done once the keys rest.
        """
        if self._shown is not None and 0 <= index < len(self._shown.blocks):
            self._wanted = self._shown.blocks[index].id
            self._show_timer.start()

    def set_width(self, pixels: int) -> None:
        """Show the page this wide at most; 0 for all there is."""
        self.room.setMaximumWidth(pixels or _WIDEST)

    def set_look(self, look: str) -> None:
        """Show the page `light` or `dark`; "" follows the system."""
        self._look = look
        if self._shown is not None:
            self.room.call("wear", look)

    def close_view(self) -> None:
        """Let WebEngine go, in the order it needs; the view shows nothing after this."""
        self._frame_timer.stop()
        self._show_timer.stop()
        self._late_timer.stop()
        self._page = self._shown = self._loading = None
        self.room.leave()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.room, 1)

    def _connect(self) -> None:
        self.bar.width_chosen.connect(self.set_width)
        self.bar.look_chosen.connect(self.set_look)
        self.room.loaded.connect(self._on_loaded)
        self.room.told.connect(self._on_told)
        self.room.crashed.connect(self._on_crash)
        self.room.refused.connect(self._on_refused)
        self.room.page().linkHovered.connect(self.link_hovered)
        self._frame_timer.timeout.connect(self._change_frame)
        self._late_timer.timeout.connect(self._put_late)
        self._show_timer.timeout.connect(self._show_wanted)

    def _show_wanted(self) -> None:
        if self._shown is not None:
            self.room.call("show", self._wanted)

    def _load(self, page: Page) -> None:
        self._loading, self._shown, self._unanswered = page, None, 0
        self._late = ()
        self._frame_timer.stop()
        self.room.show_document(preview_document(page, ASSETS))

    def _on_loaded(self) -> None:
        page, self._loading = self._loading, None
        if page is None or self._page is None:
            return
        self._shown = page
        if self._look:
            self.room.call("wear", self._look)
        if self._page is page:
            self._tell_if_settled()
        else:
            self.show_page(self._page)

    def _change(self, page: Page, patch: PagePatch) -> None:
        before, self._shown = self._shown, page
        if patch.spans and before is not None:
            late = self._late
            self._late = tuple(span for span in patch.spans[1:] if _may_wait(span, patch.spans[0]))
            now = (span for span in patch.spans if span not in self._late)
            self._put(len(before.blocks), (*late, *now))
            self.room.prompt.hasten()
            if self._late:
                self._late_timer.start()
        if patch.frame:
            self._frame_timer.start()
        self._tell_if_settled()

    def _put(self, length: int, spans: Iterable[Span]) -> None:
        """Change the document's blocks, of which there are `length` before."""
        self._unanswered += 1
        changes = [(span.first, span.removed, _html(span.added)) for span in spans]
        self.room.call("patch", length, changes, then=self._on_changed)

    def _put_late(self) -> None:
        late, self._late = self._late, ()
        if late and self._shown is not None:
            self._put(len(self._shown.blocks), late)

    def _on_changed(self, fits: Any) -> None:
        self._unanswered = max(0, self._unanswered - 1)
        if fits is True:
            self._tell_if_settled()
        elif self._page is not None and self._loading is None:
            self._load(self._page)

    def _change_frame(self) -> None:
        page = self._shown
        if page is None:
            return
        self._unanswered += 1
        around = preview_document(replace(page, blocks=(), sources=()), ASSETS)
        self.room.call("frame", around, then=self._on_changed)

    def _tell_if_settled(self) -> None:
        waiting = self._unanswered or self._late or self._frame_timer.isActive()
        if self._page is not None and self._shown is self._page and not waiting:
            self.settled.emit()

    def _on_told(self, word: dict[str, str]) -> None:
        if self._shown is not None and "clicked" in word:
            place = clicked_place(self._shown, word["clicked"], word["before"])
            if place is not None:
                self.place_clicked.emit(place)

    def _on_refused(self) -> None:
        """A page on its way may be stopped by what the page before it still tried: once more."""
        if self._loading is not None:
            self._loading = None
            QTimer.singleShot(AGAIN, self, self._reload)

    def _on_crash(self) -> None:
        """A renderer that ended is started again, unless it keeps ending."""
        now = monotonic()
        self._crashes = [*(then for then in self._crashes if now - then < CRASH_TIME), now]
        self._shown = self._loading = None
        if self._page is not None and len(self._crashes) <= CRASHES:
            QTimer.singleShot(0, self, self._reload)

    def _reload(self) -> None:
        if self._page is not None and self._loading is None:
            self._load(self._page)


def _may_wait(span: Span, first: Span) -> bool:
    """Whether a change is in no text, but in a list of references, say, which is long; or out of
    sight, as are the numbers of most works behind one that was put before them.
    """
    is_near = span.first - first.first < NEAR
    return not (is_near and any(block.place.part == "body" for block in span.added))


def _html(blocks: tuple[PageBlock, ...]) -> str:
    return "".join(f"{preview_block(block, ASSETS)}\n" for block in blocks)
