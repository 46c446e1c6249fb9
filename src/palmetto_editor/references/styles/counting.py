"""Numbers as entries show them: ranges of pages, ordinals, Roman numerals."""

from __future__ import annotations

import re

from palmetto_editor.references.styles.terms import Locale

LONGEST = 200  # characters of a field that may be numbers
_DASH = re.compile(r"\s*[-‐‑–—]+\s*")
_NUMERIC = re.compile(r"\s*[^\W\d_]*\d+[^\W\d_]*(?:\s*[,&\-–—]\s*[^\W\d_]*\d+[^\W\d_]*)*\s*")
_MANY = re.compile(
    r"\d[^\W\d_]?\s*(?:[,&]|[-–—])\s*\w*\d|\d[^\W\d_][-–—][^\W\d_]\b|\b(?:and|et)\b"
    r"|\b[ivxlc]+[-–—][ivxlc]+\b"
)
_PAGE = re.compile(r"(\D*?)(\d+)(\D*)")
_SPLIT = re.compile(r"(\s*[,&;]\s*)")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def is_numeric(text: str) -> bool:
    """Numbers alone, each with letters before or after, as CSL's `is-numeric` asks."""
    return len(text) <= LONGEST and _NUMERIC.fullmatch(text) is not None


def is_many(text: str) -> bool:
    """Whether a label beside the text is plural."""
    return _MANY.search(text[:LONGEST]) is not None


def pages(text: str, form: str, locale: Locale) -> str:
    """`974–77`: each range with the locale's dash, its end as the style's range format has it."""
    dash = locale.term("page-range-delimiter") or "–"
    parts = _SPLIT.split(text.strip())
    shown = [part if i % 2 else _range(part, form, dash) for i, part in enumerate(parts)]
    return "".join(", " if i % 2 and p.strip() == "," else p for i, p in enumerate(shown))


def first_page(text: str) -> str:
    return _DASH.split(_SPLIT.split(text.strip())[0])[0]


def _range(text: str, form: str, dash: str) -> str:
    ends = _DASH.split(text)
    if len(ends) != 2 or not all(ends):
        return dash.join(ends)
    start, end = (_PAGE.fullmatch(part) for part in ends)
    if not start or not end or not form:
        return dash.join(ends)
    if (start[1] != end[1] and end[1]) or start[3] or end[3]:
        return dash.join(ends)
    return ends[0] + dash + _end(start, end, form)


def _end(start: re.Match[str], end: re.Match[str], form: str) -> str:
    first, last = start[2], end[2]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    if form == "expanded":
        return start[1] + last
    if len(first) != len(last):
        return last
    common = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), None)
    if common is None:
        return start[1] + last
    return last[_kept_from(first, common, form) :] or last


def _kept_from(first: str, common: int, form: str) -> int:
    """How many of the first digits the end may leave out."""
    if form == "minimal":
        return common
    if form == "minimal-two":
        return min(common, max(len(first) - 2, 0))
    ending = first[-2:]
    if len(first.lstrip("0")) < 3 or ending == "00":
        return 0
    if ending[0] == "0":
        return common
    if form in ("chicago", "chicago-15") and len(first) == 4 and len(first) - common >= 3:
        return 0
    return min(common, len(first) - 2)


def ordinal(number: int, locale: Locale) -> str:
    last_two, last_one = number % 100, number % 10
    for name in (f"ordinal-{last_two:02}", f"ordinal-{last_one:02}", "ordinal"):
        if name == f"ordinal-{last_one:02}" and last_two >= 10 and last_two // 10 == 1:
            continue
        if found := locale.term(name):
            return f"{number}{found}"
    return str(number)


def long_ordinal(number: int, locale: Locale) -> str:
    return locale.term(f"long-ordinal-{number:02}") or ordinal(number, locale)


def roman(number: int) -> str:
    if not 0 < number < 6000:
        return str(number)
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out


def in_form(text: str, form: str, locale: Locale) -> str:
    """Every number of the text in the form of a `cs:number`."""
    turn = {"ordinal": ordinal, "long-ordinal": long_ordinal}.get(form)
    dashed = _DASH.sub("–", text.strip())
    if form == "roman":
        return re.sub(r"\b\d{1,4}\b", lambda m: roman(int(m[0])), dashed)
    if turn is None:
        return dashed
    return re.sub(r"\b\d{1,9}\b", lambda m: turn(int(m[0]), locale), dashed)
