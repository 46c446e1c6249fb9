"""One line of a reference list, as people write them, read field by field.

The habits are those of AMA and Vancouver, APA, Harvard, Chicago, MLA, IEEE and Nature, and what
is made of them by hand. Nothing is looked up; what cannot be told apart is told to be unsure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from palmetto_editor.model.csl import Date, Extension, Reference
from palmetto_editor.references.line_book import (
    THESIS,
    take_editors,
    take_forms,
    take_press,
    take_published,
)
from palmetto_editor.references.line_ids import month_number, take_ids
from palmetto_editor.references.line_names import Front, all_names, find_names
from palmetto_editor.references.line_rest import words_left
from palmetto_editor.references.line_tail import YEAR, Tail, find_tail
from palmetto_editor.references.seasons import season

LONGEST = 4_000  # characters: a longer text is no line of a reference list

_NUMBER = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)](?=\s)|[•◦▪‣*–—-](?=\s))\s*")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_MD_LINK = re.compile(r"\[([^\[\]]*)\]\((\S+?)\)")
_STRESS = re.compile(r"(?<![\w*])\*{1,3}([^*\n]+?)\*{1,3}(?![\w*])|(?<!\w)_([^_\n]+?)_(?!\w)")
_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{3,})[”\"»]|(?<!\w)[‘']([^‘’]{8,}?)[’'](?!\w)")
_DATED = re.compile(
    rf"\s*\(\s*(?:(?P<year>{YEAR})[a-z]?(?:,\s*(?P<more>[^()]*))?"
    r"|n\.\s?d\.|(?P<state>in press|forthcoming))\s*\)\s*[.,:]?\s*"
)
_MEDIUM = re.compile(r"\s*\[(?:Internet|Online|Preprint|Epub[^\[\]]*)\]", re.I)
_PLAIN_YEAR = re.compile(rf"\s*\b(?P<year>{YEAR})[a-z]?\s*\.\s+")
_ANY_YEAR = re.compile(rf"\b(?P<year>{YEAR})\b")
_BOUNDARY = re.compile(r"(?<=[.?!])\s+(?=[“\"‘A-Z0-9À-Þ])")
_BEHIND_INITIALS = re.compile(rf"(?<!\b[A-Z]\.){_BOUNDARY.pattern}")  # “U.S. Food and …” is one
_SMALL_WORDS = {"of", "and", "the", "in", "for", "on", "de", "et", "la", "&", "und", "der"}
_EDITION = re.compile(
    r",?\s*\(?\b(\d+(?:st|nd|rd|th)|revised|second|third)\s+ed(?:ition|n)?\b\.?\)?", re.I
)
_CHAPTER = re.compile(r"[.,]?\s+In:?\s+(?=[A-ZÀ-Þ])")
_PROCEEDINGS = re.compile(
    r"\b(?:Proc(?:eedings)?|Conf(?:erence)?|Symp(?:osium)?|Workshop|Congress|Meeting)\b", re.I
)


_NOBODY = Front((), truncated=False, end=0, sure=0.0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line read: `confidence` from 0 to 1 for each CSL variable that is set, by its attribute
    name; `rest` are the words that no field took. The reference's id is "": its key is chosen by
    whoever knows the other keys.
    """

    reference: Reference
    confidence: Mapping[str, float]
    rest: str


def read_line(text: str) -> Line:
    """Read a line; a line that is none gives a reference with what looks like its title."""
    shown, stressed = _cleaned(text[:LONGEST])
    ids, accessed, bare = take_ids(shown)
    bare = _MEDIUM.sub("", bare)
    fields: dict[str, Any] = dict(ids)
    sure = dict.fromkeys(ids, 0.98)
    if accessed:
        fields["accessed"], sure["accessed"] = accessed, 0.9
    tail = find_tail(bare)
    if tail:
        _take_numbers(tail, fields, sure)
    else:
        bare = _take_forms(bare, fields, sure)
    _take_words(tail.before if tail else bare, stressed, fields, sure, is_journal=tail is not None)
    if "issued" not in fields:
        _take_year(tail.after if tail else bare, fields, sure)
    fields.setdefault("type", _type(fields, bare, is_journal=tail is not None))
    reference = Reference(id="", **fields)
    return Line(
        reference, {k: v for k, v in sure.items() if fields.get(k)}, words_left(shown, fields)
    )


def _cleaned(text: str) -> tuple[str, tuple[str, ...]]:
    """The line without marks, and the words that were stressed in it."""
    text = _MD_LINK.sub(lambda m: m[1] if m[1] in m[2] or m[2] in m[1] else f"{m[1]} {m[2]}", text)
    text = text.replace("\u00a0", " ")
    stressed = tuple((m[1] or m[2]).strip(" .,") for m in _STRESS.finditer(text))
    text = _STRESS.sub(lambda m: m[1] or m[2], text)
    text = " ".join(_ESCAPE.sub(r"\1", text).split())
    number = _NUMBER.match(text)
    return text[number.end() :] if number else text, tuple(_without_volume(s) for s in stressed)


def _without_volume(text: str) -> str:
    return re.sub(r",\s*\d+$", "", text)


def _take_numbers(tail: Tail, fields: dict[str, Any], sure: dict[str, float]) -> None:
    numbers = dict(tail.numbers)
    year, month, day = (numbers.pop(name, "") for name in ("year", "month", "day"))
    if year:
        parts = [int(year)]
        if month and month_number(month):
            parts += [month_number(month), *([int(day)] if day and not season(month) else [])]
        fields["issued"], sure["issued"] = Date(date_parts=(tuple(parts),)), tail.sure
    for name, value in numbers.items():
        fields[name] = re.sub(r"\s*[-–—]\s*", "–", value) if name == "page" else value
        sure[name] = tail.sure


def _take_forms(text: str, fields: dict[str, Any], sure: dict[str, float]) -> str:
    """What stands in brackets behind the title of a book, a report or a thesis."""
    forms, text = take_forms(text)
    press, text = take_press(text)
    year = press.pop("year", "")
    if year:
        fields["issued"], sure["issued"] = Date(date_parts=((int(year),),)), 0.9
    day, text = take_published(text)
    if day:
        fields["issued"], sure["issued"] = day, 0.9
    for name, value in (forms | press).items():
        _set(fields, sure, name, value, 0.85)
    return text


def _take_words(
    text: str, stressed: tuple[str, ...], fields: dict[str, Any], sure: dict[str, float],
    *, is_journal: bool,
) -> None:  # fmt: skip
    """Authors, title and what the work stands in, from the words before the numbers."""
    front, rest = _authors(text, fields, sure)
    if front and front.names:
        role = "editor" if front.edited and not is_journal else "author"
        fields[role], sure[role] = front.names, front.sure
        if front.truncated:
            fields["palmetto"] = Extension(authors_truncated=True)
    quoted = _QUOTED.search(rest)
    if quoted:
        title, behind, how = quoted[1] or quoted[2], rest[quoted.end() :], 0.96
        before = rest[: quoted.start()].strip(" .,:")
        if before and not fields.keys() & {"author", "editor"}:
            whole = all_names(before)
            fields["author"], sure["author"] = whole.names, whole.sure
    else:
        title, behind, how = _split_title(rest, stressed, is_journal=is_journal)
    title = title.lstrip(" ;,")
    if title.startswith("&") or len((find_names(title) or _NOBODY).names) > 1:
        how = 0.4  # whom no habit of writing names reached
    _set(fields, sure, "title", _DATED.sub(" ", title), how)
    _take_container(behind, stressed, fields, sure, is_journal=is_journal)


def _authors(text: str, fields: dict[str, Any], sure: dict[str, float]) -> tuple[Front | None, str]:
    """The authors and what follows; a year that stands between goes into the fields."""
    dated = _DATED.search(text)
    if dated and _is_all_names(text[: dated.start()]):
        _date(dated, fields, sure)
        return all_names(text[: dated.start()], 0.95), text[dated.end() :]
    front = find_names(text)
    if front:
        year = _PLAIN_YEAR.match(text, front.end)
        if year:
            _date(year, fields, sure)
            return front, text[year.end() :]
        return front, text[front.end :]
    cut = re.match(r"(.{3,120}?),?\s+et al\.?,?\s+", text)
    if cut:
        return all_names(f"{cut[1]} et al"), text[cut.end() :]
    return _institution(text, fields, sure)


def _is_all_names(text: str) -> bool:
    """Whether a text before a year can be the authors: one sentence, but for initials."""
    front = find_names(text)
    whole = front is not None and front.end >= len(text.rstrip(" .,"))
    return whole or (bool(text.strip()) and len(_BOUNDARY.split(text)) == 1 and len(text) < 200)


def _institution(
    text: str, fields: dict[str, Any], sure: dict[str, float]
) -> tuple[Front | None, str]:
    """A first sentence of few capitalised words, more after it, is who published."""
    first, *more = _BEHIND_INITIALS.split(text, maxsplit=1)
    words = first.rstrip(".").split()
    capital = sum(word.lstrip("(")[:1].isupper() or word in _SMALL_WORDS for word in words)
    if not more or not 1 < len(words) <= 9 or capital < len(words) or _QUOTED.search(first):
        return None, text
    year = _PLAIN_YEAR.match(more[0])
    if year:
        _date(year, fields, sure)
    front = all_names(first, 0.75)
    return front, more[0][year.end() :] if year else more[0]


def _date(match: re.Match[str], fields: dict[str, Any], sure: dict[str, float]) -> None:
    if not match["year"]:  # no date, or one to come
        state = match["state"]
        fields |= {"issued": Date(literal=state)} if state else {}
        sure["issued"] = 0.95
        return
    parts = [int(match["year"])]
    more = (match.groupdict().get("more") or "").split()
    if more and month_number(more[0]):
        parts.append(month_number(more[0]))
        parts += [int(word) for word in more[1:2] if word.isdigit() and not season(more[0])]
    fields["issued"], sure["issued"] = Date(date_parts=(tuple(parts),)), 0.95


def _split_title(
    text: str, stressed: tuple[str, ...], *, is_journal: bool
) -> tuple[str, str, float]:
    """The title, what follows, and how sure that is, where no quotation marks tell."""
    for name in reversed(stressed):
        at = text.rfind(name)
        if at > 3:
            return text[:at], text[at:], 0.93
        if at >= 0 and not is_journal:
            return name, text[at + len(name) :], 0.9  # a book's title
    ends = [match.start() for match in _BOUNDARY.finditer(text)]
    chapter = _CHAPTER.search(text)
    if chapter and not is_journal:
        return text[: chapter.start()], text[chapter.start() :], 0.85
    if not is_journal:
        return (text[: ends[0]], text[ends[0] :], 0.7) if ends else (text, "", 0.5)
    for end in ends:
        if _like_a_journal(text[end:]):
            return text[:end], text[end:], 0.85
    comma = text.rstrip(" ,.").rfind(", ")
    if not ends and comma > 0 and _like_a_journal(text[comma + 2 :]):
        return text[:comma], text[comma + 2 :], 0.6
    return (text[: ends[-1]], text[ends[-1] :], 0.6) if ends else (text, "", 0.4)


def _like_a_journal(text: str) -> bool:
    words = text.strip(" .,").split()
    return 0 < len(words) <= 14 and all(
        word[0].isupper() or word[0].isdigit() or word.strip(".,") in _SMALL_WORDS or word[0] == "("
        for word in words
    )


def _take_container(
    text: str, stressed: tuple[str, ...], fields: dict[str, Any], sure: dict[str, float],
    *, is_journal: bool,
) -> None:  # fmt: skip
    text = text.strip(" .,;:")
    edition = _EDITION.search(text)
    if edition and not is_journal:
        _set(fields, sure, "edition", edition[1], 0.85)
        text = f"{text[: edition.start()]}{text[edition.end() :]}".strip(" .,;:")
    inside = re.match(r"In:?\s+(?P<in>.+)", text, re.I)
    if is_journal and inside:  # the numbers are those of a volume of papers
        fields["type"] = "paper-conference" if _PROCEEDINGS.search(text) else "chapter"
        text = inside["in"]
    if is_journal:
        known = next((name for name in reversed(stressed) if name and name in text), "")
        _set(fields, sure, "container_title", known or text, 0.95 if known else 0.85)
        return
    if inside:
        _take_book(inside["in"], fields, sure)
        return
    _take_publisher(text, fields, sure)


def _take_book(text: str, fields: dict[str, Any], sure: dict[str, float]) -> None:
    """`Smith J, Roe K, eds. The Book. Publisher; 2001:12–40`."""
    editors, how, text = take_editors(text)
    if editors:
        fields["editor"], sure["editor"] = editors, how
    pages = re.search(r"(?:\(?\b(?:pp?\.|:)|,)\s*([\divxlc]+\s*[-–—]\s*[\divxlc]+)\)?", text)
    if pages:
        _set(fields, sure, "page", re.sub(r"\s*[-–—]\s*", "–", pages[1]), 0.85)
        text = f"{text[: pages.start()]} {text[pages.end() :]}"
    title, *more = _BOUNDARY.split(text, maxsplit=1)
    _set(fields, sure, "container_title", title, 0.75)
    _take_publisher(" ".join(more), fields, sure)


def _take_publisher(text: str, fields: dict[str, Any], sure: dict[str, float]) -> None:
    year = list(_ANY_YEAR.finditer(text))
    if year and "issued" not in fields:
        fields["issued"] = Date(date_parts=((int(year[-1]["year"]),),))
        sure["issued"] = 0.8
    thesis = THESIS.search(text)
    if thesis:
        genre = thesis[0].strip("[]").replace("diss.", "dissertation")
        _set(fields, sure, "genre", genre, 0.85)
    text = THESIS.sub("", _ANY_YEAR.sub("", text)).strip(" .,;:()[]")
    place, colon, name = text.partition(": ")
    if colon and len(place.split()) <= 4:
        _set(fields, sure, "publisher_place", place, 0.7)
        text = name
    if text and len(text.split()) <= 8 and "http" not in text:
        _set(fields, sure, "publisher", text, 0.6)


def _take_year(text: str, fields: dict[str, Any], sure: dict[str, float]) -> None:
    years = list(_ANY_YEAR.finditer(text))
    if years:
        fields["issued"] = Date(date_parts=((int(years[-1]["year"]),),))
        sure["issued"] = 0.6


def _set(fields: dict[str, Any], sure: dict[str, float], name: str, text: str, how: float) -> None:
    value = re.sub(r"\.(?:\s+\.)*$", "", text.strip().strip(",;: ")).strip(' ,;:“”"')
    if value and name not in fields:
        fields[name], sure[name] = value, how


def _type(fields: dict[str, Any], bare: str, *, is_journal: bool) -> str:
    if is_journal:
        return "article-journal"
    if THESIS.search(bare) or THESIS.search(fields.get("genre", "")):
        return "thesis"
    if "number" in fields:
        return "report"
    if "container_title" in fields:
        return "chapter"
    if "edition" in fields or "ISBN" in fields or "publisher_place" in fields:
        return "book"
    if "URL" in fields and "DOI" not in fields:
        return "webpage"
    return "article-journal" if "DOI" in fields or "PMID" in fields else "book"
