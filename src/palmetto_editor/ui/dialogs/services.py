"""Where the services are that references are looked up at, and who asks them."""

from __future__ import annotations

from shutil import rmtree

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from palmetto_editor.errors import UserError
from palmetto_editor.references.lookup.services import ADDRESSES, SERVICES, addresses
from palmetto_editor.session.settings import Settings
from palmetto_editor.ui.widgets.forms import GAP, MARGIN, column
from palmetto_editor.ui.widgets.labels import Labelled, words

_WHY = (
    "References are looked up only when you ask for it. What is sent is the identifier, or the "
    "title, first author and year. Answers are kept on this computer for a day."
)
_EMAIL = "Sent with each question: a service writes to it before it shuts anybody out."


class ServicesDialog(QDialog):
    """Changes the settings when it is saved, and not before."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("services")
        self.setWindowTitle("Look-up services")
        self._settings = settings
        self._email = self._line("services.email", settings.email, "you@example.org")
        self._lines: dict[str, QLineEdit] = {
            name: self._line(f"services.{name}", settings.services.get(name, ""), ADDRESSES[name])
            for name in SERVICES
        }
        self._fault = words("", "over", "services.fault")
        self._lay_out()
        self.resize(600, self.sizeHint().height())

    def save(self) -> None:
        """Take the fields over, or say which address is none."""
        chosen = {name: line.text().strip() for name, line in self._lines.items()}
        chosen = {name: text for name, text in chosen.items() if text}
        try:
            addresses(chosen)
        except UserError as error:
            self._fault.setText(str(error))
            self._fault.show()
            return
        self._settings.services, self._settings.email = chosen, self._email.text().strip()
        self.accept()

    def forget_answers(self) -> None:
        """Throw the kept answers away; the next look-up asks anew."""
        from palmetto_editor.session.lookup import cache_folder

        rmtree(cache_folder(), ignore_errors=True)
        self._forget.setEnabled(False)
        self._forget.setText("Kept answers are gone")

    def _lay_out(self) -> None:
        layout = column(self, GAP + 4)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, 12)
        layout.addWidget(words("Look-up services", "title"))
        layout.addWidget(words(_WHY, "hint"))
        layout.addWidget(Labelled("Your e-mail address", self._email, _EMAIL))
        layout.addWidget(words("Addresses", "heading"))
        layout.addWidget(words("Empty: the usual one. Change one to ask a mirror.", "hint"))
        for name, line in self._lines.items():
            layout.addWidget(Labelled(name, line))
        self._fault.hide()
        layout.addWidget(self._fault)
        layout.addStretch(1)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self._forget = QPushButton("Forget kept answers")
        self._forget.setObjectName("services.forget")
        self._forget.setAutoDefault(False)
        self._forget.clicked.connect(self.forget_answers)
        kinds = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kinds.Save | kinds.Cancel)
        box.button(kinds.Save).setProperty("role", "primary")
        box.accepted.connect(self.save)
        box.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._forget)
        foot.addStretch(1)
        foot.addWidget(box)
        return foot

    def _line(self, name: str, text: str, example: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setObjectName(name)
        line.setPlaceholderText(example)
        return line
