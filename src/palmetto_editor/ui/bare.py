"""What the window shows before its forms are there: the ground, divided as it will be."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QMainWindow

# The ground, a form's field and the dividers, as in `style`, which takes longer to import.
LIGHT = "#f4f5f1", "#ffffff", "#d8dcd6"
DARK = "#191c1a", "#151816", "#363d39"
SYSTEM = "palette(window)", "palette(base)", "palette(mid)"
BARS, STATUS = 80, 27  # px: menu and tools above, the line below
_SIDE, _FORM = 240, 790  # px: where the first two columns end
_LOW, _HIGH, _ROOMY = 120, 200, 900  # px: the problems in a low window, in one as high as that
_SHEET = """
QMainWindow {{ background: {0}; }}
QFrame {{ border: 1px solid {2}; }}
QFrame#field {{ background: {1}; }}
"""


def below(height: int) -> int:
    """How high the problems stand in a window, in px: in a low one they leave more to the text."""
    return max(_LOW, min(_HIGH, _HIGH - (_ROOMY - height) // 2))


def divide(window: QMainWindow, scheme: str) -> None:
    """Show it in `light`, in `dark` or as the system has it."""
    window.setStyleSheet(_SHEET.format(*{"light": LIGHT, "dark": DARK}.get(scheme, SYSTEM)))
    floor = window.height() - BARS - STATUS - below(window.height())
    for name, left, right in (("side", 0, _SIDE), ("form", _SIDE, _FORM), ("field", _FORM, 4_000)):
        frame = QFrame(window)
        frame.setObjectName(name)
        frame.setGeometry(left, BARS, right - left + 1, floor)


def clear(window: QMainWindow) -> None:
    """Take it away."""
    window.setStyleSheet("")
    for frame in window.findChildren(QFrame):
        frame.setParent(None)
