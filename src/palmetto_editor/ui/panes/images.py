"""The images of the article: each is copied into the bundle and asks for its alt text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from palmetto_editor.errors import UserError
from palmetto_editor.model import edits
from palmetto_editor.model.naming import SAFE_ID, image_id
from palmetto_editor.model.renaming import rename_image
from palmetto_editor.model.values import Image
from palmetto_editor.session.assets import SUFFIXES
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.image_form import ImageForm
from palmetto_editor.ui.panes.item_pane import ItemPane
from palmetto_editor.ui.widgets import thumbnail
from palmetto_editor.ui.widgets.ident import Ident
from palmetto_editor.ui.widgets.image_intake import take_in
from palmetto_editor.ui.widgets.item_list import Kind
from palmetto_editor.ui.widgets.item_row import Row
from palmetto_editor.ui.widgets.labels import words

AskFiles = Callable[[QWidget, bool], Sequence[Path]]


def ask_files(parent: QWidget, several: bool) -> Sequence[Path]:
    """Let the writer choose image files; empty where they decide otherwise."""
    kinds = f"Images ({' '.join(f'*{suffix}' for suffix in sorted(SUFFIXES))})"
    if several:
        chosen, _ = QFileDialog.getOpenFileNames(parent, "Add images", "", kinds)
        return [Path(name) for name in chosen]
    name, _ = QFileDialog.getOpenFileName(parent, "Replace the file", "", kinds)
    return [Path(name)] if name else []


class ImagesPane(ItemPane):
    """Images come by the button or are dropped on the pane; `ask` chooses files."""

    parts = ("images", "metadata")  # the metadata name the lead image
    title = "Images"
    icon = "images"
    first = "alt"

    def __init__(self, session: Session, ask: AskFiles = ask_files) -> None:
        super().__init__(session, self._kind(), "image", "Copied into the bundle when added.")
        self._ask = ask
        self.fault = words("", "over", "images.fault")
        self.fault.hide()
        top = self.top.layout()
        if top is not None:
            top.addWidget(self.fault)
        self.items.add_asked.connect(lambda: self.add_files(self._ask(self, True)))
        key = Ident(self.fields, "Id", SAFE_ID, self.taken, rename_image)
        self.image = ImageForm(self.fields, key)
        self.image.replace_asked.connect(lambda: self._replace(self._ask(self, False)))
        self.form.column.addWidget(self.image)
        self.form.column.addStretch(1)
        self.setAcceptDrops(True)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Copy images into the article and ask for the alt text of the last."""
        self._say(None)
        for path in paths:
            try:
                image = take_in(self.session, path)
            except UserError as error:
                self._say(error)
            else:
                self.items.insert(image)

    def refresh(self) -> None:
        """Show the images; which is the lead image may have changed and no image."""
        super().refresh()
        self.items.model.redescribe()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files(_files(event.mimeData()))
        event.acceptProposedAction()

    def _replace(self, paths: Sequence[Path]) -> None:
        at = self.fields.at("file")()
        self._say(None)
        if at is None or not paths:
            return
        try:
            file = self.session.add_asset(paths[0])
        except UserError as error:
            self._say(error)
        else:
            self.session.do(edits.put(at, file, "Replace the image's file"))

    def _say(self, error: UserError | None) -> None:
        """Show why a file was not taken, above the list and until the next attempt."""
        self.fault.setText(str(error or ""))
        self.fault.setVisible(error is not None)

    def _kind(self) -> Kind:
        return Kind(
            name="images",
            label="Images",
            describe=self._row,
            copy=_copy,
            add="Add images…",
            empty="No images yet. Add some, or drop them here.",
        )

    def _row(self, image: Image) -> Row:
        lead = image.id == self.session.article.metadata.image
        return Row(
            image.id,
            image.alt,
            "lead image" if lead else "",
            lacking="No alt text yet",
            alarm=not image.alt.strip(),
            picture=thumbnail.load(self.session.assets.get(image.file), thumbnail.ROW),
        )


def _files(data: QMimeData) -> list[Path]:
    """The image files; anything else that is dropped is the window's."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.casefold() in SUFFIXES]


def _copy(image: Image, items: tuple[Any, ...]) -> Image:
    return replace(image, id=image_id(image.id, frozenset(item.id for item in items)))
