"""What the window shows before its forms are there: the ground, divided as it will be."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QMainWindow

# The ground, a form's field and the dividers, as in `style`, which takes longer to import.
LIGHT = "#f4f5f1", "#ffffff", "#d8dcd6"
DARK = "#191c1a", "#151816", "#363d39"
SYSTEM = "palette(window)", "palette(base)", "palette(mid)"
_DIVIDED = 80, 210, 770, 122  # px: the bars above, two columns, what is below
_SHEET = """
QMainWindow {{ background: {0}; }}
QFrame {{ border: 1px solid {2}; }}
QFrame#field {{ background: {1}; }}
"""


def divide(window: QMainWindow, scheme: str) -> None:
    """Show it in `light`, in `dark` or as the system has it."""
    window.setStyleSheet(_SHEET.format(*{"light": LIGHT, "dark": DARK}.get(scheme, SYSTEM)))
    top, side, middle, bottom = _DIVIDED
    floor = window.height() - bottom - top
    for name, left, right in (("side", 0, side), ("form", side, middle), ("field", middle, 4_000)):
        frame = QFrame(window)
        frame.setObjectName(name)
        frame.setGeometry(left, top, right - left + 1, floor)


def clear(window: QMainWindow) -> None:
    """Take it away."""
    window.setStyleSheet("")
    for frame in window.findChildren(QFrame):
        frame.setParent(None)
