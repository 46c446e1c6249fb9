"""Which files of a bundle are not as they were written, one row each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)


class DifferencesDialog(QDialog):
    """Shows (file, what) rows. With a `confirm` text it asks; without it only informs."""

    def __init__(
        self,
        words: str,
        differences: Sequence[tuple[str, str]],
        confirm: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask.differences")
        self.setWindowTitle("Files that changed on disk")
        label = QLabel(words)
        label.setWordWrap(True)
        self.files = QTreeWidget()
        self.files.setObjectName("differences")
        self.files.setHeaderLabels(["File", "What is different"])
        self.files.setRootIsDecorated(False)
        self.files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for name, what in differences:
            QTreeWidgetItem(self.files, [name, what])
        buttons = QDialogButtonBox()
        if confirm:
            button = buttons.addButton(confirm, QDialogButtonBox.ButtonRole.AcceptRole)
            button.setProperty("role", "danger")
            buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        else:
            buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (label, self.files, buttons):
            layout.addWidget(widget)
        self.resize(620, 360)

    def ask(self) -> bool:
        """Whether the writer confirmed."""
        return self.exec() == QDialog.DialogCode.Accepted
