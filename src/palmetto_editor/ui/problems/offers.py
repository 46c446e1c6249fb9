"""What can be done about a finding, as the entries of a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from palmetto_editor.model.edits import Edit
from palmetto_editor.model.values import Dismissal
from palmetto_editor.ui import style
from palmetto_editor.ui.severities import COLOURS

if TYPE_CHECKING:  # the checks come after the first paint
    from palmetto_editor.checks.finding import Finding

MOST = 6  # findings of one menu
_LONGEST = 90  # characters of a sentence in a menu
FIRM = "This cannot be dismissed: the page would be broken. Mend it."


class Deeds:
    """What a menu or a button may do; whoever shows one hands over what does it."""

    def __init__(
        self,
        go: Callable[[Finding], object],
        mend: Callable[[Edit], object],
        dismiss: Callable[[Finding], object],
        restore: Callable[[Dismissal], object],
    ) -> None:
        self.go, self.mend, self.dismiss, self.restore = go, mend, dismiss, restore


def menu_of(
    findings: Sequence[Finding], deeds: Deeds, parent: QWidget, go: str = "Why this matters"
) -> QMenu:
    """Each finding's sentence, its fixes, and its dismissal; `go` names what shows it."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for number, finding in enumerate(findings[:MOST]):
        if number:
            menu.addSeparator()
        if len(findings) > 1 or go != "Go there":
            icon = style.icon(finding.severity, COLOURS[finding.severity])
            menu.addAction(icon, short(finding.message), partial(deeds.go, finding))
        _add(menu, finding, deeds, go)
    return menu


def _add(menu: QMenu, finding: Finding, deeds: Deeds, go: str) -> None:
    for edit in finding.fixes:
        menu.addAction(f"Fix: {short(edit.label)}", partial(deeds.mend, edit))
    menu.addAction(go, partial(deeds.go, finding))
    if finding.firm:
        dismiss = QAction("Dismiss…", menu)
        dismiss.setEnabled(False)
        dismiss.setToolTip(FIRM)
        menu.addAction(dismiss)
    else:
        menu.addAction("Dismiss…", partial(deeds.dismiss, finding))


def short(text: str, longest: int = _LONGEST) -> str:
    """A text on one line of a menu or a button; an ampersand stands for itself."""
    line = " ".join(text.split())
    cut = f"{line[: longest - 1].rstrip()}…" if len(line) > longest else line
    return cut.replace("&", "&&")
