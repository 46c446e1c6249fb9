"""A work that is not in the list yet, cited from where it was named."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.session.new_reference import cite_new, new_reference
from palmetto_editor.ui.binding import AskPlace, Refresh
from palmetto_editor.ui.pane import Pane
from palmetto_editor.ui.widgets.completer import Add, citation


def citing_anew(editor: QWidget, session: Session, place: AskPlace, refresh: Refresh) -> Add:
    """What adds a reference and cites it in the text at a place, as one step, and leads to it.

    `refresh` has the editor show that text.
    """

    def add(words: str, start: int, end: int, lacks: tuple[str, str]) -> None:
        at = place()
        if at is None:
            return
        reference = new_reference(words, session.article.references)
        session.do(cite_new(at, start, end, reference, citation(reference.id, lacks)))
        refresh()
        _want(editor, Place("references", reference.id, "title"))

    return add


def _want(widget: QWidget, place: Place) -> None:
    """Have the window show a place, once what is going on in the widget is done."""
    pane = widget.parentWidget()
    while pane is not None and not isinstance(pane, Pane):
        pane = pane.parentWidget()
    if pane is not None:
        QTimer.singleShot(0, pane, partial(pane.place_wanted.emit, place))
