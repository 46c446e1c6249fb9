"""The choice of a citation style: one of the shipped, or one from a file of the writer's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPushButton, QWidget

from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Citations
from palmetto_editor.session import files
from palmetto_editor.ui.widgets.fields import may_shrink
from palmetto_editor.ui.widgets.forms import column, row
from palmetto_editor.ui.widgets.labels import Labelled

AskFile = Callable[[QWidget], Path | None]


def ask_style(parent: QWidget) -> Path | None:
    """The file of a style; None where the writer thinks better of it."""
    kinds = "Citation styles (*.csl);;All files (*)"
    name, _ = QFileDialog.getOpenFileName(parent, "Add a citation style", str(Path.home()), kinds)
    return Path(name) if name else None


class StyleBox(QWidget):
    """Shows `citations`; `changed` comes when the writer chose something else.

    `name` begins the objectNames. A style of the writer's stays in the list while this is open.
    """

    changed = Signal()

    def __init__(self, name: str, citations: Citations, ask: AskFile = ask_style) -> None:
        super().__init__()
        self.setObjectName(name)
        self._citations, self._ask = citations, ask
        self._own: dict[str, tuple[Citations, str]] = {}
        self.styles = may_shrink(QComboBox())
        self.styles.setObjectName(f"{name}.style")
        self.styles.activated.connect(self._choose)
        self.add = QPushButton("Add a .csl file…")
        self.add.setObjectName(f"{name}.add")
        self.add.clicked.connect(self._add)
        self._field = Labelled("Citation style", row(self.styles, self.add, shares=(1, 0)))
        self._field.label.setBuddy(self.styles)
        self.styles.setAccessibleName("Citation style")
        self.badges = QCheckBox("Show the kind of study after each entry")
        self.badges.setObjectName(f"{name}.badges")
        self.badges.setAccessibleName(self.badges.text())
        self.badges.clicked.connect(lambda on: self._take(replace(self._citations, badges=on)))
        layout = column(self)
        layout.addWidget(self._field)
        layout.addWidget(self.badges)
        self.show_citations(citations)

    @property
    def citations(self) -> Citations:
        """What is chosen."""
        return self._citations

    def show_citations(self, citations: Citations) -> None:
        """Show another choice; nobody is told."""
        self._citations = citations
        if citations.csl and citations.style not in self._own:
            title = title_of(citations)
            self._own[citations.style] = (replace(citations, badges=False), title)
        rows = [(style, title) for style, title in shipped() if style not in self._own]
        rows += [(style, f"{title} (your own)") for style, (_, title) in self._own.items()]
        if citations.style not in dict(rows):
            rows.append((citations.style, citations.style))
        if rows != [(self.styles.itemData(i), self.styles.itemText(i)) for i in self._indices]:
            self.styles.clear()
            for style, title in rows:
                self.styles.addItem(title, style)
        self.styles.setCurrentIndex(self.styles.findData(citations.style))
        self.badges.setChecked(citations.badges)

    def say(self, text: str = "", bad: bool = False) -> None:
        """Put words below the list, as a fault if `bad`."""
        self._field.say(text, bad)

    @property
    def _indices(self) -> range:
        return range(self.styles.count())

    def _choose(self, index: int) -> None:
        style = self.styles.itemData(index)
        csl = self._own[style][0].csl if style in self._own else ""
        self._take(replace(self._citations, style=style, csl=csl))

    def _add(self) -> None:
        path = self._ask(self)
        if path is None:
            return
        try:
            found, title = files.add_style(path)
        except (UserError, OSError) as error:
            self.say(_words(error), bad=True)
            return
        self._own[found.style] = (found, title)
        self._take(replace(self._citations, style=found.style, csl=found.csl))

    def _take(self, citations: Citations) -> None:
        if citations != self._citations:
            self.show_citations(citations)
            self.say()
            self.changed.emit()


def shipped() -> list[tuple[str, str]]:
    """Id and title of the styles that come with the program."""
    from palmetto_editor.references.styles.style import offered

    return [(one.id, one.title) for one in offered()]


def title_of(citations: Citations) -> str:
    """What a style of the writer's calls itself; its id where it is none."""
    from palmetto_editor.references.styles.style import describe

    try:
        return describe(citations.csl).title or citations.style
    except UserError:
        return citations.style


def _words(error: UserError | OSError) -> str:
    told = error if isinstance(error, UserError) else files.disk_error(error)
    return " ".join(part for part in (told.what, told.why, told.remedy) if part)
