"""The patterns of a pack, made of its phrases and regexes; what all of them cost is bounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from palmetto_editor.checks.claims import patterns, phrases
from palmetto_editor.checks.claims.fields import Fields, Table
from palmetto_editor.checks.claims.patterns import Pattern
from palmetto_editor.checks.rule import Pause

MOST_IN_LIST, MOST = 300, 3_000  # patterns in one list, and in a pack
LONGEST = 2**19  # characters of the regexes that a list becomes
AT_ONCE = 2**12  # of them that RE2 is given at once: some milliseconds, and then a key may pass
LARGEST = 400_000  # instructions of RE2 for all of a pack; the shipped one has a fifth of them
_TOO_LARGE = "The patterns up to here are too large together; use fewer, or shorter word lists."

Lists = Mapping[str, Sequence[str]]


@dataclass(slots=True)
class Maker:
    """`words` are the lists that `<name>` stands for, `sets` those of `"@name"`."""

    fields: Fields
    pause: Pause
    words: Lists
    sets: Lists
    count: int = 0
    size: int = 0

    def pattern(self, table: Table, keys: Sequence[str], line: int) -> Pattern | None:
        """One pattern for the lists under these keys; None where none of them is there."""
        sources = [source for key in keys for source in self._sources(table, key, line)]
        if not sources:
            return None
        if len(sources) > MOST_IN_LIST:
            self.fields.fail(line, f"At most {MOST_IN_LIST} patterns stand in one list.")
        if sum(map(len, sources)) > LONGEST:
            self.fields.fail(line, _TOO_LARGE)
        try:
            made = Pattern(tuple(part for some in _parts(sources) for part in self._part(some)))
        except ValueError as error:
            self.fields.fail(line, f"The patterns here are too large together. {error}")
        self.size += made.size
        if self.size > LARGEST:
            self.fields.fail(line, _TOO_LARGE)
        return made

    def _part(self, sources: Sequence[str]) -> tuple[Any, ...]:
        self.pause.call()
        return patterns.compiled(phrases.any_of(sources)).parts

    def _sources(self, table: Table, key: str, line: int) -> list[str]:
        typed = self.fields.texts(table, key, line) or ()
        if key in ("regex", "targets"):
            return [self._regex(source, line) for source in typed]
        return [self._phrase(one, line) for phrase in typed for one in self._named(phrase, line)]

    def _named(self, phrase: str, line: int) -> Sequence[str]:
        """The phrases that `@name` stands for, or the phrase itself."""
        if not phrase.startswith("@"):
            return (phrase,)
        if phrase[1:] not in self.sets:
            said = f"There are no phrases “{phrase[1:]}”."
            self.fields.fail(self.fields.lines.of(phrase, line), said)
        return self.sets[phrase[1:]]

    def _phrase(self, phrase: str, line: int) -> str:
        self._counted(line)
        try:
            return phrases.source(phrase, self.words)
        except ValueError as error:
            at = self.fields.lines.of(phrase, line)
            self.fields.fail(at, f"The phrase “{phrase[:60]}” is not one. {error}")

    def _regex(self, source: str, line: int) -> str:
        self._counted(line)
        try:
            return patterns.checked(source)
        except ValueError as error:
            at = self.fields.lines.of(source, line)
            self.fields.fail(at, f"The regex “{' '.join(source[:60].split())}” is refused. {error}")

    def _counted(self, line: int) -> None:
        self.pause.call()
        self.count += 1
        if self.count > MOST:
            self.fields.fail(line, f"A pack has at most {MOST} patterns.")


def _parts(sources: Sequence[str]) -> Iterator[list[str]]:
    """The sources in their order, as many together as are compiled at once; one at least."""
    part: list[str] = []
    for source in sources:
        if part and sum(map(len, part)) + len(source) > AT_ONCE:
            yield part
            part = []
        part.append(source)
    yield part
