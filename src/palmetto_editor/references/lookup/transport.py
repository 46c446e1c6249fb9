"""One question over the network: its answer's bytes, or why there are none."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote, urljoin

from palmetto_editor.references.lookup.forms import Form, GarbageError
from palmetto_editor.references.lookup.found import Service

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

T = TypeVar("T")

CONNECT = 6.0  # seconds
READ = 10.0  # seconds without a byte; also the longest that a cancelled question lives on
LARGEST = 8_000_000  # bytes of an answer, unpacked
REDIRECTS = 4
TRIES = 4
TRIES_OTHERWISE = 2  # no connection, or a page for a record: that seldom passes
AT_ONCE = 4  # connections to one service that are kept
_PIECE = 65_536
_LIMITED = b"API rate limit exceeded"  # NCBI says it with status 200 too
_HERE = {"localhost", "127.0.0.1", "[::1]"}


class NoAnswerError(Exception):
    """A service gave no answer; `why` is a sentence for the writer."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class PassingError(NoAnswerError):
    """A fault that may pass: `wait` is what the server asks for, in seconds; `most` is how often
    the question is asked in all.
    """

    def __init__(self, why: str, wait: float | None = None, most: int = TRIES) -> None:
        super().__init__(why)
        self.wait, self.most = wait, most


class Transport:
    """Connections to services, through the proxy that the system names; for any thread.

    `check` is called between all steps with the moment (of `time.monotonic`) until which the
    answer must be there; it ends the question by raising.
    """

    def __init__(self, agent: str, check: Callable[[Service, float], None]) -> None:
        self._agent, self._check = agent, check
        self._pools: dict[str, PoolManager] = {}
        self._lock = threading.Lock()

    def close(self) -> None:
        with self._lock:
            for pool in self._pools.values():
                pool.clear()

    def ask(
        self, service: Service, url: str, form: Form[T], until: float
    ) -> tuple[bytes, T] | None:
        """The answer, and what it says; None where it knows no such thing. Raises NoAnswerError."""
        from urllib3.exceptions import HTTPError

        try:
            response = self._open(service, url, until)
            try:
                return self._answer(service, response, form, until)
            finally:
                response.close()
        except HTTPError as error:
            raise _why(service, error) from error

    def _open(self, service: Service, url: str, until: float) -> BaseHTTPResponse:
        """The answer's head, after redirects; the bodies of these are not read."""
        from urllib3 import Timeout

        headers = {"User-Agent": self._agent, "Accept-Encoding": "gzip, deflate"}
        for _ in range(REDIRECTS + 1):
            self._check(service, until)
            left = max(until - time.monotonic(), 0.01)
            response = self._pool(url).request(
                "GET", url, headers=headers, retries=False, redirect=False, preload_content=False,
                timeout=Timeout(connect=min(CONNECT, left), read=min(READ, left)),
            )  # fmt: skip
            target = response.get_redirect_location()
            if not target:
                return response
            response.close()
            url = _joined(url, target)
            if not url.lower().startswith(("https://", "http://")):
                raise NoAnswerError(f"{service} sent the question on to what is no web address.")
        raise NoAnswerError(f"{service} sent the question round in a circle.")

    def _answer(
        self, service: Service, response: BaseHTTPResponse, form: Form[T], until: float
    ) -> tuple[bytes, T] | None:
        status, kind = response.status, response.headers.get("Content-Type", "")
        kind = kind.partition(";")[0].strip().lower()
        if status == 429 or status >= 500:
            raise PassingError(_busy(service, status), asked_wait(response.headers))
        if status != 200 and status not in form.unknown:
            raise NoAnswerError(f"{service} refused the question (status {status}).")
        if not (form.fits(kind) if status == 200 else not kind.endswith("html")):
            raise PassingError(_no_record(service, kind), most=TRIES_OTHERWISE)
        body = self._body(service, response, until)
        if _LIMITED in body[:200]:
            raise PassingError(_busy(service, 429))
        if status != 200:
            return None
        try:
            return body, form.read(body)
        except GarbageError as error:
            raise PassingError(f"The answer of {service} is cut off or damaged.") from error

    def _body(self, service: Service, response: BaseHTTPResponse, until: float) -> bytes:
        pieces, size = [], 0
        while piece := response.read1(_PIECE):
            self._check(service, until)
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST:
                raise NoAnswerError(f"The answer of {service} is too large to be a record.")
        return b"".join(pieces)

    def _pool(self, url: str) -> PoolManager:
        proxy = _proxy(url)
        with self._lock:
            if proxy not in self._pools:
                self._pools[proxy] = _new_pool(proxy)
            return self._pools[proxy]


def asked_wait(headers: Mapping[str, str]) -> float | None:
    """The seconds of `Retry-After`, which are given as such or as a date (RFC 9110, 10.2.3)."""
    value = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,9}", value, re.ASCII):
        return float(value)
    with suppress(ValueError, OverflowError):
        return max(parsedate_to_datetime(value).timestamp() - time.time(), 0.0)
    return None


def _joined(url: str, target: str) -> str:
    """A redirect's address; "" for what is none."""
    try:
        return urljoin(url, target)
    except ValueError:
        return ""


def _proxy(url: str) -> str:
    """The proxy that the environment or the system names for an address, or ""."""
    from urllib.request import getproxies, proxy_bypass

    from urllib3.util import parse_url

    parts = parse_url(url)
    host = parts.host or ""
    if host in _HERE or proxy_bypass(host):
        return ""
    return getproxies().get(parts.scheme or "", "")


def _new_pool(proxy: str) -> PoolManager:
    from urllib3 import PoolManager, ProxyManager, make_headers
    from urllib3.util import parse_url

    if not proxy:
        return PoolManager(maxsize=AT_ONCE)
    known = parse_url(proxy).auth
    headers = make_headers(proxy_basic_auth=unquote(known)) if known else None
    return ProxyManager(proxy, maxsize=AT_ONCE, proxy_headers=headers)


def _busy(service: Service, status: int) -> str:
    if status == 429:
        return f"{service} was asked too often."
    return f"{service} has a fault at the moment (status {status})."


def _no_record(service: Service, kind: str) -> str:
    return (
        f"What answered for {service} sent a page and no record ({kind or 'no type'}). Its address "
        "in the settings may be wrong, or this network may ask for a sign-in."
    )


def _why(service: Service, error: Exception) -> NoAnswerError:
    """Why the network failed, in words."""
    from urllib3 import exceptions as network

    if isinstance(error, network.SSLError):
        return NoAnswerError(f"{service} has no certificate that is trusted here: it is not asked.")
    if isinstance(error, network.LocationValueError):
        return NoAnswerError(f"The address of {service} in the settings is no web address.")
    if isinstance(error, (network.NewConnectionError, network.ProxyError)):
        why = f"{service} cannot be reached. Is this computer online?"
        return PassingError(why, most=TRIES_OTHERWISE)
    if isinstance(error, network.TimeoutError):  # NewConnectionError is one too
        return PassingError(f"{service} did not answer in time.")
    return PassingError(f"The connection to {service} broke off in the middle of the answer.")
