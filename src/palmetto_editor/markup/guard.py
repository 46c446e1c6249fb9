"""What would take too long, told from the text alone: the same answer on every machine.

Everything here is linear in the text. What is left to refuse is markup so dense that it is no
writing, such as thousands of empty list items, and quotes or lists nested beyond any use. The
cost is estimated while the tree is built, before inline Markdown is read.
"""

from __future__ import annotations

# Microseconds on the machine where this was measured, rounded up.
ELEMENT = 20
_RAW_TAG = 8
_SIGNS = ((6, "*"), (6, "_"), (6, "~"), (6, "`"), (6, "\\"), (6, "@"), (6, "  \n"), (7, "<"))
_BRACKET = 15  # each [ and each ](

_FREE = 100_000  # no text that costs less is refused
_DENSE = 5  # nor one that costs less for each of its characters: prose costs below 1


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
    """What reading inline Markdown will cost."""
    brackets = text.count("[") + text.count("](")
    return _BRACKET * brackets + sum(cost * text.count(sign) for cost, sign in _SIGNS)


def raw_cost(html: str) -> int:
    """What sanitising raw HTML will cost."""
    return _RAW_TAG * html.count("<")


def rough_cost(source: str) -> int:
    """What rendering a short source will cost, from its signs alone and rather too high."""
    marks = source.count("\n") + source.count(">") + source.count("- ") + source.count("+ ")
    return inline_cost(source) + raw_cost(source) + ELEMENT * (1 + marks)
