"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_CLOSERS = "\"'”’»)\\]*_"
_END = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]+)(?P<close>[" + _CLOSERS + r"]*)(?=\s|$)"
    r"|(?P<wide>[。！？]+[”」』）]*)"
    r"|(?P<blank>\n[ \t\r]*\n)"
    # what begins a block of Markdown ends what stands before it
    r"|\n(?=[ \t]{0,20}(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|[>|]))"
    r"|^[ \t>]{0,20}(?:#{1,6}[ \t]|\[![^\]\n]{1,40}\])[^\n]*(?P<head>\n)",
    re.MULTILINE,
)
_LEAD = re.compile(r"\s+|[#>|]+\s+|[-*+]\s+|\d{1,9}[.)]\s+(?=\S)|\[![^\]\n]{1,40}\]\s*")
_NEXT = re.compile(r"\s+[\"'“‘«(\[*_]{0,6}(?P<first>\S)")
_TOKEN = re.compile(r"(?:[^\W\d_]|[.&])+$")
_NUMBERED = re.compile(r"(?:^|\n)[ \t>]*\d{1,9}$")
_STARTER = re.compile(
    r"\s+[\"'“‘«(\[*_]{0,6}(?:The|This|These|Those|That|There|Then|It|Its|They|Their|We|Our|He|She|His"
    r"|Her|You|Your|A|An|In|On|At|As|By|For|From|With|Without|Within|When|Where|While|After|Before"
    r"|Among|Although|Because|Both|Each|Some|Many|Most|Several|All|No|None|Not|Other|Another|Such"
    r"|However|Moreover|Furthermore|Further|Therefore|Thus|Hence|Here|Overall|Later|Also|But|And|If"
    r"|Since|Studies|Researchers|Results|Rats|Mice|Animals|What|Which|Who|Why|How|Is|Are|To|Until)\b"
)
# Before a capital these go on, since a name or a number follows.
_NEVER = re.compile(
    r"e\.g|i\.e|eg|ie|vs?|cf|viz|figs?|eqs?|refs?|tab|sect?|chap|ch|vols?|pp?|nos|nr|drs?|prof|mrs?"
    r"|ms|mx|st|sr|jr|messrs|hon|rev|gen|col|lt|sgt|capt|ca|approx|resp|eds?|transl?|trans|suppl|ser"
    r"|art|dept|univ|assn|gov|spp?|subsp|var|incl|esp|al"
)
_BEFORE_NUMBERS = re.compile(r"nos?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|max|min|op|cit")
_INITIALS = re.compile(r"(?:\w\.)+\w")
_LOOK = 24  # characters before a stop that can tell an abbreviation


class Sentence(NamedTuple):
    """`text[start:end]` of the text that was asked about, without the white space around it."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=8192)  # the blocks that are not being typed in are asked for again and again
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, as typed or as shown, in their order.

    Headings, list items, rows of a table and the heads of callouts are sentences of their own,
    stop or none. A stop in an abbreviation, a number or a name's initials ends nothing.
    """
    found, start = [], 0
    for end in (*_ends(text), len(text)):
        begin = start
        while (lead := _LEAD.match(text, begin, end)) is not None:
            begin = lead.end()
        bare = text[begin:end].rstrip()
        if bare.strip("|-=*_:> \t\n"):
            found.append(Sentence(begin, begin + len(bare), bare))
        start = end
    return tuple(found)


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        if match["stop"] is None or _is_end(text, match):
            yield match.end()


def _is_end(text: str, match: re.Match[str]) -> bool:
    following = _NEXT.match(text, match.end(), match.end() + 40)
    if following is None:
        return True
    first = following["first"]
    if first.islower():  # “in vivo? yes”, “approx. ten”
        return False
    if match["stop"] != "." or match["close"]:
        return True
    before = text[max(0, match.start() - _LOOK) : match.start()]
    if _NUMBERED.search(before) and (match.start() < _LOOK or "\n" in before):
        return False
    token = _TOKEN.search(before)
    return token is None or _word_ends(token[0], first, text, match.end())


def _word_ends(word: str, first: str, text: str, after: int) -> bool:
    """Whether a stop behind the word ends a sentence, given what follows."""
    name = word.lower().lstrip(".")
    starts = _STARTER.match(text, after, after + 40) is not None
    if name == "al" or (len(name) == 1 and word[-1].isupper()) or _INITIALS.fullmatch(name):
        return starts and name not in ("e.g", "i.e")
    if _BEFORE_NUMBERS.fullmatch(name):
        return not first.isdigit()
    return not _NEVER.fullmatch(name) or (len(name) == 1 and starts)
