"""The middle column: the pane of the chosen part. Panes are built when first needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget

from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.pane import Pane


@dataclass(frozen=True, slots=True)
class Entry:
    """A part, its row in the list, and where its pane's class is."""

    part: str
    title: str
    icon: str
    module: str
    name: str


ENTRIES = (
    Entry("metadata", "Metadata", "metadata", "metadata", "MetadataPane"),
    Entry("notice", "Notice", "notice", "texts", "NoticePane"),
    Entry("short_answer", "Short answer", "answer", "texts", "ShortAnswerPane"),
    Entry("body", "Body", "body", "body", "BodyPane"),
    Entry("faq", "FAQ", "faq", "faq", "FaqPane"),
    Entry("tables", "Tables", "tables", "tables", "TablesPane"),
    Entry("references", "References", "references", "references", "ReferencesPane"),
    Entry("links", "Links", "links", "links", "LinksPane"),
    Entry("images", "Images", "images", "images", "ImagesPane"),
    Entry("disclaimer", "Disclaimer", "disclaimer", "texts", "DisclaimerPane"),
    Entry("review", "Review", "review", "review", "ReviewPane"),
)


_DRESSED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class PaneStack(QStackedWidget):
    """Shows one pane at a time; `on_build` is called with each new pane. `dressed` comes with
    other colours.
    """

    dressed = Signal()

    def __init__(self, session: Session, on_build: Callable[[Pane], None]) -> None:
        super().__init__()
        self._session, self._on_build = session, on_build
        self._panes: dict[str, Pane] = {}

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DRESSED:
            self.dressed.emit()

    @property
    def part(self) -> str:
        """The part being shown."""
        shown = self.currentWidget()
        return next((part for part, pane in self._panes.items() if pane is shown), "")

    def pane(self, part: str) -> Pane:
        """The pane of a part, built if it was not."""
        if part not in self._panes:
            entry = next(entry for entry in ENTRIES if entry.part == part)
            module = import_module(f"palmetto_editor.ui.panes.{entry.module}")
            pane = cast(Pane, getattr(module, entry.name)(self._session))
            self._panes[part] = pane
            self.addWidget(pane)
            self._on_build(pane)
        return self._panes[part]

    def show_part(self, part: str) -> Pane:
        pane = self.pane(part)
        self.setCurrentWidget(pane)
        return pane

    def build_next(self) -> bool:
        """Build one more pane while the program is idle; False when all are built."""
        missing = [entry.part for entry in ENTRIES if entry.part not in self._panes]
        if missing:
            self.pane(missing[0])
        return len(missing) > 1

    def go_to(self, place: Place) -> None:
        """Show the pane of a place and let it put the focus there."""
        if any(entry.part == place.part for entry in ENTRIES):
            self.show_part(place.part).go_to(place)

    def close_panes(self) -> None:
        for pane in self._panes.values():
            pane.close_pane()
