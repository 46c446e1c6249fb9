"""The locked room in which the page is shown: no script, no request, no way out.

The page is a stranger's text made safe, and safe once more here: even markup that slipped through
finds JavaScript off, a content security policy that allows nothing but images and styles of the
preview, and a gate that lets no address through but the preview's own.
"""

from __future__ import annotations

from collections.abc import Callable
from mimetypes import guess_type
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWebEngineCore import (
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlSchemeHandler,
)

from palmetto_editor.ui.preview import scheme

OUTSIDE = frozenset({"http", "https", "mailto"})
POLICY = (
    b"default-src 'none'; img-src app: data:; style-src 'unsafe-inline' app:; script-src 'none'; "
    b"base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'"
)
# A list for each name: PySide would send the bytes of a bare value one by one, as so many headers.
HEADERS = {
    QByteArray(b"Content-Security-Policy"): [QByteArray(POLICY)],
    QByteArray(b"X-Content-Type-Options"): [QByteArray(b"nosniff")],
    QByteArray(b"Cache-Control"): [QByteArray(b"no-store")],
}
_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.JavascriptEnabled,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.ErrorPageEnabled,
)


class Host(QWebEngineUrlSchemeHandler):
    """Answers `app://preview/` with the document and `assets/<file>` with that image."""

    def __init__(
        self,
        document: Callable[[], bytes],
        asset: Callable[[str], Path | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._asset = document, asset

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        job.setAdditionalResponseHeaders(HEADERS)  # type: ignore[arg-type]  # see above
        url = job.requestUrl()
        folder, _, file = url.path(QUrl.ComponentFormattingOption.FullyDecoded).rpartition("/")
        if bytes(job.requestMethod().data()) != b"GET" or url.host() != "preview":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif url == QUrl(scheme.HOME):
            buffer = QBuffer(job)
            buffer.setData(self._document())
            buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            job.reply(b"text/html; charset=utf-8", buffer)
        elif folder == "/assets":
            self._reply_with_image(job, file)
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _reply_with_image(self, job: QWebEngineUrlRequestJob, file: str) -> None:
        path = self._asset(file)
        kind = guess_type(file)[0] or ""
        device = QFile(path, job) if path else None
        known = device and kind.startswith("image/")
        if device and known and device.open(QIODevice.OpenModeFlag.ReadOnly):
            job.reply(kind.encode(), device)
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)


class Gate(QWebEngineUrlRequestInterceptor):
    """Lets the preview's own addresses through, and images that stand in the page itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.refused = 0

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        image = QWebEngineUrlRequestInfo.ResourceType.ResourceTypeImage
        own = info.requestUrl().scheme()
        if own == "app" or (own == "data" and info.resourceType() == image):
            return
        self.refused += 1
        info.block(True)


class LockedPage(QWebEnginePage):
    """Goes nowhere but home. `told` carries what the isolated world says, without its token."""

    told = Signal(str)

    def __init__(self, profile: QWebEngineProfile, token: str, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._token = token
        settings = self.settings()
        for attribute in _OFF:
            settings.setAttribute(attribute, False)
        settings.setAttribute(_Attribute.ScrollAnimatorEnabled, True)
        settings.setUnknownUrlSchemePolicy(  # so that a mailto: link asks `acceptNavigation…`
            QWebEngineSettings.UnknownUrlSchemePolicy.AllowUnknownUrlSchemesFromUserInteraction
        )
        self.newWindowRequested.connect(self._open_beside)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        url = QUrl(url)
        kinds = QWebEnginePage.NavigationType
        if kind == kinds.NavigationTypeLinkClicked:
            open_outside(url)
        own = kind in (kinds.NavigationTypeTyped, kinds.NavigationTypeReload)
        return is_main_frame and own and url == QUrl(scheme.HOME)

    def _open_beside(self, request: QWebEngineNewWindowRequest) -> None:
        """A click with Ctrl or the middle button, or a link with a target of its own."""
        if request.isUserInitiated():
            open_outside(request.requestedUrl())

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> None:  # type: ignore[override]
        """No other window; Qt's stub knows no None, Qt itself takes it for "no"."""

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
    ) -> None:
        if message.startswith(self._token):
            self.told.emit(message.removeprefix(self._token))


def open_outside(url: QUrl) -> None:
    """Hand an address of the web, or of a person, to the system; no other."""
    if url.scheme() in OUTSIDE:
        QDesktopServices.openUrl(url)


def profile(parent: QObject) -> QWebEngineProfile:
    """A profile that keeps nothing on disk. It must outlive its page: give it the QApplication."""
    scheme.register()
    kept = QWebEngineProfile(parent)
    kept.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    kept.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    kept.downloadRequested.connect(lambda download: download.cancel())
    return kept
