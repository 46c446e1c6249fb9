"""A small server on loopback that answers as Crossref, NCBI, DataCite and Open Library do."""

from __future__ import annotations

import gzip
import json
import re
import sys
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from lookup_answers import BOOKS, CROSSREF, DATACITE, MEDLINE, PMC, WORKS

CROSSREF_TYPE = "application/json"
DATACITE_TYPE = "application/vnd.api+json; charset=utf-8"
PATHS = {
    "Crossref": "/crossref/", "PubMed": "/entrez/eutils/", "DataCite": "/datacite/",
    "Open Library": "/openlibrary/",
}  # fmt: skip


class Service:
    """The server; `faults` of a service are used up one by one, `asked` has every question.

    Its addresses are others after it forgot: a question that a cancelled test had under way is
    late, and nobody's.
    """

    def __init__(self) -> None:
        self.turn = 0
        self.asked: list[tuple[str, str]] = []
        self.heads: list[dict[str, str]] = []
        self.faults: dict[str, deque[Fault]] = defaultdict(deque)
        self.over = threading.Event()
        handler = type("_Bound", (_Handler,), {"service": self})
        self._server = _Server(("127.0.0.1", 0), handler)
        run = {"poll_interval": 0.01}
        threading.Thread(target=self._server.serve_forever, kwargs=run, daemon=True).start()

    @property
    def addresses(self) -> dict[str, str]:
        root = f"http://127.0.0.1:{self._server.server_port}/{self.turn}"
        return {name: root + path for name, path in PATHS.items()}

    def forget(self) -> None:
        self.turn += 1
        self.asked.clear()
        self.heads.clear()
        self.faults.clear()

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()

    def paths(self) -> list[str]:
        return [unquote(path) for path, _ in self.asked]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away in the middle of an answer is what some tests are about."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # a head and its body in one packet
    service: Service

    def do_GET(self) -> None:
        if turn := re.match(r"/(\d+)(?=/)", self.path):
            self.path = self.path[turn.end() :]
            if int(turn[1]) != self.service.turn:
                self.send(b"Too late.", "text/plain", 404)
                return
        self.service.asked.append((self.path, self.headers["User-Agent"]))
        self.service.heads.append({name.lower(): text for name, text in self.headers.items()})
        parts = urlsplit(self.path)  # a proxy is asked for a whole address
        name = next((n for n, path in PATHS.items() if parts.path.startswith(path)), "")
        faults = self.service.faults[name]
        if faults:
            faults.popleft()(self)
            return
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        rest = unquote(parts.path.removeprefix(PATHS[name]))
        _ANSWERS[name](self, rest, query)

    def send(self, body: bytes, kind: str, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def send_json(self, value: Any, kind: str = "application/json", status: int = 200) -> None:
        self.send(json.dumps(value).encode(), kind, status)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the tests look at `asked`."""


Fault = Callable[[_Handler], None]


def _crossref(handler: _Handler, rest: str, query: dict[str, str]) -> None:
    if rest.startswith("works/"):
        work = CROSSREF.get(rest.removeprefix("works/").lower())
        if work is None:
            handler.send(b"Resource not found.", "text/plain", 404)
            return
        message: Any = work
        kind = "work"
    else:
        kind = "work-list"
        found = _filtered(query) if "filter" in query else _worded(query["query.bibliographic"])
        message = {
            "facets": {}, "total-results": len(found), "items-per-page": int(query["rows"]),
            "items": found[: int(query["rows"])], "query": {"start-index": 0, "search-terms": None},
        }  # fmt: skip
    handler.send_json(
        {"status": "ok", "message-type": kind, "message-version": "1.0.0", "message": message},
        CROSSREF_TYPE,
    )


def _filtered(query: dict[str, str]) -> list[dict[str, Any]]:
    isbn = query["filter"].removeprefix("isbn:")
    return [work for work in CROSSREF.values() if isbn in str(work.get("ISBN"))]


def _worded(words: str) -> list[dict[str, Any]]:
    """Crossref always finds something: by how many words agree."""
    wanted = set(re.findall(r"\w+", words.lower()))
    return sorted(
        CROSSREF.values(),
        key=lambda work: -len(wanted & set(re.findall(r"\w+", work["title"][0].lower()))),
    )


def _ncbi(handler: _Handler, rest: str, query: dict[str, str]) -> None:
    if rest == "efetch.fcgi":
        found = [
            MEDLINE.get(i, f"\nid: {i} Error occurred: The following PMID is not available: {i}\n")
            for i in query["id"].split(",")
        ]
        handler.send("\n".join(found).encode(), "text/plain; charset=UTF-8")
    elif rest == "esummary.fcgi":
        handler.send_json(_summary(query["id"]))
    else:
        ids = _searched(query["term"])
        result = {"count": str(len(ids)), "retmax": str(len(ids)), "retstart": "0", "idlist": ids,
                  "translationset": [], "querytranslation": query["term"]}  # fmt: skip
        header = {"type": "esearch", "version": "0.3"}
        handler.send_json({"header": header, "esearchresult": result})


def _summary(number: str) -> dict[str, Any]:
    known = PMC.get(number)
    of = {"uid": number, "articleids": known} if known else {"uid": number, "error": "cannot get "
                                                             "document summary"}  # fmt: skip
    header = {"type": "esummary", "version": "0.3"}
    return {"header": header, "result": {"uids": [number], number: of}}


def _searched(term: str) -> list[str]:
    """PubMed's query language, as far as it is used: fields, AND, and a bracket of ORs."""
    dois = re.findall(r'"([^"]+)"\[AID\]', term)
    if dois:
        known = [f"{doi.lower()} [doi]" for doi in dois]
        return [pmid for pmid, text in MEDLINE.items() if any(doi in text for doi in known)]
    return [pmid for pmid, text in MEDLINE.items() if _matches(_folded(text), term)]


def _matches(text: str, term: str) -> bool:
    return all(
        any(
            all(word in text for word in _folded(one.rpartition("[")[0]).split())
            for one in part.strip("()").split(" OR ")
        )
        for part in term.split(" AND ")
    )


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).lower()


def _datacite(handler: _Handler, rest: str, query: dict[str, str]) -> None:
    if rest.startswith("dois/"):
        record = DATACITE.get(rest.removeprefix("dois/").lower())
        if record is None:
            error = {"status": "404", "title": "The resource you are looking for doesn't exist."}
            handler.send_json({"errors": [error]}, DATACITE_TYPE, 404)
        else:
            handler.send_json({"data": _item(record)}, DATACITE_TYPE)
        return
    words = query["query"].removeprefix("titles.title:(").rstrip(")").lower().split()
    found = [r for r in DATACITE.values() if all(w in str(r["titles"]).lower() for w in words)]
    handler.send_json(
        {"data": [_item(r) for r in found], "meta": {"total": len(found), "page": 1}, "links": {}},
        DATACITE_TYPE,
    )


def _item(record: dict[str, Any]) -> dict[str, Any]:
    return {"id": record["doi"], "type": "dois", "attributes": record, "relationships": {}}


def _open_library(handler: _Handler, rest: str, query: dict[str, str]) -> None:
    if rest == "api/books":
        key = query["bibkeys"]
        book = BOOKS.get(key.removeprefix("ISBN:"))
        handler.send_json({key: book} if book else {})
        return
    words = query["title"].lower().split()
    found = [work for work in WORKS if all(word in work["title"].lower() for word in words)]
    handler.send_json({"numFound": len(found), "start": 0, "numFoundExact": True, "docs": found})


_ANSWERS = {
    "Crossref": _crossref, "PubMed": _ncbi, "DataCite": _datacite, "Open Library": _open_library,
}  # fmt: skip


def status(code: int, **headers: str) -> Fault:
    """A server's own fault, as a page."""
    return lambda handler: handler.send(b"<html>Oh no</html>", "text/html", code, **headers)


def slow(handler: _Handler) -> None:
    """Nothing comes until the tests are over, or three seconds."""
    handler.service.over.wait(3)
    handler.close_connection = True


def dripping(handler: _Handler) -> None:
    """A byte now and then, without an end."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    handler.close_connection = True
    while not handler.service.over.wait(0.01):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def dropped(handler: _Handler) -> None:
    """The connection ends before a word."""
    handler.close_connection = True


def ncbi_limited(handler: _Handler) -> None:
    """NCBI's own way of saying 429, which may come with status 200."""
    handler.send_json(
        {"error": "API rate limit exceeded", "api-key": "192.0.2.1", "count": "4", "limit": "3"}
    )


def page(handler: _Handler) -> None:
    """A network's sign-in page."""
    handler.send(b"<!doctype html><title>Sign in</title>", "text/html; charset=utf-8")


def cut_off(handler: _Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"status": "ok", "message": {')
    handler.close_connection = True


def garbage(handler: _Handler) -> None:
    handler.send(b'{"status": "ok", "mess', "application/json")


def deep(handler: _Handler) -> None:
    handler.send(b"[" * 200_000, "application/json")


def bomb(handler: _Handler) -> None:
    """Small on the wire, large when it is unpacked."""
    body = gzip.compress(b" " * 9_000_000, 1)
    handler.send(body, "application/json", Content_Encoding="gzip")


def nothing_useful(handler: _Handler) -> None:
    """JSON of quite another shape."""
    handler.send_json({"message": ["a", None, {"items": 3}], "data": 7, "esearchresult": "x"})


def sent_on(where: str) -> Fault:
    """A redirect; "" is to itself."""
    return lambda handler: handler.send(b"", "text/plain", 302, Location=where or handler.path)
