"""The web view in its locked room, and the one hand that reaches into the document.

Import this module after the window's first paint: it loads WebEngine.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from palmetto_editor import assets as resources
from palmetto_editor.ui.preview import lock, scheme
from palmetto_editor.ui.preview.prompt import Prompt

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld


class Room(QWebEngineView):
    """Shows one document and calls the functions of `patch.js` in the isolated world.

    `loaded` says that a document stands there, `told` carries what the isolated world
    reports, `crashed` that the renderer's process ended, `refused` that a navigation came to
    nothing.
    """

    loaded = Signal()
    told = Signal(object)
    crashed = Signal()
    refused = Signal()

    def __init__(self, asset: Callable[[str], Path | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = b""
        token = uuid4().hex
        app = QCoreApplication.instance()
        assert app is not None  # noqa: S101  (a widget has an application)
        self._profile = lock.profile(app)
        self._host = lock.Host(lambda: self._document, asset, self._profile)
        self._profile.installUrlSchemeHandler(scheme.NAME, self._host)
        self.gate = lock.Gate(self._profile)
        self._profile.setUrlRequestInterceptor(self.gate)
        page = lock.LockedPage(self._profile, token, self)
        self._hands = _hands(token)
        page.loadFinished.connect(self._on_loaded)
        page.told.connect(lambda word: self.told.emit(json.loads(word)))
        page.renderProcessTerminated.connect(lambda _status, _code: self.crashed.emit())
        self.setPage(page)
        self.prompt = Prompt(self)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for action in (QWebEnginePage.WebAction.Copy, QWebEnginePage.WebAction.SelectAll):
            self.addAction(page.action(action))

    def show_document(self, text: str) -> None:
        """Load this text in place of what stands there."""
        self._document = text.encode()
        self.page().load(QUrl(scheme.HOME))

    def call(
        self, function: str, *arguments: Any, then: Callable[[Any], None] | None = None
    ) -> None:
        """Call a function of `patch.js`; `then` gets its answer, a yes or no or a string."""
        code = f"preview.{function}({','.join(map(json.dumps, arguments))})"
        self.page().runJavaScript(code, WORLD, then or _nothing)

    def _on_loaded(self, ok: bool) -> None:
        """Give a new document its hands.

        A QWebEngineScript would do it, if a refused navigation did not make Qt forget it.
        """
        if ok:
            self.page().runJavaScript(self._hands, WORLD)
            self.loaded.emit()
        else:
            self.refused.emit()

    def leave(self) -> None:
        """Let the page go, and after it the profile: the other way round Chromium crashes."""
        page, profile = self.page(), self._profile
        page.destroyed.connect(profile.deleteLater)
        page.deleteLater()


def _hands(token: str) -> str:
    """The code that a document needs before it can be called."""
    return "\n".join(
        (
            resources.text("preview/morphdom-umd.min.js"),
            f"const PREVIEW_TOKEN = {json.dumps(token)};",
            resources.text("preview/patch.js"),
        )
    )


def _nothing(_answer: Any) -> None:
    pass
