"""On which line of a pack something stands, for what is said of it: tomllib does not tell."""

from __future__ import annotations

import re

_RULE = re.compile(r"\s*\[\[\s*rule\s*\]\]")
_WHEN = re.compile(r"\s*\[\[\s*rule\s*\.\s*when\s*\]\]")


class Lines:
    """Lines count from 1."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._rules = [i for i, line in enumerate(self._lines, 1) if _RULE.match(line)]
        self._whens = [i for i, line in enumerate(self._lines, 1) if _WHEN.match(line)]

    def rule(self, index: int) -> int:
        """Where the rule of this index begins, counted from 0."""
        return self._rules[index] if index < len(self._rules) else self.key("rule")

    def when(self, rule: int, index: int) -> int:
        """Where the `[[rule.when]]` of this index in its rule begins."""
        start = self.rule(rule)
        within = [line for line in self._whens if line > start]
        return within[index] if index < len(within) else start

    def key(self, key: str, start: int = 1) -> int:
        """The first line from `start` on that gives this key a value; `start` where none does."""
        given = re.compile(
            rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]|\s*\[+[\w.]*{re.escape(key)}\]"
        )
        return next((i for i, line in self._from(start) if given.match(line)), start)

    def of(self, value: str, start: int = 1) -> int:
        """The first line from `start` on that holds this text, as TOML writes it."""
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        quoted = (f'"{escaped}"', f"'{value}'")
        bare = [typed for typed in (value, value.rsplit("\n", 1)[-1]) if typed.strip()]
        for first, written in ((start, quoted), (start, bare), (1, bare)):
            for number, line in self._from(first):
                if any(typed in line for typed in written):
                    return number
        return start

    def last(self) -> int:
        """The last line that holds anything."""
        return max((i for i, line in self._from(1) if line.strip()), default=1)

    def longest(self) -> int:
        return max(self._from(1), key=lambda one: len(one[1]))[0]

    def deepest(self) -> int:
        """The line that opens the most brackets, where a text is nested too deep to be read."""
        return max(self._from(1), key=lambda one: one[1].count("[") + one[1].count("{"))[0]

    def _from(self, start: int) -> list[tuple[int, str]]:
        return list(enumerate(self._lines[start - 1 :], start))
