"""Regexes of packs, matched by RE2: in time linear in the text, whatever the pattern.

A pattern that other engines would take for ever with is refused all the same, since it is never
what was meant, and so is one that matches nothing at all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

LONGEST = 1_000  # characters of a regex that a pack writes
MEMORY = 16 * 2**20  # bytes that RE2 may use for one group of patterns
_TOKEN = re.compile(
    r"\\Q.*?(?:\\E|$)|\\p\{[^}]*\}|\\.|\[\^?\]?(?:\\.|\[:[a-z^]+:\]|[^\]\\])*\]|\((?:\?[^:)]*:)?|\)"
    r"|[*+?]|\{\d*(?:,\d*)?\}|.",
    re.DOTALL,
)
_ENDLESS = re.compile(r"[*+]|\{\d*,\}")


class Pattern(NamedTuple):
    """Finds what it was made for; the same spans as `re` would give, case aside.

    Of several parts each finds its own, so spans may lie over one another.
    """

    parts: tuple[Any, ...]  # re2 has no types

    @property
    def size(self) -> int:
        """Its instructions: what a character of a text may cost at most."""
        return sum(part.programsize for part in self.parts)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it matches, from left to right; nothing that is empty."""
        found = [match.span() for part in self.parts for match in part.finditer(text)]
        return sorted((span for span in found if span[1] > span[0]), key=itemgetter(0))

    def found(self, text: str) -> bool:
        return any(part.search(text) is not None for part in self.parts)


@lru_cache(maxsize=1024)
def compiled(source: str) -> Pattern:
    """The pattern of a regex; ValueError, a sentence, where it is none or one that does harm."""
    import re2  # 4 ms, and only where a pack is in force

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = MEMORY
    try:
        made = re2.compile(source, options)
    except re2.error as error:
        said = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
        raise ValueError(f"It is no regex that RE2 knows ({said}).") from error
    if made.search("") is not None:
        raise ValueError("It matches where nothing stands.")
    return Pattern((made,))


def checked(source: str) -> str:
    """The regex of a pack; ValueError where it is too long, or repeats what repeats."""
    if len(source) > LONGEST:
        raise ValueError(f"A regex has at most {LONGEST} characters.")
    if _repeats_what_repeats(source):
        raise ValueError("It repeats without end what repeats without end, as “(a+)+” does.")
    compiled(source)
    return source


def _repeats_what_repeats(source: str) -> bool:
    """Whether a group with an endless repetition in it is itself repeated without end."""
    inside: list[bool] = [False]  # for each open group, whether something in it repeats
    closed = False  # whether the last thing read is a group that has one
    for token in _TOKEN.finditer(source):
        what = token[0]
        if what.startswith("("):
            inside.append(False)
            closed = False
        elif what == ")" and len(inside) > 1:
            closed = inside.pop()
            inside[-1] = inside[-1] or closed
        elif _ENDLESS.fullmatch(what):
            if closed:
                return True
            inside[-1] = True
        elif what != "?" and not what.startswith("{"):
            closed = False
    return False
