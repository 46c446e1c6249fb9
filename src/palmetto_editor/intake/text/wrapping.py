"""Lines that an editor or a mail program broke at a column are joined again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from palmetto_editor.intake.text import shapes
from palmetto_editor.intake.text.lines import Line

_NARROWEST, _WIDEST = 45, 110
_FEWEST = 3  # broken lines that make a habit


def width(lines: Sequence[Line]) -> int:
    """The column at which the text was broken; 0 where each line is a paragraph of its own."""
    pairs = [
        (one, other)
        for one, other in pairwise(lines)
        if not (one.blank or other.blank or shapes.json(one.text) or "\t" in one.text)
        and not shapes.marker(other.text)
    ]
    if len(pairs) < _FEWEST:
        return 0
    lengths = sorted(_length(one) for one, _ in pairs)
    column = lengths[int(0.95 * (len(lengths) - 1))]
    if not _NARROWEST <= column <= _WIDEST:
        return 0
    broken = [one for one, other in pairs if breaks(one, other, column)]
    running = [one for one in broken if not shapes.ends_sentence(one.text)]
    habit = len(broken) >= max(_FEWEST, 0.5 * len(pairs)) and len(running) >= 0.4 * len(broken)
    return column if habit else 0


def breaks(one: Line, other: Line, column: int) -> bool:
    """Whether the line ended because the other's first word had no room."""
    if not column or one.blank or other.blank:
        return False
    first = other.text.split(None, 1)[0]
    return _length(one) + 1 + len(first) > column - 1


def joined(parts: Sequence[str], known: Callable[[str], bool]) -> str:
    """The lines as one; a hyphen at a line's end goes where the article has the whole word."""
    words: list[str] = []
    for part in parts:
        last = words[-1] if words else ""
        if last.endswith("-") and last[-2:-1].isalpha() and part[:1].islower():
            head, tail = last.rsplit(None, 1)[-1][:-1], part.split(None, 1)[0]
            whole = known(f"{head}{tail}".strip(".,;:()"))
            words[-1] = (last[:-1] if whole else last) + part.split(None, 1)[0]
            rest = part.split(None, 1)[1:]
            words += rest
        else:
            words.append(part)
    return " ".join(words)


def _length(line: Line) -> int:
    return line.indent + len(line.text)
