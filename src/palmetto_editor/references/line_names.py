"""Where the authors of a reference line end, and who they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from palmetto_editor.model.csl import Name

_SMALL = (
    r"(?:(?:van|von|zu|de|der|den|des|del|della|di|da|dos|du|la|le|el|al|ten|ter|bin|ibn|Ó|Ní)\s+)"
)
# In Latin Extended-A capitals and small letters take turns: Ł, Č, Š, Ž …
_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x180)) if c.isupper())
_WORD = rf"[{_UPPER}][\w'’\-]{{0,30}}?[a-zß-ÿā-ž'’\-][\w'’\-]{{0,30}}"
_LARGE = r"(?:(?:De|Van|Von)\s+(?:La|Las|Los|De[nr]?|Het)\s+)"
_FAMILY = rf"{_SMALL}*{_LARGE}?{_WORD}(?:\s(?!(?:and|et)\b){_WORD})?"
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
_ENDS = re.compile(
    r"\s*(?P<edited>\([Ee]d(?:itor)?s?\.?\)|,?\s*\b[Ee]d(?:itor)?s?\b\.?)?\s*[.,:]?\s*"
)
# …; Carapace Study Group. | …; on behalf of the Carapace Investigators. | …; Li, Na.
_MORE = re.compile(r"\s*;\s*(?P<more>[^.“\"]{3,160}?)\.\s*(?=\S)")
_ON_BEHALF = re.compile(r"^(?:and\s+|for\s+|on behalf of\s+)+(?:the\s+)?", re.I)
_GROUP = re.compile(
    r"\b(?:group|investigators?|collaborat\w+|consortium|network|committee|team|trialists|force"
    r"|study|association|society|initiative)\b",
    re.I,
)
_PERSON = re.compile(rf"(?P<family>{_FAMILY}),\s+(?P<given>[{_UPPER}][\w'’\-.]*(?:\s[\w'’\-.]+)?)")


@dataclass(frozen=True, slots=True)
class Front:
    """The authors at the beginning of a line, where they end, how sure that is, and whether
    they are said to be the editors.
    """

    names: tuple[Name, ...]
    truncated: bool
    end: int
    sure: float
    edited: bool = False


def find_names(text: str) -> Front | None:
    """The authors that a line begins with; None where no habit of writing them fits."""
    best: Front | None = None
    for whole, one in _HABITS:
        match = whole.match(text)
        if match and _stops(text, match.end()) and (best is None or match.end() > best.end):
            names = tuple(_name(found) for found in one.finditer(match[0]))
            best = _front(names, text, match, _SURE)
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
    return _front(tuple(names), text, match, 0.85)


def _stops(text: str, end: int) -> bool:
    """Whether names may end here: at punctuation, a bracket, a quotation mark or the end."""
    rest = text[end:].lstrip()
    return not rest or rest[0] in ".,:;(\"“‘'«" or text[end - 1 : end] in "."


def _front(names: tuple[Name, ...], text: str, match: re.Match[str], sure: float) -> Front:
    """With the group or the people behind a semicolon, and without the mark of editors."""
    end, cut = match.end(), _is_cut(match[0])
    more = _MORE.match(text, end + text.startswith(".", end))
    behind = _behind(more["more"]) if more else ()
    if more and behind:
        return Front((*names, *behind), cut, more.end(), sure)
    ends = _ENDS.match(text, end)
    return Front(names, cut, ends.end() if ends else end, sure, bool(ends and ends["edited"]))


def _behind(text: str) -> tuple[Name, ...]:
    """`Carapace Study Group`, or `Li, Na; Wu, Jun`; nobody where a part is neither."""
    parts = [part.strip() for part in text.split(";")]
    people = [_PERSON.fullmatch(part) for part in parts]
    if all(people):
        return tuple(Name(family=one["family"], given=one["given"]) for one in people if one)
    if len(parts) == 1 and _GROUP.search(text):
        return (Name(literal=_ON_BEHALF.sub("", text)),)
    return ()


def _literal(text: str) -> tuple[Name, ...]:
    name = text.strip(" .,;:")
    return (Name(literal=name),) if name else ()
