"""Findings as SARIF 2.1.0 (OASIS, errata 01), which code hosts and editors read.

Numbers in brackets are sections of the standard. Columns count code points (3.14.17); a finding
that the writer dismissed is there with its reason as a suppression (3.27.23).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from palmetto_editor import __version__
from palmetto_editor.checks.finding import About, Finding, Severity
from palmetto_editor.commands.addresses import address_in
from palmetto_editor.commands.looked import Looked, Told, Unread

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}


def sarif(looked: Sequence[Looked], unread: Sequence[Unread], status: int) -> str:
    """The whole log as text: one run, every article and page in it."""
    rules = _rules(looked)
    numbers = {rule["id"]: index for index, rule in enumerate(rules)}
    artifacts: list[dict[str, Any]] = []
    results = []
    for one in looked:
        file = _artifacts(one, artifacts)
        results += [_result(one, told, file, numbers, dismissed=d) for told, d in _all(one)]
    run = {
        "tool": {"driver": _driver(rules)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(unread, status)],
        "artifacts": artifacts,
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _all(one: Looked) -> Iterable[tuple[Told, bool]]:
    yield from ((told, False) for told in one.told)
    yield from ((told, True) for told in one.dismissed)


def _driver(rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "palmetto",
        "fullName": f"Palmetto Editor {__version__}",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": rules,
    }


def _rules(looked: Sequence[Looked]) -> list[dict[str, Any]]:
    """Every rule that something was found by, in the order of their ids."""
    found = (told.finding for one in looked for told, _ in _all(one))
    first: dict[str, Finding] = {}
    for finding in found:
        first.setdefault(finding.rule, finding)
    return [_rule(first[rule]) for rule in sorted(first)]


def _rule(finding: Finding) -> dict[str, Any]:
    return {"id": finding.rule, **(_explained(finding.about) if finding.about else {})}


def _explained(about: About) -> dict[str, Any]:
    address = address_in(about.source)
    return {
        "shortDescription": {"text": about.asks},
        "fullDescription": {"text": about.why},
        "help": {"text": f"{about.why}\n\nSource: {about.source} (looked at {about.checked})"},
        **({"helpUri": address} if address else {}),
        "properties": {"source": about.source, "checked": about.checked},
    }


def _result(
    one: Looked, told: Told, file: dict[str, Any], numbers: dict[str, int], *, dismissed: bool
) -> dict[str, Any]:
    finding = told.finding
    result = {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(finding.message.split())},
        "locations": [_location(told, file)],
        "partialFingerprints": {"palmetto/v1": _print(one, told)},
    }
    if dismissed:
        accepted = {"kind": "inSource", "status": "accepted", "justification": told.reason}
        result["suppressions"] = [accepted]
    return result


def _location(told: Told, file: dict[str, Any]) -> dict[str, Any]:
    """The lines in the file (3.29), and the place as this program writes it (3.33)."""
    physical: dict[str, Any] = {"artifactLocation": file}
    if told.region:
        names = ("startLine", "startColumn", "endLine", "endColumn")
        physical["region"] = dict(zip(names, told.region, strict=True))
        if told.words:
            physical["region"]["snippet"] = {"text": told.words}
    place = str(told.finding.place)
    logical = {"fullyQualifiedName": place, "name": told.where, "kind": "member"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _print(one: Looked, told: Told) -> str:
    """What stays the same while text elsewhere changes (3.27.17)."""
    finding = told.finding
    said = (Path(one.path).name, finding.rule, str(finding.place.whole()), told.quote)
    return sha256("\0".join(said).encode("utf-8", "backslashreplace")).hexdigest()


def _artifacts(one: Looked, artifacts: list[dict[str, Any]]) -> dict[str, Any]:
    """Add the file to the artifacts, and the article in it where it is a zip (3.24.4); what points
    at the text of the two (3.4).
    """
    kind = "text/html" if one.is_page else "application/json"
    suffix = Path(one.file).suffix.lower()
    mime = {".zip": "application/zip", ".md": "text/markdown", ".txt": "text/plain"}
    title = {"description": {"text": one.title}} if one.title else {}
    at = {"uri": _uri(one.file), "index": len(artifacts)}
    artifacts.append({"location": at, "mimeType": mime.get(suffix, kind), **title})
    if not one.inside:
        return at
    inner = {"uri": _uri(one.inside), "index": len(artifacts)}
    parent = {"parentIndex": at["index"]}
    artifacts.append({"location": inner, **parent, "mimeType": "application/json", **title})
    return inner


def _invocation(unread: Sequence[Unread], status: int) -> dict[str, Any]:
    told = [
        {
            "level": "error",
            "message": {"text": " ".join(one.why.split())},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(one.path)}}}],
        }
        for one in unread
    ]
    return {
        "executionSuccessful": not unread,
        "exitCode": status,
        **({"toolExecutionNotifications": told} if told else {}),
    }


def _uri(path: str) -> str:
    """A path as an address: relative stays relative, so that it is found in a repository."""
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(os.fsencode(Path(path).as_posix()), safe="/-._~!$&'()+*,;=@")
