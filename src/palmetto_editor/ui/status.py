"""The status bar: save state, export state, words, problems, and the progress of long work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model.values import Article
from palmetto_editor.session.words import words
from palmetto_editor.ui import style
from palmetto_editor.ui.severities import COLOURS, gravest, summary
from palmetto_editor.ui.tasks import Progress


class Status(QStatusBar):
    """Always says whether the article is saved; `problems_clicked` asks for the panel."""

    problems_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.saved = self._label("status.saved", "Whether the article is saved")
        self.exported = self._label("status.exported", "Whether the page is up to date")
        self.words = self._label("status.words", "Words in the article")
        self._problems = QPushButton("Problems: none")
        self._problems.setObjectName("status.problems")
        self._problems.setProperty("role", "quiet")
        self._problems.clicked.connect(self.problems_clicked)
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setFixedWidth(140)
        self._cancel = QPushButton("Cancel")
        self._cancel.setProperty("role", "quiet")
        self._progress: Progress | None = None
        self._gravest = ""
        self._cancel.clicked.connect(self._stop)
        self.addWidget(self.saved)
        self.addWidget(self.exported)
        for widget in (self._bar, self._cancel, self.words, self._problems):
            self.addPermanentWidget(widget)
        self.idle()

    def work(self, told: str, progress: Progress) -> None:
        """Show a task that has begun."""
        self._progress = progress
        self.showMessage(told)
        self._bar.setValue(0)
        self._bar.show()
        self._cancel.show()

    def idle(self) -> None:
        """No task is left."""
        self._progress = None
        self._bar.hide()
        self._cancel.hide()
        self.clearMessage()

    def show_findings(self, findings: Sequence[Finding], article: Article) -> None:
        """How many problems there are and how grave, and how long the article is."""
        self._problems.setText(f"Problems: {summary(findings)}")
        self._gravest = gravest(findings)
        self.recolour()
        number = words(article)
        self.words.setText("1 word" if number == 1 else f"{number:,} words")

    def tell(self, told: str, lasting: int) -> None:
        """Say something for so many ms, unless a task is being told of."""
        if self._progress is None:
            self.showMessage(told, lasting)

    def recolour(self) -> None:
        """Draw the sign of the gravest problem in the colours in force."""
        sign = self._gravest or "problems"
        self._problems.setIcon(style.icon(sign, COLOURS.get(sign, "muted")))

    def report(self, share: float, told: str) -> None:
        """Show how far the task is."""
        self._bar.setValue(round(share * 100))
        self.showMessage(told)

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.cancel()

    def _label(self, name: str, accessible: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setAccessibleName(accessible)
        return label
