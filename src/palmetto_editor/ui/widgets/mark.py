"""A mark: the findings at one spot, and how each gravity looks and is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QTextCharFormat

from palmetto_editor.ui import style
from palmetto_editor.ui.severities import COLOURS, GRAVITY

if TYPE_CHECKING:  # the checks come after the first paint
    from palmetto_editor.checks.finding import Finding, Severity

MARK = Qt.ItemDataRole.UserRole + 7  # a Mark, in the models of lists and grids
TOLD = (MARK, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)
ICON = 13  # px
MOST = 4  # sentences in one tip
WIDTH = 380  # px, of a tip that does not fit in one line
LINE = 60  # characters that do
_RING = 1.5  # px: how thick the small sign of advice is
_WORDS = {"error": "Error", "warning": "Warning", "advice": "Advice"}
_LINES = {
    "error": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "warning": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "advice": QTextCharFormat.UnderlineStyle.DotLine,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One or more findings at one spot, the gravest first; marks of equal findings are equal."""

    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        return self.findings[0].severity

    @property
    def spoken(self) -> str:
        """All of it in one line, for assistive tools."""
        told = [f"{_WORDS[f.severity]}: {f.message}" for f in self.findings[:MOST]]
        return " ".join([*told, *_rest(self.findings)])

    @property
    def tip(self) -> str:
        """All of it as the rich text of a tool tip."""
        colours = style.colours()
        rows = [
            f"<b style='color:{colour(f.severity).name()}'>{_WORDS[f.severity]}</b>"
            f"&nbsp; {escape(f.message)}"
            for f in self.findings[:MOST]
        ]
        rows += _rest(self.findings)
        offered = _offered(self.findings)
        if offered:
            rows.append(f"<span style='color:{colours.muted.name()}'>Ctrl+. {offered}</span>")
        long = max(len(f.message) for f in self.findings[:MOST]) > LINE
        width = f" width='{WIDTH}'" if long else " style='white-space:nowrap'"
        body = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
        return f"<table cellspacing='0' cellpadding='2'{width}>{body}</table>"


def marked(findings: Iterable[Finding]) -> Mark | None:
    """The mark of some findings; None where there are none."""
    ordered = sorted(findings, key=gravity)
    return Mark(tuple(ordered)) if ordered else None


def told(mark: Mark | None, role: int) -> Any:
    """What a model says of a mark in one of the roles `TOLD`."""
    if mark is None or role == MARK:
        return mark
    return mark.tip if role == Qt.ItemDataRole.ToolTipRole else mark.spoken


def gravity(finding: Finding) -> int:
    """0 for an error, more for what is less grave."""
    return GRAVITY[finding.severity]


def colour(severity: Severity) -> QColor:
    """The colour of a severity in the scheme in force."""
    found: QColor = getattr(style.colours(), COLOURS[severity])
    return found


def underline(severity: Severity) -> QTextCharFormat:
    """How the words of a finding are underlined: by a wave, or by dots where it is advice."""
    made = QTextCharFormat()
    made.setUnderlineStyle(_LINES[severity])
    made.setUnderlineColor(colour(severity))
    return made


def draw(painter: QPainter, area: QRect, severity: Severity) -> None:
    """Draw the sign of a severity: each has a shape of its own."""
    sign(severity).paint(painter, area)


def draw_small(painter: QPainter, area: QRectF, severity: Severity) -> None:
    """Draw a sign where there is room for a few pixels: a disc, a triangle, a ring."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(severity))
    if severity == "error":
        painter.drawEllipse(area)
    elif severity == "warning":
        top = QPointF(area.center().x(), area.top())
        painter.drawPolygon([top, area.bottomRight(), area.bottomLeft()])
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(severity), _RING))
        inset = _RING / 2  # half of the line is drawn on either side
        painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset))


def sign(severity: Severity) -> QIcon:
    """The sign of a severity in the colours in force."""
    return style.icon(severity, COLOURS[severity])


def _offered(findings: tuple[Finding, ...]) -> str:
    """What the key for fixes is good for here."""
    if any(finding.fixes for finding in findings):
        return "for fixes"
    return "" if all(finding.firm for finding in findings) else "to let it stand"


def _rest(findings: tuple[Finding, ...]) -> list[str]:
    return [f"and {len(findings) - MOST} more"] if len(findings) > MOST else []
