"""BibTeX and BibLaTeX, in whatever state a library is, as records."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from palmetto_editor.errors import UserError
from palmetto_editor.references.formats import bib_entries
from palmetto_editor.references.formats.bib_entries import Chunk, Outside, Parsed
from palmetto_editor.references.formats.bib_fields import Fields, type_of
from palmetto_editor.references.formats.bib_types import TYPES
from palmetto_editor.references.formats.bib_values import Family, Strings
from palmetto_editor.references.formats.making import LONGEST_SOURCE, Making
from palmetto_editor.references.imported import Imported, Record, Refused

MOST_IN_A_FIELD = 1_000_000  # characters; no field of a reference has as many
STEP = 200  # entries between two reports of progress

_GUESS = 0.6
# What programs keep for themselves: told once for the file, not at every record.
_OF_PROGRAMS = re.compile(
    r"file|local-url|groups?|owner|timestamp|creationdate|modificationdate|date-(?:added|modified)|"
    r"bdsk-.+|keywords?|mendeley-.+|__markedentry|ranking|priority|printed|readstatus|comment|"
    r"citeulike-.+|posted-at|biburl|bibsource|added-at|(?:inter|intra)hash|username|rating|read|"
    r"eissn|issn-l|unique-id|researcherid-numbers|orcid-numbers|times-cited|cited-references|"
    r"usage-count-.+|web-of-science-.+|journal-iso|doc-delivery-number|number-of-cited-references|"
    r"affiliations?|author-email|funding-.+|keywords-plus|research-areas|da|oa|options|ids|type",
    re.IGNORECASE,
)


def read(text: str, name: str, on_progress: Callable[[float], None]) -> Imported:
    """Every entry as a record or a refusal; what it inherits from others is in it."""
    strings = Strings(len(text))
    entries: list[tuple[Parsed, dict[str, str], tuple[str, ...]]] = []
    refused: list[Refused] = []
    comments: list[Outside] = []
    done = 0
    for chunk in bib_entries.split(text):
        if isinstance(chunk, Outside):
            if chunk.is_lost:
                why = "It stands between the entries."
                refused.append(_refused(name, chunk.line, chunk.text, why))
            else:
                comments.append(chunk)
            continue
        done += len(chunk.text)
        try:
            _take(chunk, strings, entries)
        except UserError as error:
            refused.append(_refused(name, chunk.line, chunk.text, str(error)))
        if len(entries) % STEP == 0:
            on_progress(0.5 * min(done / (len(text) or 1), 1))
    imported = _made(entries, refused, name, on_progress)
    if comments and imported.count:
        first = f"line {comments[0].line}: “{' '.join(comments[0].text[:60].split())}”"
        said = f"Words between the entries were taken as comments, first in {first}."
        return replace(imported, remarks=(*imported.remarks, said))
    return imported


def _take(
    chunk: Chunk, strings: Strings, entries: list[tuple[Parsed, dict[str, str], tuple[str, ...]]]
) -> None:
    if chunk.kind == "string":
        strings.define(chunk)
    if chunk.kind in bib_entries.NO_RECORDS:
        return
    parsed = bib_entries.parse(chunk)
    fields, unknown = {}, []
    for name, value in parsed.fields.items():
        if len(value) > MOST_IN_A_FIELD:
            raise UserError(f"Its field “{name}” is larger than any field of a reference.")
        fields[name], missing = strings.text(value)
        unknown += [word for word in missing if name not in {"month", "year"}]
    if not any(value.strip() for value in fields.values()):
        raise UserError("No field could be read in it.")
    entries.append((parsed, fields, tuple(unknown)))


def _made(
    entries: list[tuple[Parsed, dict[str, str], tuple[str, ...]]],
    refused: list[Refused],
    name: str,
    on_progress: Callable[[float], None],
) -> Imported:
    keys = Counter(parsed.key.casefold() for parsed, _, _ in entries if parsed.key)
    by_key: dict[str, tuple[Parsed, dict[str, str]]] = {}
    for parsed, fields, _ in entries:
        by_key.setdefault(parsed.key.casefold(), (parsed, fields))
    family = Family(by_key)
    records: list[Record] = []
    aside: Counter[str] = Counter()
    for number, (parsed, own, unknown) in enumerate(entries):
        if parsed.kind == "xdata":
            aside["@xdata"] += 1
            continue
        fields, told = family.fields(parsed, own)
        records.append(_record(parsed, fields, (*told, *_undefined(unknown)), name, aside))
        if number % STEP == 0:
            on_progress(0.5 + 0.5 * number / len(entries))
    twice = [parsed.key for parsed, _, _ in entries if keys[parsed.key.casefold()] > 1]
    return Imported("BibTeX", tuple(records), tuple(refused), _remarks(aside, twice))


def _remarks(aside: Counter[str], twice: list[str]) -> tuple[str, ...]:
    said = []
    data = aside.pop("@xdata", 0)
    if data:
        said.append(f"{data} × @xdata: no work, its fields are in those that refer to it.")
    if twice:
        shown = ", ".join(list(dict.fromkeys(twice))[:5])
        said.append(f"A key stands at more than one entry: {shown}. All of them were read.")
    if aside:
        shown = ", ".join(f"{field} ({count})" for field, count in aside.most_common(12))
        said.append(f"Fields for which there is no place: {shown}.")
    return tuple(said)


def _undefined(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"The abbreviation “{one}” is not defined; it stands as it is." for one in names)


def _refused(name: str, line: int, text: str, why: str) -> Refused:
    return Refused(_origin(name, line), text[:LONGEST_SOURCE], why)


def _origin(name: str, line: int) -> str:
    return f"{name}, line {line}" if name else f"line {line}"


def _record(
    parsed: Parsed, fields: dict[str, str], told: tuple[str, ...], name: str, aside: Counter[str]
) -> Record:
    made = Making()
    made.remarks += [*parsed.remarks, *told]
    made.type = type_of(parsed.kind, fields)
    if parsed.kind not in TYPES and made.type == "document":
        made.remarks.append(f"Its type “{parsed.kind}” is not known; please choose one.")
    reader = Fields(fields, made)
    reader.take(parsed.kind)
    for field in reader.left():
        if _OF_PROGRAMS.fullmatch(field):
            aside[field] += 1
        else:
            made.left(field)
    if parsed.mended:
        made.confidence = {**dict.fromkeys(made.fields, _GUESS), **made.confidence}
    key = " ".join(parsed.key.split())
    return made.record(key, _origin(name, parsed.line), parsed.text.strip())
