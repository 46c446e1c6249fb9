"""Where the authors of a reference line end, and who they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from palmetto_editor.model.csl import Name

_SMALL = r"(?:(?:van|von|zu|de|der|den|des|del|della|di|da|dos|du|la|le|el|al|ten|ter|bin|ibn)\s+)"
# In Latin Extended-A capitals and small letters take turns: Ł, Č, Š, Ž …
_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x180)) if c.isupper())
_WORD = rf"[{_UPPER}][\w'’\-]{{0,30}}?[a-zß-ÿā-ž'’\-][\w'’\-]{{0,30}}"
_FAMILY = rf"{_SMALL}*{_WORD}(?:\s(?!(?:and|et)\b){_WORD})?"
_JUNIOR = r"(?:,?\s+(?:Jr|Sr|II|III|2nd|3rd)\.?)?"
_ELLIPSIS = r"(?:…|\.\s?\.\s?\.)"  # between the first authors and the last
_SEP = rf"(?:\s*,?\s*{_ELLIPSIS}\s*&?\s*|\s*[,;]\s*(?:&|and)\s+|\s+(?:&|and)\s+|\s*[,;]\s+)"
_CUT = r"(?:\s*[,;]?\s*(?:\.\.\.\s*)?et\s+al\b)"
_DOTTED = rf"[{_UPPER}]\.(?:[\s\-]*[{_UPPER}]\.){{0,3}}"


def _habit(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A whole list of such names, and one of them."""
    bare = re.sub(r"\?P<\w+>", "?:", name)
    return re.compile(rf"\s*{bare}(?:{_SEP}{bare})*{_CUT}?"), re.compile(name)


# Howard AD, Feighner SD | Howard, A. D., & Feighner, S. D. | A. D. Howard and S. Feighner
_HABITS = (
    _habit(
        rf"(?P<family>{_FAMILY})\s+(?P<given>[{_UPPER}]{{1,4}}(?:-[A-Z])?)"
        rf"(?P<suffix>{_JUNIOR})(?![\w’'])"
    ),
    _habit(rf"(?P<family>{_FAMILY}),\s*(?P<given>{_DOTTED})(?P<suffix>{_JUNIOR})"),
    _habit(rf"(?P<given>{_DOTTED})\s*(?P<family>{_FAMILY})(?P<suffix>{_JUNIOR})"),
)
_SURE = 0.95
# Howard, Andrew D., Scott Feighner, and Doris Cully
_GIVEN = r"[A-ZÀ-ÖØ-Þ][\w'’\-]+(?:\s+(?:[A-Z]\.|[A-ZÀ-ÖØ-Þ][\w'’\-]+))?(?:\s*[A-Z]\.)*"
_INVERTED = re.compile(rf"\s*({_FAMILY}),\s+({_GIVEN})((?:,\s+(?:and\s+)?{_GIVEN}\s{_WORD}"
                       rf"|,?\s+and\s+{_GIVEN}\s{_WORD})*){_CUT}?")  # fmt: skip
_ENDS = re.compile(r"\s*(?:\(eds?\.?\)|,\s*eds?\.?)?\s*[.,:]?\s*")


@dataclass(frozen=True, slots=True)
class Front:
    """The authors at the beginning of a line, where they end, and how sure that is."""

    names: tuple[Name, ...]
    truncated: bool
    end: int
    sure: float


def find_names(text: str) -> Front | None:
    """The authors that a line begins with; None where no habit of writing them fits."""
    best: Front | None = None
    for whole, one in _HABITS:
        match = whole.match(text)
        if match and _stops(text, match.end()) and (best is None or match.end() > best.end):
            names = tuple(_name(found) for found in one.finditer(match[0]))
            best = Front(names, _is_cut(match[0]), _end(text, match.end()), _SURE)
    return best or _inverted(text)


def _name(match: re.Match[str]) -> Name:
    given = match["given"].strip()
    return Name(family=match["family"], given=given, suffix=match["suffix"].strip(" ,."))


def _is_cut(listed: str) -> bool:
    return re.search(rf"{_CUT}$|{_ELLIPSIS}", listed) is not None


def all_names(text: str, sure: float = 0.9) -> Front:
    """The authors where the whole text is known to be they; an institution stays as it is."""
    front = find_names(text)
    if front and front.end >= len(text.rstrip(" .,")):
        return front
    cut = re.search(rf"{_CUT}\.?\s*$", text)
    words = text[: cut.start()] if cut else text
    return Front(_literal(words), bool(cut), len(text), sure - 0.2)


def _inverted(text: str) -> Front | None:
    match = _INVERTED.match(text)
    if match is None or not _stops(text, match.end()):
        return None
    names = [Name(family=match[1], given=match[2].strip(" ,"))]
    for part in re.split(r",\s+(?:and\s+)?|,?\s+and\s+", match[3]):
        given, _, family = part.strip().rpartition(" ")
        if family:
            names.append(Name(family=family, given=given))
    return Front(tuple(names), _is_cut(match[0]), _end(text, match.end()), 0.85)


def _stops(text: str, end: int) -> bool:
    """Whether names may end here: at punctuation, a bracket, a quotation mark or the end."""
    rest = text[end:].lstrip()
    return not rest or rest[0] in ".,:;(\"“‘'«" or text[end - 1 : end] in "."


def _end(text: str, end: int) -> int:
    match = _ENDS.match(text, end)
    return match.end() if match else end


def _literal(text: str) -> tuple[Name, ...]:
    name = text.strip(" .,;:")
    return (Name(literal=name),) if name else ()
