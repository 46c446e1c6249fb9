"""The preview's own scheme, `app:`. Chromium must hear of it before the first profile is made.

`register` loads QtWebEngineCore: call it after the window's first paint.
"""

from __future__ import annotations

from PySide6.QtWebEngineCore import QWebEngineUrlScheme

NAME = b"app"
HOME = "app://preview/"
ASSETS = HOME + "assets/"


def register() -> None:
    """Tell Chromium of `app:`: secure, with hosts, no way to files; a second call does nothing."""
    if QWebEngineUrlScheme.schemeByName(NAME).name() == NAME:
        return
    scheme = QWebEngineUrlScheme(NAME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)
