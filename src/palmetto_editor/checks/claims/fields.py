"""The fields of a pack's tables, each of the type that it must be, or refused with its line."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from palmetto_editor.checks.claims.lines import Lines
from palmetto_editor.errors import UserError

Table = Mapping[str, Any]


def refused(name: str, why: str) -> UserError:
    """What is said of a pack that cannot be used."""
    remedy = "Mend it with a text editor, or choose another pack."
    return UserError(f"The pack of rules {name} cannot be used.", why, remedy)


@dataclass(frozen=True, slots=True)
class Fields:
    """Reads fields of the file `name`; `line` is always that of the table which they stand in."""

    lines: Lines
    name: str

    def text(self, table: Table, key: str, line: int) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            at = self.lines.key(key, line) if key in table else line
            self.fail(at, f"“{key}” is missing, or no text.")
        return value

    def sentence(self, table: Table, key: str, line: int) -> str:
        """A text in one line, however it was wrapped."""
        return " ".join(self.text(table, key, line).split())

    def texts(
        self, table: Table, key: str, line: int, *, empty: bool = False
    ) -> tuple[str, ...] | None:
        """The texts of a list, None where there is no such key; `empty` tells if it may be."""
        if key not in table:
            return None
        value = table[key]
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            self.fail(self.lines.key(key, line), f"“{key}” is a list of texts.")
        if not value and not empty:
            self.fail(self.lines.key(key, line), f"“{key}” is empty; take it out, or fill it.")
        return tuple(value)

    def chosen(
        self, table: Table, key: str, line: int, among: Collection[str], *, empty: bool = False
    ) -> tuple[str, ...]:
        """The texts of a list, each one of those that there are."""
        found = self.texts(table, key, line, empty=empty) or ()
        for one in found:
            if one not in among:
                said = f"“{one}” is none of {', '.join(sorted(among))}."
                self.fail(self.lines.of(one, line), said)
        return found

    def one_of(self, table: Table, key: str, line: int, among: Collection[str]) -> str:
        value = self.text(table, key, line)
        if value not in among:
            said = f"“{value}” is none of {', '.join(sorted(among))}."
            self.fail(self.lines.key(key, line), said)
        return value

    def day(self, table: Table, key: str, line: int) -> str:
        """An ISO 8601 day; TOML has a type for it, and another with a time."""
        value = table.get(key)
        if type(value) is not date:
            at = self.lines.key(key, line) if key in table else line
            self.fail(at, f"“{key}” is a day, such as 2026-11-22.")
        return value.isoformat()

    def flag(self, table: Table, key: str, line: int) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.fail(self.lines.key(key, line), f"“{key}” is true or false.")
        return value

    def tables(self, table: Table, key: str, line: int, what: str) -> list[Table]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.fail(self.lines.key(key.rpartition(".")[2], line), what)
        return value

    def known(self, table: Table, keys: Collection[str], line: int) -> None:
        """Refuse a key that means nothing here, since it would be left out in silence."""
        for key in table:
            if key not in keys:
                self.fail(self.lines.key(key, line), f"“{key}” is not known here.")

    def fail(self, line: int, why: str) -> NoReturn:
        raise refused(self.name, f"Line {line}: {why}")
