"""Numbers in the text that point to the reference list become citations of its keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

_LIST = r"\d{1,3}(?:\s{0,2}[,;–-]\s{0,2}\d{1,3})*"
_HREF = r"\(\s*<?#[^\s()<>]{1,100}>?(?:\s+\"[^\"\n]{0,200}\")?\s*\)"
_ONE = rf"\[\\?\[?\(?(\d{{1,3}})\)?\\?\]?\]{_HREF}"
_LINKED = re.compile(
    rf"(?:<sup>\s*)?\\?[\[(]?(?P<links>{_ONE}(?:\s{{0,2}}[,;–-]?\s{{0,2}}{_ONE})*)"
    r"\\?[\])]?(?:\s*</sup>)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(rf"(?P<sign>[–-]?)\s*{_ONE}", re.IGNORECASE)
_RAISED = re.compile(
    rf"(?<=[A-Za-z.,;:!?)”\"’\]])\s?<sup>\s*\\?[\[(]?(?P<list>{_LIST})\\?[\])]?\s*</sup>"
)
_SIGNS = re.compile(
    r"(?<=[A-Za-z.,;:!?)”\"’])(?P<list>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻–][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*)(?![A-Za-z\d])"
)
_MARK = rf"\\?\[{_LIST}\\?\]"
_BRACKETED = re.compile(
    rf"(?:(?<![\\!\w\]])|(?<=[A-Za-z]{{3}}))(?P<list>{_MARK}(?:{_MARK}){{0,7}})(?![(\[:])"
)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|<code>.*?</code>", re.DOTALL)
_UNIT = re.compile(r"(?:\b(?:m|cm|mm|km|kg/m|dm|in|ft|mi|nm|µm|R|r|x|n|χ|s|cells/mm))$")
_FROM_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")

_CLINGS = re.compile(r"(^|\s|[(\[])?\ue003")

Cite = Callable[[str], str]


def citer(numbers: Mapping[int, str], texts: Iterable[str]) -> Cite:
    """What turns the marks of a text into citations. `texts` are all that may hold marks: marks of
    a kind are read only where each of them, in all texts, names an entry of the list.
    """
    whole = "\n\n".join(_CODE.sub("", text) for text in texts)
    kinds = [
        pattern
        for pattern, least in ((_RAISED, 1), (_SIGNS, 1), (_BRACKETED, 1))
        if _fits(pattern, whole, numbers, least)
    ]
    linked = any(_linked(m["links"], numbers) for m in _LINKED.finditer(whole))

    def cite(text: str) -> str:
        return outside_code(text, lambda part: _cited(part, numbers, kinds, linked=linked))

    return cite if numbers and (kinds or linked) else lambda text: text


def _cited(
    text: str, numbers: Mapping[int, str], kinds: Iterable[re.Pattern[str]], *, linked: bool
) -> str:
    if linked:
        text = _LINKED.sub(lambda m: _keys(_linked(m["links"], numbers), numbers) or m[0], text)
    for kind in kinds:
        text = kind.sub(lambda m: _replaced(m, numbers), text)
    return _merged(text)


def _replaced(match: re.Match[str], numbers: Mapping[int, str]) -> str:
    if _is_unit(match):
        return match[0]
    return _keys(_expanded(match["list"]), numbers) or match[0]


def _is_unit(match: re.Match[str]) -> bool:
    """`m²` and the like are no citations."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return match.re is not _BRACKETED and bool(_UNIT.search(before))


def _fits(pattern: re.Pattern[str], text: str, numbers: Mapping[int, str], least: int) -> bool:
    found = [n for m in pattern.finditer(text) if not _is_unit(m) for n in _expanded(m["list"])]
    return bool(found) and all(n in numbers for n in found) and min(found) >= least


def _keys(found: Iterable[int], numbers: Mapping[int, str]) -> str:
    """`[@a; @b]` with a blank before it where the mark clung to a word; "" where one is missing."""
    listed = list(dict.fromkeys(found))
    if not listed or any(n not in numbers for n in listed):
        return ""
    return "\ue003[" + "; ".join(f"@{numbers[n]}" for n in listed) + "]"


def _merged(text: str) -> str:
    """Neighbouring citations joined, and a blank between a word and its citation."""
    text = re.sub(r"\](?:\s{0,2}[,;]?\s{0,2})\ue003\[(?=@)", "; ", text)
    return re.sub(
        r"(?P<before>^|\s|[(\[])?\ue003", lambda m: m[1] if m[1] is not None else " ", text
    )


def _expanded(text: str) -> list[int]:
    """`1,3–5` as 1, 3, 4, 5; a range that is too long is no list of citations."""
    found: list[int] = []
    for part in re.split(r"[\\\[\],;]+", text.translate(_FROM_RAISED)):
        ends = [int(n) for n in re.findall(r"\d+", part)]
        if len(ends) == 2 and ends[0] < ends[1] <= ends[0] + 60:
            found += range(ends[0], ends[1] + 1)
        else:
            found += ends
    return found


def _linked(text: str, numbers: Mapping[int, str]) -> list[int]:
    """The numbers in a run of links; those between two with a dash are meant too."""
    found: list[int] = []
    for match in _NUMBERS.finditer(text):
        number = int(match[2])
        if match["sign"] and found and found[-1] < number <= found[-1] + 60:
            found += range(found[-1] + 1, number)
        found.append(number)
    return found if all(n in numbers for n in found) else []


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """The text changed, but for what stands in code."""
    parts, at = [], 0
    for match in _CODE.finditer(text):
        parts += [change(text[at : match.start()]), match[0]]
        at = match.end()
    return "".join([*parts, change(text[at:])])
