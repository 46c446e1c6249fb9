"""How the window looks: two palettes, one style sheet, and icons coloured at run time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from palmetto_editor import assets


@dataclass(frozen=True, slots=True)
class Colours:
    """What a colour is for. All pairs of text and ground reach a contrast of 4.5 : 1."""

    text: QColor
    muted: QColor
    faint: QColor
    border: QColor
    surface: QColor
    raised: QColor
    field: QColor
    accent: QColor
    accent_text: QColor
    selection: QColor
    danger: QColor
    warning: QColor
    success: QColor
    code: QColor
    link: QColor
    heading: QColor
    quote: QColor
    marker: QColor
    citation: QColor


def _colours(words: str) -> Colours:
    return Colours(*(QColor(word) for word in words.split()))


LIGHT = _colours(
    "#1f2421 #59625c #8b948e #d8dcd6 #f4f5f1 #ffffff #ffffff #1f6b4f #ffffff #cfe6da"
    " #a3262a #7a4d00 #1f6b4f #6b3f8f #17618a #12382b #4d6157 #6f7a73 #8a4b12"
)
DARK = _colours(
    "#e4e8e3 #a3ada6 #79837c #363d39 #191c1a #212623 #151816 #63c79c #0c1a14 #28503f"
    " #f0898b #e5b567 #63c79c #c9a3e6 #7cc0e8 #a9e3c8 #9db3a7 #8b958f #e0a56c"
)


def colours() -> Colours:
    """The colours in force: those whose ground is as light as the program's palette."""
    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if ground.lightness() < 128 else LIGHT


def apply(app: QApplication, scheme: str = "system") -> None:
    """Dress the program: `scheme` is `light`, `dark` or `system`."""
    dark = scheme == "dark" or (
        scheme == "system" and app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    )
    chosen = DARK if dark else LIGHT
    app.setStyle("Fusion")
    app.setPalette(_palette(chosen))
    names = {name: getattr(chosen, name).name() for name in Colours.__slots__}
    for drawing in ("chevron", "check"):
        file = f"style/{drawing}-{'dark' if dark else 'light'}.svg"
        names[drawing] = assets.path(file).as_posix()
    sheet = Template(assets.text("style/window.qss"))
    app.setStyleSheet(sheet.substitute(names))


def icon(name: str, role: str = "muted") -> QIcon:
    """An icon of `resources/icons`, drawn in one of the colours in force."""
    return _icon(name, getattr(colours(), role).name())


@lru_cache(maxsize=256)
def _icon(name: str, colour: str) -> QIcon:
    from PySide6.QtSvg import QSvgRenderer  # no icon is drawn before the first paint

    svg = assets.text(f"icons/{name}.svg").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    result = QIcon()
    for size in (16, 20, 32, 40):
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a chosen row keeps its signs clear
            result.addPixmap(pixmap, mode)
    return result


def _palette(c: Colours) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for where, colour in (
        (role.Window, c.surface), (role.WindowText, c.text), (role.Base, c.field),
        (role.AlternateBase, c.surface), (role.Text, c.text), (role.Button, c.raised),
        (role.ButtonText, c.text), (role.BrightText, c.danger), (role.Link, c.link),
        (role.Highlight, c.selection), (role.HighlightedText, c.text),
        (role.PlaceholderText, c.faint), (role.ToolTipBase, c.raised),
        (role.ToolTipText, c.text), (role.Mid, c.border), (role.Midlight, c.border),
        (role.Dark, c.border), (role.Light, c.raised), (role.Shadow, c.border),
        (role.Accent, c.accent),
    ):  # fmt: skip
        palette.setColor(where, colour)
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, where, c.faint)
    return palette
