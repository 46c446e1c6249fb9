"""What would take too long, told from the text alone: the same answer on every machine.

What Python-Markdown does in more than linear time is replaced in this package. What is left is
markup so dense that it is no writing: thousands of one-letter emphases or list items. Its cost
is estimated while the tree is built, before the inline patterns see anything.
"""

from __future__ import annotations

import re

# Microseconds on the machine where this was measured, rounded up.
_RUN = 18  # of *, _ or ~
_INSIDE_WORD = 20  # more for a run that may both open and close
_TAG = 25
_RAW_TAG = 8
_LINK = 22  # more for a bracket that has an address
_CHEAP = ((_RUN, "`"), (12, "\\"), (10, "["), (14, "@"), (16, "  \n"))
ELEMENT = 14

_FREE = 60_000  # no text that costs less is refused
_DENSE = 3  # nor one that costs less for each of its characters; prose costs up to 2

_RUNS = re.compile(r"[*_~]+")
_INSIDE = re.compile(r"\w[*~]+(?=\w)")


class TooSlowError(Exception):
    """The text would take too long to render."""


class Budget:
    """What a job may cost, given the length of its source."""

    def __init__(self, length: int) -> None:
        self._left = max(_FREE, _DENSE * length)

    def spend(self, cost: int) -> None:
        """TooSlowError if more is spent than there was."""
        self._left -= cost
        if self._left < 0:
            raise TooSlowError


def inline_cost(text: str) -> int:
    """What the inline patterns will cost."""
    cost = sum(weight * text.count(sign) for weight, sign in _CHEAP)
    cost += _TAG * text.count("<") + _LINK * text.count("](")
    cost -= 14 * (text.count("[@") + text.count("; @"))  # one cluster, found with its bracket
    if "*" in text or "_" in text or "~" in text:
        cost += _RUN * len(_RUNS.findall(text)) + _INSIDE_WORD * len(_INSIDE.findall(text))
    return cost


def raw_cost(html: str) -> int:
    """What sanitising raw HTML will cost."""
    return _RAW_TAG * html.count("<")
