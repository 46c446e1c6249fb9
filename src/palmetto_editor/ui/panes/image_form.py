"""The form of one image."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from palmetto_editor.bundle.sizes import image_size
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.ui.binding import bind_text
from palmetto_editor.ui.widgets.fields import Fields
from palmetto_editor.ui.widgets.forms import column, row
from palmetto_editor.ui.widgets.ident import Ident
from palmetto_editor.ui.widgets.labels import Labelled, set_role, words
from palmetto_editor.ui.widgets.markdown_edit import MarkdownEdit, bind_markdown
from palmetto_editor.ui.widgets.prose import Prose
from palmetto_editor.ui.widgets.thumbnail import Preview

NO_ALT = "Say what the image shows, for readers who cannot see it."
SHAPES = "Exported in 16:9, 4:3, 1:1 and for link previews too: whole, on a larger ground."
_LEAD = Place("metadata", field="image")


class ImageForm(QWidget):
    """The picture, its alt text first, then the words around it and how to place it."""

    replace_asked = Signal()

    def __init__(self, fields: Fields, key: Ident) -> None:
        super().__init__()
        self._fields = fields
        self._insert: Callable[[str], None] | None = None
        layout = column(self, 12)
        self._preview = Preview("images.preview")
        layout.addWidget(self._preview)
        layout.addWidget(self._alt())
        caption = MarkdownEdit(compact=True)
        caption.setObjectName("images.caption")
        fields.watch(bind_markdown(caption, fields.session, fields.at("caption")))
        layout.addWidget(Labelled("Caption", caption))
        layout.addWidget(fields.line("credit", "Credit", "Drawn by …; CC BY 4.0"))
        layout.addWidget(self._lead())
        layout.addWidget(row(key, self._file()))
        layout.addWidget(self._shortcode())
        fields.watch(self._show)

    def offer_insert(self, insert: Callable[[str], None]) -> None:
        """Show a button that hands the image's shortcode on, to be put at the body's cursor."""
        self._insert = insert
        self._into.show()

    @property
    def shortcode(self) -> str:
        """What places the image in a text."""
        return f"{{{{< figure {self._fields.value('id') or ''} >}}}}"

    def _alt(self) -> Labelled:
        self._prose = Prose("A receptor in a membrane, with its hormone in the pocket")
        self._prose.setObjectName("images.alt")
        self._fields.watch(bind_text(self._prose, self._fields.session, self._fields.at("alt")))
        self._alt_label = Labelled("Alt text", self._prose)
        return self._alt_label

    def _lead(self) -> QWidget:
        self._lead_box = QCheckBox("Lead image, where the article is shared")
        self._lead_box.setObjectName("images.lead")
        self._lead_box.setAccessibleName("Lead image")
        self._lead_box.setAccessibleDescription(SHAPES)
        self._lead_box.clicked.connect(self._set_lead)
        lead = QWidget()
        layout = column(lead, 4)
        layout.addWidget(self._lead_box)
        layout.addWidget(words(SHAPES, "hint", "images.shapes"))
        return lead

    def _file(self) -> Labelled:
        self._file_line = QLineEdit()
        self._file_line.setObjectName("images.file")
        self._file_line.setAccessibleName("File")
        self._file_line.setReadOnly(True)
        change = QPushButton("Replace…")
        change.setObjectName("images.replace")
        change.clicked.connect(self.replace_asked)
        self._file_label = Labelled("File", row(self._file_line, change, shares=(1, 0)))
        self._file_label.label.setBuddy(self._file_line)
        return self._file_label

    def _shortcode(self) -> Labelled:
        self._code = QLineEdit()
        self._code.setObjectName("images.shortcode")
        self._code.setAccessibleName("Shortcode")
        self._code.setReadOnly(True)
        copy = QPushButton("Copy")
        copy.setObjectName("images.copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.shortcode))
        self._into = QPushButton("Insert into the body")
        self._into.setObjectName("images.insert")
        self._into.clicked.connect(self._hand_on)
        self._into.hide()
        line = row(self._code, copy, self._into, shares=(1, 0, 0))
        labelled = Labelled(
            "Place it in a text", line, "On a line of its own, where it shall stand."
        )
        labelled.label.setBuddy(self._code)
        return labelled

    def _hand_on(self) -> None:
        if self._insert is not None:
            self._insert(self.shortcode)

    def _set_lead(self, checked: bool) -> None:
        lead = self._fields.value("id") if checked else ""
        self._fields.session.do(edits.put(_LEAD, lead or "", "Choose the lead image"))

    def _show(self) -> None:
        file = self._fields.value("file")
        if file is None:
            return
        session = self._fields.session
        path = session.assets.get(file)
        size = image_size(path) if path else None
        self._preview.show_file(path, f"The file {file} is missing." if file else "No file.")
        self._file_line.setText(file)
        self._file_line.setCursorPosition(0)
        self._file_label.say(f"{size[0]} × {size[1]} px" if size else "")
        self._code.setText(self.shortcode)
        self._lead_box.setChecked(session.article.metadata.image == self._fields.value("id"))
        lacks = not str(self._fields.value("alt") or "").strip()
        self._alt_label.say(NO_ALT if lacks else "", bad=lacks)
        set_role(self._prose, "bad" if lacks else "")
