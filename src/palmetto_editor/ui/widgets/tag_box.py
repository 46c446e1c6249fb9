"""A language tag: chosen from the common ones, or typed."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from palmetto_editor.model import edits
from palmetto_editor.session.document import Session
from palmetto_editor.ui.binding import AskPlace, Refresh, value_at
from palmetto_editor.ui.widgets.fields import may_shrink
from palmetto_editor.ui.widgets.languages import COMMON


class TagBox(QComboBox):
    """An editable list whose line holds the bare tag."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none; the stub forgets it
        for tag, spoken in COMMON:
            self.addItem(f"{tag}   {spoken}", tag)
        may_shrink(self)


def bind_tag(box: TagBox, session: Session, place: AskPlace) -> Refresh:
    """Keep the tag and the text at a place equal."""

    def type_tag(text: str) -> None:
        at = place()
        if at is not None:
            session.do(edits.type_text(at, text.strip()))

    def choose(index: int) -> None:
        at = place()
        box.setEditText(box.itemData(index))
        if at is not None:
            session.do(edits.put(at, box.itemData(index)))

    def show() -> None:
        tag = str(value_at(session, place) or "")
        if box.currentText().strip() != tag:
            box.setEditText(tag)

    line = box.lineEdit()
    if line is not None:
        line.textEdited.connect(type_tag)
    box.activated.connect(choose)
    show()
    return show
