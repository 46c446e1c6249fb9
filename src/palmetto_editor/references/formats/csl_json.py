"""CSL-JSON, of Zotero, Pandoc, Crossref or this program; what does not fit it is told."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any, get_args

from palmetto_editor.model.csl import (
    Date,
    Evidence,
    EvidenceKind,
    Name,
    Update,
    UpdateKind,
    Verified,
)
from palmetto_editor.references import seasons
from palmetto_editor.references.formats.days import read_day
from palmetto_editor.references.formats.making import LONGEST_SOURCE, TEXTS, Making
from palmetto_editor.references.formats.persons import persons
from palmetto_editor.references.imported import Imported, Record, Refused

STEP = 200  # records between two reports of progress
MOST_BROKEN = 1_000  # items: to say where each is damaged costs the length of the file
FORMAT = "CSL-JSON"

# Crossref's REST API has names of its own for these types.
_CROSSREF_TYPES = {
    "journal-article": "article-journal", "book-chapter": "chapter", "book-section": "chapter",
    "proceedings-article": "paper-conference", "dissertation": "thesis", "monograph": "book",
    "edited-book": "book", "reference-book": "book", "posted-content": "article",
    "reference-entry": "entry-encyclopedia", "report-component": "report", "peer-review": "review",
    "journal": "periodical", "proceedings": "book", "component": "document", "other": "document",
}  # fmt: skip
_VARIABLES = {name: name.replace("_", "-") for name in sorted(TEXTS)}
_OLD_NAMES = {
    "container_title_short": ("journalAbbreviation", "short-container-title"),
    "title_short": ("shortTitle",),
    "event_title": ("event",),
    "publisher_place": ("publisher-location",),
    "page": ("article-number",),
}
_NAME_PARTS = {f.name.replace("_", "-"): f.name for f in fields(Name)}
_PEOPLE = ("author", "editor", "translator")
_DAYS = {
    "issued": ("issued", "published", "published-print", "published-online"),
    "accessed": ("accessed",),
}
# What it says of the work and has no place here.
_UNPLACED = re.compile(r"keyword|categories|archive|custom|original-title|funder")
_NEXT = re.compile(r"[}\]]\s*,?\s*(?=\{)")
# What Crossref and Zotero say of the record, not of the work.
_ASIDE = re.compile(
    r"indexed|reference-count|references-count|content-domain|prefix|member|created|deposited|score|"
    r"resource|subject|license|link|reference|is-referenced-by-count|relation|source|assertion|"
    r"update-policy|funder|archive|alternative-id|issn-type|isbn-type|journal-issue|citation-key|"
    r"categories|keyword|system_id|citation-label|published.*|original-title|subtitle|short-title|"
    r"subtype|institution|posted|accepted|multi|custom|approved|content-created|content-updated"
)


def read(text: str, name: str, on_progress: Callable[[float], None]) -> Imported:
    """A list, one item, Crossref's answer, or a line for each item; each good item is kept."""
    values, broken = _values(text)
    records: list[Record] = []
    aside: Counter[str] = Counter()
    refused = [Refused(_origin(name, at), shown, why) for at, shown, why in broken]
    for number, value in enumerate(values, 1):
        record = _record(value, _origin(name, number), aside) if isinstance(value, dict) else None
        if record is None:
            why = "It is no item: a reference has fields such as a title."
            shown = json.dumps(value, ensure_ascii=False)[:LONGEST_SOURCE]
            refused.append(Refused(_origin(name, number), shown, why))
        else:
            records.append(record)
        if number % STEP == 0:
            on_progress(number / len(values))
    remarks = ["The file is damaged; each item was read for itself."] if broken else []
    if aside:
        shown = ", ".join(f"{field} ({n})" for field, n in aside.most_common(12))
        remarks.append(f"Fields for which there is no place: {shown}.")
    return Imported(FORMAT, tuple(records), tuple(refused), tuple(remarks))


def _origin(name: str, number: int) -> str:
    return f"{name}, item {number}" if name else f"item {number}"


def _values(text: str) -> tuple[list[Any], list[tuple[int, str, str]]]:
    """The items; those that are no JSON with their number, their text and why."""
    try:
        return _items(json.loads(text)), []
    except (json.JSONDecodeError, RecursionError):
        return _one_by_one(text)


def _items(value: Any) -> list[Any]:
    while isinstance(value, dict):
        inner = next((value[k] for k in ("message", "items", "references") if k in value), None)
        if not isinstance(inner, (dict, list)) or "title" in value:
            return [value]
        value = inner
    return value if isinstance(value, list) else [value]


def _one_by_one(text: str) -> tuple[list[Any], list[tuple[int, str, str]]]:
    decoder = json.JSONDecoder()
    found: list[Any] = []
    broken: list[tuple[int, str, str]] = []
    at = _next(text, 0)
    while at >= 0:
        if len(broken) >= MOST_BROKEN:
            why = f"{MOST_BROKEN} items before it are damaged; the rest was not tried."
            broken.append((len(found) + len(broken) + 1, text[at:][:LONGEST_SOURCE], why))
            break
        try:
            value, end = decoder.raw_decode(text, at)
            found += _items(value)
        except json.JSONDecodeError as error:
            following = _NEXT.search(text, max(error.pos, at + 1))
            end = following.end() if following else len(text)
            why = f"It is no JSON: {error.msg} at line {error.lineno}."
            broken.append((len(found) + len(broken) + 1, text[at:end][:LONGEST_SOURCE], why))
        except RecursionError:
            end = len(text)
            why = "Its brackets are nested deeper than any reference has them."
            broken.append((len(found) + len(broken) + 1, text[at : at + 200], why))
        at = _next(text, end)
    return found, broken


def _next(text: str, at: int) -> int:
    return text.find("{", at)


def _record(item: Mapping[str, Any], origin: str, aside: Counter[str]) -> Record | None:
    made = Making()
    taken = {"id", "type", *_PEOPLE, "palmetto"}
    kind = _text(item.get("type")) or "document"
    made.type = _CROSSREF_TYPES.get(kind, kind)
    _put_texts(made, item, taken)
    for role in _PEOPLE:
        made.people(role, _people(item.get(role), made))
    _put_days(made, item, taken)
    _extension(made, item)
    if not made.fields:
        return None
    for name, value in item.items():
        if name in taken or value in (None, "", [], {}) or _is_own(name, value):
            continue
        if _UNPLACED.fullmatch(name):
            aside[name] += 1
        elif not _ASIDE.fullmatch(name):
            made.left(name)
    source = json.dumps(item, ensure_ascii=False)
    return made.record(_text(item.get("id")), origin, source)


def _put_days(made: Making, item: Mapping[str, Any], taken: set[str]) -> None:
    for target, names in _DAYS.items():
        for name in (name for name in names if name in item):
            taken.add(name)
            date = _date(item[name])
            made.day(target, date)
            if date:
                _tell_season(item[name], made.fields.get(target), name, made)
            elif item[name]:
                made.left(f"{name} {_short(item[name])}")


def _is_own(name: str, value: Any) -> bool:
    """Whether this is what the program itself writes where CSL-JSON allows it."""
    return name == "custom" and isinstance(value, dict) and value.keys() == {"palmetto"}


def _short(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) < 60 else f"{shown[:59]}…"


def _put_texts(made: Making, item: Mapping[str, Any], taken: set[str]) -> None:
    for target, variable in _VARIABLES.items():
        names = (variable, *_OLD_NAMES.get(target, ()))
        name = next((name for name in names if item.get(name)), variable)
        taken.add(name)
        value = item.get(name)
        # Crossref lists the numbers of print and online.
        text = (
            ", ".join(filter(None, map(_text, value)))
            if (target in {"ISSN", "ISBN"} and isinstance(value, list))
            else _text(value)
        )
        if target in {"DOI", "PMID", "PMCID"}:
            made.identifier(target, text)
        else:
            made.put(target, text)
    sub = _text(item.get("subtitle")) if isinstance(item.get("subtitle"), list) else ""
    if sub and sub not in made.fields.get("title", sub):
        made.fields["title"] = f"{made.fields['title']}: {sub}"
    taken.add("note")
    made.fields.pop("note", None)
    made.note(_text(item.get("note"), lines=True))


def _text(value: Any, *, lines: bool = False) -> str:
    """A text or a number as text; the first of a list, as Crossref has titles."""
    if isinstance(value, list):
        texts = [_text(one) for one in value[:5]]
        return texts[0] if texts else ""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if lines else " ".join(str(value).split())


def _people(value: Any, made: Making) -> Iterator[Name]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            listed = persons([one])
            made.truncated = made.truncated or listed.truncated
            yield from listed.names
        elif isinstance(one, dict):
            parts = {a: _text(one.get(v)) for v, a in _NAME_PARTS.items()}
            parts["literal"] = parts["literal"] or _text(one.get("name"))
            if parts["literal"].lower() in {"others", "et al.", "et al"}:
                made.truncated = True
                continue
            yield Name(**parts)


def _date(value: Any) -> Date | None:
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return read_day(str(value))
    if not isinstance(value, dict):
        return None
    circa = bool(value.get("circa"))
    listed = value.get("date-parts")
    parts = tuple(
        known for one in (listed if isinstance(listed, list) else [])[:2] if (known := _parts(one))
    )
    if parts:
        parts = _with_season(parts, _season(value))
        return Date(date_parts=parts, literal=_text(value.get("literal")), circa=circa)
    words = _text(value.get("raw")) or _text(listed)  # `[["2001-02-03"]]` is a habit too
    date = read_day(words) if words else None
    if date is None and value.get("literal"):
        date = Date(literal=_text(value["literal"]))
    return date and Date(
        date_parts=date.date_parts, literal=date.literal, circa=circa or date.circa
    )


def _tell_season(value: Any, date: Date | None, name: str, made: Making) -> None:
    """A season that is none of the four, or one beside a month, found no place."""
    said = _text(value.get("season")) if isinstance(value, dict) else ""
    months = [month for parts in (date.date_parts if date else ()) for month in parts[1:2]]
    if said and not any(map(seasons.of_month, months)):
        made.left(f"{name} in season “{said}”")


def _season(date: Mapping[str, Any]) -> int:
    said = _text(date.get("season"))
    return int(said) if said in {"1", "2", "3", "4"} else seasons.season(said)


def _with_season(parts: tuple[tuple[int, ...], ...], season: int) -> tuple[tuple[int, ...], ...]:
    """A season is that of a year alone: of one of two, or beside a month, it would be a guess."""
    alone = len(parts) == 1 and len(parts[0]) == 1
    return ((parts[0][0], seasons.as_month(season)),) if season and alone else parts


def _parts(value: Any) -> tuple[int, ...]:
    numbers: list[int] = []
    for one in value[:3] if isinstance(value, list) else [value]:
        text = _text(one)
        if not re.fullmatch(r"-?\d{1,4}", text, re.ASCII):
            break
        numbers.append(seasons.of_edtf(int(text)) if len(numbers) == 1 else int(text))
    return tuple(numbers)


def _extension(made: Making, item: Mapping[str, Any]) -> None:
    """What this program adds, at its own place or in `custom`, where CSL-JSON allows it."""
    custom = item.get("custom")
    own = item.get("palmetto") or (custom.get("palmetto") if isinstance(custom, dict) else None)
    if not isinstance(own, dict):
        return
    made.truncated = made.truncated or own.get("authors_truncated") is True
    evidence, verified, updates = (own.get(k) for k in ("evidence", "verified", "updates"))
    if isinstance(evidence, dict) and _text(evidence.get("kind")) in get_args(EvidenceKind):
        kind: EvidenceKind = evidence.get("kind", "")
        n = evidence.get("n")
        counted = n if isinstance(n, int) and not isinstance(n, bool) and 0 <= n < 2**53 else None
        made.evidence = Evidence(kind=kind, species=_text(evidence.get("species")), n=counted)
    if isinstance(verified, dict) and verified.get("source"):
        made.verified = Verified(
            source=_text(verified.get("source")), date=_text(verified.get("date"))
        )
    for update in updates if isinstance(updates, list) else []:
        if isinstance(update, dict) and _text(update.get("kind")) in get_args(UpdateKind):
            words = {name: _text(update.get(name)) for name in ("source", "date", "DOI")}
            made.updates.append(Update(kind=update["kind"], **words))
