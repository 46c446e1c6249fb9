"""The one door to the network: a question is asked here, politely, and only when it is called.

A question has a time limit over all its tries. What passes by itself (no connection, a fault of
the server, too many questions, an answer cut off) is tried again, later and later, and after as
long as the server asks for in `Retry-After`.
"""

from __future__ import annotations

import itertools
import re
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TypeVar
from urllib.parse import urlencode

from palmetto_editor import __version__
from palmetto_editor.references.lookup import services
from palmetto_editor.references.lookup.cache import Cache
from palmetto_editor.references.lookup.forms import Form, GarbageError
from palmetto_editor.references.lookup.found import Service
from palmetto_editor.references.lookup.transport import NoAnswerError, PassingError, Transport

T = TypeVar("T")

LIMIT = 30.0  # seconds for one question, with all its tries
GIVE_UP = 3  # questions in succession without an answer: the service is down
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.ASCII)


class CancelledError(Exception):
    """The writer does not want the answer any more."""


class Client:
    """Asks the services at `addresses` (by default their own); it serves one look-up, of one work
    or many, from any number of threads. A `with` statement closes its connections.

    `email` goes with each question, as the services ask for: they write to it before they shut
    somebody out. `cache` is the folder of kept answers. `on_wait` is told, as a sentence, why a
    question waits; `cancelled` is asked between all steps. `back_off` is the first wait, in
    seconds, before a question is asked again; each other is twice as long.
    """

    def __init__(
        self,
        addresses: Mapping[Service, str] | None = None,
        *,
        email: str = "",
        cache: Path | None = None,
        limit: float = LIMIT,
        on_wait: Callable[[str], object] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
        pace: Mapping[Service, float] = services.PACE,
        back_off: float = 1.0,
    ) -> None:
        self._addresses = dict(addresses or services.ADDRESSES)
        self._email = email.strip() if _EMAIL.fullmatch(email.strip()) else ""
        self._cache, self._limit, self._back_off = Cache(cache), limit, back_off
        self._on_wait, self._cancelled, self._stopped = on_wait, cancelled, threading.Event()
        self._pace, self._lock = pace, threading.Lock()
        self._next = dict.fromkeys(services.SERVICES, 0.0)
        self._failures = dict.fromkeys(services.SERVICES, 0)
        self._transport = Transport(self.agent, self._check)

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._transport.close()

    def cancel(self) -> None:
        """End every question under way, and ask no other."""
        self._stopped.set()

    @property
    def is_cancelled(self) -> bool:
        return self._stopped.is_set() or self._cancelled()

    @property
    def agent(self) -> str:
        """How the program introduces itself."""
        about = f" (mailto:{self._email})" if self._email else ""
        return f"PalmettoEditor/{__version__}{about}"

    def get(
        self, service: Service, path: str, params: Mapping[str, str], form: Form[T]
    ) -> T | None:
        """What the service says; None where it knows no such thing.

        Raises NoAnswerError where there is no answer, CancelledError where the writer stopped it.
        """
        question = _with(f"{self._addresses[service]}{path}", params)
        kept = self._cache.get(question)
        if kept is not None:
            with suppress(GarbageError):
                return form.read(kept)
        if self._failures[service] >= GIVE_UP:
            raise NoAnswerError(f"{service} did not answer several times and is left alone now.")
        try:
            answer = self._tries(service, self._signed(service, question), form)
        except NoAnswerError:
            self._failures[service] += 1
            raise
        self._failures[service] = 0
        if answer is None:
            return None
        self._cache.put(question, answer[0])
        return answer[1]

    def _signed(self, service: Service, question: str) -> str:
        """With who asks, where a service wants it in the address and not in the agent's name."""
        signed = {}
        if service == "PubMed":
            signed = {"tool": "palmetto-editor"} | ({"email": self._email} if self._email else {})
        elif service == "Crossref" and self._email:
            signed = {"mailto": self._email}
        return _with(question, signed)

    def _tries(self, service: Service, url: str, form: Form[T]) -> tuple[bytes, T] | None:
        self._take_turn(service)
        until = time.monotonic() + self._limit
        wait = self._back_off
        for count in itertools.count(1):
            try:
                return self._transport.ask(service, url, form, until)
            except PassingError as fault:
                asked = wait if fault.wait is None else fault.wait
                if count >= fault.most or time.monotonic() + asked >= until:
                    raise _last(service, fault, may_try=count < fault.most) from fault
                self._on_wait(f"{fault.why} It is asked again in a moment.")
                self._sleep(asked)
                wait *= 2
            self._take_turn(service)
        raise AssertionError  # the count has no end

    def _take_turn(self, service: Service) -> None:
        """Wait until the service likes to be asked again."""
        with self._lock:
            now = time.monotonic()
            start = max(now, self._next[service])
            self._next[service] = start + self._pace.get(service, 0.0)
        self._sleep(start - now)

    def _check(self, service: Service, until: float) -> None:
        if self.is_cancelled:
            raise CancelledError
        if time.monotonic() > until:
            raise NoAnswerError(f"{service} did not answer within {self._limit:g} seconds.")

    def _sleep(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if self._cancelled() or self._stopped.wait(min(left, 0.1)):
                raise CancelledError


def _with(address: str, params: Mapping[str, str]) -> str:
    if not params:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode(params)}"


def _last(service: Service, fault: PassingError, *, may_try: bool) -> NoAnswerError:
    """What is told of the last fault; that the server asks for more time, where it does."""
    if fault.wait and may_try:
        return NoAnswerError(f"{service} asks not to be asked again for {fault.wait:.0f} seconds.")
    return NoAnswerError(fault.why)
