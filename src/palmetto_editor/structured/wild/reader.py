"""Reads what should have been JSON: one pass, a stack of its own, never an exception.

A Reader stands at a character with some objects and arrays open. Each step looks at that
character and at whether a member, its value, or what follows it is due. Whatever does not fit is
put right where it is plain what was meant, is prose where it is not, and is told either way.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, Literal

from palmetto_editor.structured.wild import marks
from palmetto_editor.structured.wild.found import DEEPEST
from palmetto_editor.structured.wild.gaps import Gaps
from palmetto_editor.structured.wild.memory import Memory
from palmetto_editor.structured.wild.quotes import Quotes

_LONGEST_WORDS = 200
_REACH = 20_000  # characters of a string that is not written as JSON, among prose
_CONSTANTS: dict[str, Any] = {"true": True, "false": False}


@dataclass(slots=True)
class Frame:
    """An object or array that is open. `due` is what may come next in it."""

    value: dict[str, Any] | list[Any]
    start: int
    due: Literal["member", "value", "after"] = "member"
    comma: int = -1  # where the last comma stood, if nothing came after it
    key: str = ""
    key_at: int = 0


@dataclass(slots=True)
class Reading:
    """What a Reader has found so far, by offsets. `solid` is where its last sure token ended."""

    values: list[Any] = field(default_factory=list)
    repairs: list[tuple[str, int, str]] = field(default_factory=list)
    intruders: list[tuple[int, int]] = field(default_factory=list)
    stop: tuple[int, str] | None = None
    solid: int = 0

    def tell(self, what: str, at: int, words: str = "") -> None:
        self.repairs.append((what, at, words))


class Reader:
    """One text, read from `start`. `patience`: prose longer than this ends the JSON for good."""

    def __init__(
        self,
        text: str,
        start: int = 0,
        patience: int | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.text, self.at = text, start
        self.reading = Reading(solid=start)
        self.frames: list[Frame] = []
        self._patience = patience
        self._gaps = Gaps(text, self.reading.tell)
        self._memory = memory or Memory()
        self._quotes = Quotes(text, self.reading.tell, self._memory, patience and _REACH)

    def block(self) -> bool:
        """Read the object or array that begins here, to its end; False where reading stopped."""
        self._open()
        while self.frames:
            self.at = self._gaps.skip(self.at, outside=False)
            if self.at >= len(self.text):
                return self.stop_here("The text ends before the JSON-LD does.")
            frame = self.frames[-1]
            step = self._in_object if isinstance(frame.value, dict) else self._in_array
            if not step(frame, self.text[self.at]):
                return False
        return True

    def stop_here(self, why: str, at: int | None = None) -> bool:
        """Reading ends; what is open stays as far as it was read."""
        self.reading.stop = (self.at if at is None else at, why)
        self.frames.clear()
        return False

    # What each place allows

    def _in_object(self, frame: Frame, mark: str) -> bool:
        if frame.due == "value":
            return self._value(frame, mark)
        if mark == ",":
            return self._comma(frame)
        if mark in "}]":
            return self._close(frame, mark)
        key = marks.KEY.match(self.text, self.at)
        if key:
            return self._key(frame, key)
        if mark in "{[" and marks.OPENER.match(self.text, self.at):
            return self._nameless(frame, mark)
        return self._prose(marks.AFTER_PROSE_IN_OBJECT)

    def _in_array(self, frame: Frame, mark: str) -> bool:
        if mark == ",":
            return self._comma(frame)
        if mark in "}]":
            return self._close(frame, mark)
        inside = len(self.frames) > 1 and isinstance(self.frames[-2].value, dict)
        if inside and marks.QUOTED_KEY.match(self.text, self.at):
            self.reading.tell("a closing ] is missing", self.at)
            return self._pop()
        start = frame.due == "member" or marks.VALUE.match(self.text, self.at) is not None
        if start and frame.due == "after":
            self.reading.tell("a comma is missing", self.at, self._words())
        return self._value(frame, mark) if start else self._prose(marks.AFTER_PROSE_IN_ARRAY)

    # Structure

    def _open(self) -> bool:
        if len(self.frames) >= DEEPEST:
            return self.stop_here(f"It is nested more than {DEEPEST} levels deep.")
        made: dict[str, Any] | list[Any] = {} if self.text[self.at] == "{" else []
        if self.frames:
            self._attach(made)
        else:
            self.reading.values.append(made)
        self.frames.append(Frame(made, self.at))
        return self._to(self.at + 1)

    def _comma(self, frame: Frame) -> bool:
        if frame.due == "member":
            self.reading.tell("a comma too many", self.at, self._words())
        frame.due, frame.comma = "member", self.at
        return self._to(self.at + 1)

    def _close(self, frame: Frame, mark: str) -> bool:
        wanted = "}" if isinstance(frame.value, dict) else "]"
        if mark != wanted:
            return self._crossed(mark, wanted)
        if frame.comma >= 0 and frame.due == "member" and frame.value:
            self.reading.tell("a comma before a closing bracket", frame.comma)
        self._to(self.at + 1)
        return self._pop()

    def _crossed(self, mark: str, wanted: str) -> bool:
        """A closing bracket of the other kind: one is missing before it, or it is too many."""
        kind: type = dict if mark == "}" else list
        after = self._gaps_after(self.at + 1)
        expected = any(isinstance(frame.value, kind) for frame in self.frames)
        if not expected or (after == wanted and self._surplus(kind)):
            self.reading.tell(f"a closing {mark} too many", self.at, self._words())
            return self._to(self.at + 1)
        self.reading.tell(f"a closing {wanted} is missing", self.at, self._words())
        return self._pop()

    def _surplus(self, kind: type) -> bool:
        """Whether the brackets of a kind that are open would still be closed after this one."""
        ahead = self.text[self.at + 1 : self.at + 1 + _LONGEST_WORDS]
        open_ones = sum(isinstance(frame.value, kind) for frame in self.frames)
        return ahead.count("}" if kind is dict else "]") >= open_ones

    def _gaps_after(self, at: int) -> str:
        return self.text[at : at + _LONGEST_WORDS].lstrip()[:1]

    def _pop(self) -> bool:
        self.frames.pop()
        return True

    def _key(self, frame: Frame, match: re.Match[str]) -> bool:
        if frame.due == "after":
            self.reading.tell("a comma is missing", self.at, self._words())
        frame.key, frame.key_at = self._quotes.key(match), self.at
        frame.due, frame.comma = "value", -1
        return self._to(match.end())

    def _nameless(self, frame: Frame, mark: str) -> bool:
        """An object or array where a name is due: a new block, or one more of the last value."""
        if marks.NEW_BLOCK.match(self.text, self.at):
            if self._patience is not None:
                return self.stop_here("The JSON-LD ends before it is whole.", self.reading.solid)
            self.reading.tell("closing brackets are missing", self.at, self._words())
            self.frames.clear()
            return True
        if not frame.value:
            self.reading.tell(f"an opening {mark} too many", self.at)
            return self._to(self.at + 1)
        self.reading.tell(
            f"a value without a name, taken with “{frame.key}”", self.at, self._words()
        )
        assert isinstance(frame.value, dict)  # noqa: S101 (only objects have names)
        held = frame.value.get(frame.key)
        joined = held if isinstance(held, list) else [held]
        frame.value[frame.key] = joined
        frame.due = "after"
        self.frames.append(Frame(joined, self.at))
        self._open()
        if len(self.frames) > 1:
            del self.frames[-2]  # the list was open only to take this value
        return self.reading.stop is None

    def _attach(self, value: Any) -> None:
        frame = self.frames[-1]
        frame.due, frame.comma = "after", -1
        if isinstance(frame.value, list):
            frame.value.append(value)
            return
        if frame.key in frame.value and frame.value[frame.key] != value:
            words = f"{frame.key}: {_shown(frame.value[frame.key])}"
            self.reading.tell("a name twice in one object: the later counts", frame.key_at, words)
        elif frame.key in frame.value:
            self.reading.tell("a name twice in one object", frame.key_at, frame.key)
        frame.value[frame.key] = value

    # Values

    def _value(self, frame: Frame, mark: str) -> bool:
        if mark in "{[":
            return self._open()
        if mark in ",}]":
            self.reading.tell("a value is missing: read as null", self.at, frame.key)
            self._attach(None)
            return True
        opener = marks.QUOTE.match(self.text, self.at)
        if opener:
            return self._string(frame, opener[0])
        number = marks.NUMBER.match(self.text, self.at)
        if number:
            return self._take(_number(number[0]), number.end())
        return self._odd_value(frame)

    def _string(self, frame: Frame, opener: str) -> bool:
        in_array = isinstance(frame.value, list)
        quoted = self._quotes.read(self.at, opener, in_array=in_array)
        self._take(quoted.value, quoted.after)
        if not quoted.whole and (self._patience is not None or self.at >= len(self.text)):
            return self.stop_here("A text has no closing quote.", quoted.after)
        return True

    def _odd_value(self, frame: Frame) -> bool:
        word = marks.WORD.match(self.text, self.at)
        if word:
            value = _CONSTANTS.get(word[0].lower())
            if word[0] not in ("true", "false", "null"):
                self.reading.tell(f"{word[0]} is not JSON: read as {_shown(value)}", self.at)
            return self._take(value, word.end())
        loose = marks.LOOSE_NUMBER.match(self.text, self.at)
        if loose:
            self.reading.tell("a number as JSON does not write it", self.at, loose[0])
            return self._take(_number(loose[0]), loose.end())
        return self._bare(frame)

    def _bare(self, frame: Frame) -> bool:
        """Words without quotes: a value, or prose with the value still to come."""
        in_object = isinstance(frame.value, dict)
        pattern = marks.BARE_VALUE_END if in_object else marks.BARE_ITEM_END
        end = pattern.search(self.text, self.at)
        stop = end.start() if end else len(self.text)
        after = self._gaps.peek(stop)
        value_follows = (
            marks.VALUE.match(self.text, after) and not marks.KEY.match(self.text, after)
            if in_object
            else self.text[stop : stop + 1] not in (",", "]")
            or any(isinstance(item, dict) for item in frame.value)
            or marks.SENTENCE.match(self.text, self.at, self.at + 2_000)
        )
        words = self.text[self.at : stop].strip()
        if value_follows or not words:
            return self._prose(marks.AFTER_PROSE_IN_ARRAY)
        self.reading.tell("a text without quotes", self.at, words[:_LONGEST_WORDS])
        return self._take(words, stop)

    def _take(self, value: Any, end: int) -> bool:
        self._attach(value)
        return self._to(end)

    def _prose(self, ahead: re.Pattern[str]) -> bool:
        """Words that are no part of the JSON: an intruder, up to where structure begins again."""
        patience = len(self.text) if self._patience is None else self._patience
        found = self._memory.search(ahead, self.text, self.at + 1, self.at + 2 * patience)
        end = found.start() if found else len(self.text)
        if self._patience is not None and (found is None or end - self.at > patience):
            return self.stop_here("The JSON-LD ends before it is whole.", self.reading.solid)
        self.reading.intruders.append((self.at, end))
        words = " ".join(self.text[self.at : min(end, self.at + _LONGEST_WORDS)].split())
        self.reading.tell("prose between the members", self.at, words)
        self.at = end
        return True

    def _to(self, at: int) -> bool:
        self.at = self.reading.solid = at
        return True

    def _words(self) -> str:
        return " ".join(self.text[self.at : self.at + 80].split())[:60]


def _number(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:  # "+1", ".5", "01", or more digits than an int may have
        pass
    try:
        return float(text)
    except ValueError:
        return text


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    return json.dumps(value, ensure_ascii=False)[:_LONGEST_WORDS]
