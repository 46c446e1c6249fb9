"""The citation style of the open article: it is its publication's, and used at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from palmetto_editor.errors import UserError
from palmetto_editor.model.edits import Change
from palmetto_editor.session import files
from palmetto_editor.session.document import Session
from palmetto_editor.ui.widgets.forms import column
from palmetto_editor.ui.widgets.style_box import AskFile, StyleBox, ask_style

_SHARED = "Kept in publication.toml, for all articles of this publication."
_ALONE = "Used for this article, and saved with it."


class StyleChoice(QWidget):
    """What is chosen is used at once, and kept in the profile above the bundle if there is one."""

    def __init__(self, session: Session, ask: AskFile = ask_style) -> None:
        super().__init__()
        self._session = session
        self.box = StyleBox("references.style", session.publication.citations, ask)
        self.box.changed.connect(self._use)
        column(self).addWidget(self.box)
        forget = session.subscribe(self._on_change)
        self.destroyed.connect(lambda: forget())

    def refresh(self) -> None:
        """Show the publication's choice as it is now."""
        citations = self._session.publication.citations
        if self.box.citations != citations:
            self.box.show_citations(citations)
            self.box.say()

    def _on_change(self, _change: Change) -> None:
        self.refresh()

    def _use(self) -> None:
        try:
            profile = files.use_citations(self._session, self.box.citations)
        except UserError as error:
            self.refresh()
            self.box.say(" ".join(p for p in (error.what, error.why, error.remedy) if p), bad=True)
            return
        self.box.say(_SHARED if profile else _ALONE)
