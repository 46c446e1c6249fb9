"""The publication's profile: what all its articles share, as a form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from palmetto_editor import assets
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Checks, Publication, Publisher
from palmetto_editor.model.values import Article, Metadata
from palmetto_editor.session.document import Session
from palmetto_editor.ui.dialogs.profile_marks import ProfileMarks, around
from palmetto_editor.ui.widgets.fields import may_shrink
from palmetto_editor.ui.widgets.forms import FormArea
from palmetto_editor.ui.widgets.labels import Labelled, words
from palmetto_editor.ui.widgets.mark import marked, sign
from palmetto_editor.ui.widgets.people import PeopleEditor
from palmetto_editor.ui.widgets.style_box import AskFile, StyleBox, ask_style

if TYPE_CHECKING:  # their page is made when it is looked at
    from palmetto_editor.checks.finding import Finding
    from palmetto_editor.ui.dialogs.pack_choice import AskPacks, PackChoice
    from palmetto_editor.ui.dialogs.rule_choice import RuleChoice

PROFILE = "publication.toml"
LINES = (
    ("name", "Name of the publication", "Palmetto Notes"),
    ("base_url", "Address below which articles appear", "https://example.org/articles/"),
    ("language", "Language of its articles", "en-US"),
    ("publisher.name", "Publisher", "Palmetto Press"),
    ("publisher.url", "Publisher's address", "https://example.org/"),
    ("publisher.logo", "Publisher's logo: an address, or a path below the base", "logo.png"),
)
TEXTS = (
    ("publisher.same_as", "Other addresses of the publisher, one a line"),
    ("notice", "Notice for new articles (Markdown)"),
    ("disclaimer", "Disclaimer for new articles (Markdown)"),
)


class PublicationDialog(QDialog):
    """`answer` is the edited profile and the file it goes to, or None when it was left.

    The default authors are edited as an article's authors are, in an article of the dialog's own.
    `packs` gives the packs of claim rules that are offered; those of the program unless told.
    `found` is what the checks found of the profile, and `at` where the writer wants to be.
    """

    def __init__(
        self,
        publication: Publication,
        path: Path | None,
        parent: QWidget | None = None,
        ask: AskFile = ask_style,
        packs: AskPacks | None = None,
        found: Sequence[Finding] = (),
        at: Place | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask.publication")
        self.setWindowTitle("Publication")
        self.answer: tuple[Publication, Path] | None = None
        metadata = Metadata(authors=publication.authors)
        self._people = Session(Article(id="publication", metadata=metadata))
        self._lines = {name: self._line(name, example) for name, _, example in LINES}
        self._texts = {name: self._text(name) for name, _ in TEXTS}
        self._theme = _themes(publication.theme)
        self._style = StyleBox("publication.citations", publication.citations, ask)
        self._checks, self._ask_packs = publication.checks, packs
        self._packs: PackChoice | None = None
        self._rules: RuleChoice | None = None
        self._path = QLineEdit(str(path) if path else "")
        self._path.setObjectName("publication.path")
        self._show(publication)
        self._lay_out()
        self.marks = ProfileMarks(self, found, self._bring_in_sight)
        self._mark_checks(found)
        self.resize(640, 720)
        if at is not None:
            self.marks.go_to(at)

    @property
    def publication(self) -> Publication:
        """The profile as the form has it now."""
        line = {name: edit.text().strip() for name, edit in self._lines.items()}
        text = {name: edit.toPlainText().strip() for name, edit in self._texts.items()}
        base = line["base_url"]
        return Publication(
            name=line["name"],
            base_url=f"{base.rstrip('/')}/" if base else "",
            language=line["language"] or "en-US",
            theme=self._theme.currentText(),
            publisher=Publisher(
                name=line["publisher.name"],
                url=line["publisher.url"],
                logo=line["publisher.logo"],
                same_as=tuple(text["publisher.same_as"].split()),
            ),
            authors=self._people.article.metadata.authors,
            notice=text["notice"],
            disclaimer=text["disclaimer"],
            citations=self._style.citations,
            checks=self._chosen_checks(),
        )

    def _chosen_checks(self) -> Checks:
        """What is chosen of the checks: as it was where their page was never looked at."""
        if self._packs is None or self._rules is None:
            return self._checks
        return self._packs.put_into(self._rules.checks)

    def _show(self, publication: Publication) -> None:
        for name, edit in self._lines.items():
            edit.setText(_at(publication, name))
        for name, text in self._texts.items():
            text.setPlainText(_at(publication, name))

    def _lay_out(self) -> None:
        self._form = form = FormArea()
        for name, label, _ in LINES:
            form.column.addWidget(Labelled(label, self._lines[name]))
        form.column.addWidget(Labelled("Theme", self._theme))
        form.column.addWidget(self._style)
        form.column.addWidget(words("Authors of new articles", "label"))
        form.column.addWidget(PeopleEditor(self._people, "authors"))
        for name, label in TEXTS:
            form.column.addWidget(Labelled(label, self._texts[name]))
        form.column.addStretch(1)
        self.pages = QTabWidget()
        self.pages.setObjectName("publication.pages")
        self.pages.addTab(form, "Publication")
        self._checks_form = FormArea()
        self._checks_form.setObjectName("publication.checks")
        told = words("", "hint", "publication.checks.found")
        told.hide()
        self._checks_form.column.addWidget(told)
        self.pages.addTab(self._checks_form, "Checks")
        self.pages.currentChanged.connect(lambda _: self._open_checks())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(self.pages, 1)
        layout.addLayout(self._where())
        layout.addWidget(self._buttons())

    def _open_checks(self) -> None:
        """Build the page of the checks when it is first looked at: the rules take a while."""
        if self.pages.currentWidget() is not self._checks_form or self._packs is not None:
            return
        from palmetto_editor.ui.dialogs.pack_choice import PackChoice, offered
        from palmetto_editor.ui.dialogs.rule_choice import RuleChoice

        self._packs = PackChoice(self._checks, (self._ask_packs or offered)())
        self._rules = RuleChoice(self._checks)
        self._checks_form.column.addWidget(self._packs)
        self._checks_form.column.addWidget(self._rules, 1)
        self._rules.changed.connect(lambda: self.marks.forget(self._checks_form))

    def _bring_in_sight(self, input_: QWidget) -> None:
        is_check = input_ is self._checks_form or self._checks_form.isAncestorOf(input_)
        page = self._checks_form if is_check else self._form
        self.pages.setCurrentWidget(page)
        page.reveal(around(input_) or input_)

    def _mark_checks(self, found: Sequence[Finding]) -> None:
        """Mark the page that is not in sight."""
        mark = marked(f for f in found if f.place.field.startswith("checks."))
        if mark is not None:
            self.pages.setTabIcon(self.pages.indexOf(self._checks_form), sign(mark.severity))

    def _where(self) -> QHBoxLayout:
        choose = QPushButton("Choose…")
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(Labelled("Kept in the file", self._path), 1)
        row.addWidget(choose, 0, Qt.AlignmentFlag.AlignBottom)  # beside the line, not its label
        return row

    def _buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kinds.Save | kinds.Cancel)
        box.setContentsMargins(16, 0, 16, 0)
        box.accepted.connect(self._save)
        box.rejected.connect(self.reject)
        return box

    def _choose(self) -> None:
        start = self._path.text() or str(Path.home() / PROFILE)
        name, _ = QFileDialog.getSaveFileName(self, "Keep the profile in", start, "TOML (*.toml)")
        if name:
            self._path.setText(name)

    def _save(self) -> None:
        path = self._path.text().strip()
        if not path:
            self._path.setFocus()
            return
        self.answer = (self.publication, Path(path))
        self.accept()

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"publication.{name}")
        line.setPlaceholderText(example)
        return line

    def _text(self, name: str) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setObjectName(f"publication.{name}")
        text.setFixedHeight(92)
        text.setTabChangesFocus(True)
        return text


def _themes(chosen: str) -> QComboBox:
    """The themes that there are, and the profile's own if that is none of them."""
    box = may_shrink(QComboBox())
    box.setObjectName("publication.theme")
    box.addItems(list(dict.fromkeys([*assets.names("themes"), chosen])))
    box.setCurrentText(chosen)
    return box


def _at(publication: Publication, name: str) -> str:
    owner = publication.publisher if name.startswith("publisher.") else publication
    value = getattr(owner, name.removeprefix("publisher."))
    return "\n".join(value) if isinstance(value, tuple) else str(value)
