"""The `[[rule]]` tables of a pack, read as rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast, get_args

from palmetto_editor.checks.claims.fields import Fields, Table
from palmetto_editor.checks.claims.making import Maker
from palmetto_editor.checks.claims.pack import (
    CONDITIONS,
    SURFACES,
    ClaimRule,
    Conditions,
    Role,
    Surface,
    When,
)
from palmetto_editor.checks.finding import About, Severity

MOST_RULES = 100
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FOUND, _NOTICE = ("phrases", "regex", "targets"), "notice"
_WHEN_KEYS = {
    *_FOUND, "unless", "but", "where", "silent", "only", "negated", "quoted", "asked", "role",
    "message",
}  # fmt: skip
_RULE_KEYS = _WHEN_KEYS | {
    "category", "severity", "asks", "why", "source", "checked", "offers", "when",
}  # fmt: skip
_OFFERS = ("evidence", "scope", "delete")
_ROLES = tuple(role for role in get_args(Role) if role)
_SLOTS = re.compile(r"\{(?!quote\}|words\}|other\})|(?<!\{quote)(?<!\{words)(?<!\{other)\}")


@dataclass(frozen=True, slots=True)
class RuleTables:
    """`family` is what stands before the dot of each rule's id."""

    fields: Fields
    maker: Maker
    family: str

    def rules(self, tables: list[Table]) -> tuple[ClaimRule, ...]:
        """The rules in their order; UserError where one of them is unsound, or there twice."""
        lines = self.fields.lines
        if len(tables) > MOST_RULES:
            self.fields.fail(lines.rule(MOST_RULES), f"A pack has at most {MOST_RULES} rules.")
        rules: dict[str, ClaimRule] = {}
        for index, table in enumerate(tables):
            rule = self._rule(table, index)
            if rule.category in rules:
                self.fields.fail(lines.rule(index), f"“{rule.category}” is there twice.")
            rules[rule.category] = rule
        return tuple(rules.values())

    def _rule(self, table: Table, index: int) -> ClaimRule:
        fields, line = self.fields, self.fields.lines.rule(index)
        fields.known(table, _RULE_KEYS, line)
        category = fields.text(table, "category", line)
        if not NAME.fullmatch(category):
            at = fields.lines.key("category", line)
            fields.fail(at, "“category” is of small letters, digits and hyphens.")
        severity = fields.one_of(table, "severity", line, get_args(Severity))
        offers = fields.chosen(table, "offers", line, _OFFERS, empty=True)
        return ClaimRule(
            id=f"{self.family}.{category}",
            category=category,
            severity=cast(Severity, severity),
            message=self._message(table, line),
            about=About(
                fields.sentence(table, "asks", line),
                fields.sentence(table, "why", line),
                fields.sentence(table, "source", line),
                fields.day(table, "checked", line),
            ),
            whens=self._whens(table, index),
            removable="delete" in offers,
            citable="evidence" in offers,
        )

    def _whens(self, table: Table, index: int) -> tuple[When, ...]:
        line = self.fields.lines.rule(index)
        more = self.fields.tables(table, "when", line, "More patterns stand under [[rule.when]].")
        whens = [self._when(table, line)] if _finds(table) else []
        for number, one in enumerate(more):
            at = self.fields.lines.when(index, number)
            self.fields.known(one, _WHEN_KEYS, at)
            if not _finds(one):
                self.fields.fail(at, "Phrases, a regex or targets must stand here.")
            message = self._message(one, at) if "message" in one else ""
            whens.append(self._when(one, at, message))
        if not whens:
            self.fields.fail(line, "A rule needs phrases, a regex or targets.")
        return tuple(whens)

    def _when(self, table: Table, line: int, message: str = "") -> When:
        fields, pattern = self.fields, self.maker.pattern
        where = fields.chosen(table, "where", line, SURFACES) or SURFACES
        role = fields.one_of(table, "role", line, _ROLES) if "role" in table else ""
        return When(
            found=pattern(table, ("phrases", "regex"), line),
            targets=pattern(table, ("targets",), line),
            unless=pattern(table, ("unless",), line),
            but=pattern(table, ("but",), line),
            where=frozenset(cast(tuple[Surface, ...], where)),
            silent=self._conditions(table, "silent", line),
            only=self._conditions(table, "only", line),
            negated=fields.flag(table, "negated", line),
            quoted=fields.flag(table, "quoted", line),
            asked=fields.flag(table, "asked", line),
            role=cast(Role, role),
            message=message,
        )

    def _conditions(self, table: Table, key: str, line: int) -> Conditions:
        found = []
        for typed in self.fields.texts(table, key, line) or ():
            names = frozenset(part.strip() for part in typed.split("+"))
            for name in sorted(names - CONDITIONS):
                said = f"“{name}” is none of {', '.join(sorted(CONDITIONS))}."
                self.fields.fail(self.fields.lines.of(typed, line), said)
            found.append(names)
        return tuple(found)

    def _message(self, table: Table, line: int) -> str:
        message = self.fields.sentence(table, "message", line)
        if not message.endswith(".") or _SLOTS.search(message):
            said = "“message” is a sentence that ends in a stop, with {quote}, {words} or {other}."
            self.fields.fail(self.fields.lines.key("message", line), said)
        return message


def _finds(table: Table) -> bool:
    """Whether something is sought here; a rule at the notice needs no patterns of its own."""
    return any(key in table for key in _FOUND) or table.get("role") == _NOTICE
