"""A pack's text read strictly: what is unknown, ill-typed or harmful is an error with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn, cast, get_args

from palmetto_editor.checks.claims import patterns, phrases
from palmetto_editor.checks.claims.lines import Lines
from palmetto_editor.checks.claims.pack import (
    CONDITIONS,
    SURFACES,
    ClaimRule,
    Conditions,
    Pack,
    Role,
    Surface,
    When,
)
from palmetto_editor.checks.claims.patterns import Pattern
from palmetto_editor.checks.claims.words import english
from palmetto_editor.checks.finding import About, Severity
from palmetto_editor.checks.rule import Pause
from palmetto_editor.errors import UserError

LARGEST = 2**18  # characters of a pack
MOST_RULES, MOST_PATTERNS, MOST_WORDS = 100, 300, 2_000
HOUSE = "claims"  # the family of the shipped rules
SHIPPED = "research-use-only"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PACK_KEYS = {
    "format", "version", "id", "title", "jurisdiction", "date", "extends", "without", "applies",
    "words", "phrases", "rule",
}  # fmt: skip
_WHEN_KEYS = {
    "phrases", "regex", "targets", "unless", "but", "where", "silent", "only", "negated",
    "quoted", "asked", "role", "message",
}  # fmt: skip
_RULE_KEYS = _WHEN_KEYS | {
    "category", "severity", "asks", "why", "source", "checked", "offers", "when",
}  # fmt: skip
_OFFERS = {"evidence", "scope", "delete"}
_NOBODY = Pause()
_SLOTS = re.compile(r"\{(?!quote\}|words\}|other\})|(?<!\{quote)(?<!\{words)(?<!\{other)\}")


def decode(text: str, name: str, pause: Pause = _NOBODY) -> Pack:
    """The pack in a text; UserError, with the line in the file `name`, where it is none.

    `pause` is called between its phrases.
    """
    if len(text) > LARGEST:
        raise _refused(name, f"It is longer than {LARGEST // 1024} KiB, and no pack is.")
    try:
        tree = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _refused(name, f"It is not TOML: {str(error) or 'nested too deep'}.") from error
    return _Reader(tree, Lines(text), name, pause).pack()


def _refused(name: str, why: str) -> UserError:
    remedy = "Mend it with a text editor, or choose another pack."
    return UserError(f"The pack of rules {name} cannot be used.", why, remedy)


@dataclass(slots=True)
class _Reader:
    tree: Mapping[str, Any]
    lines: Lines
    name: str
    pause: Pause
    words: Mapping[str, Sequence[str]] | None = None
    sets: Mapping[str, Sequence[str]] | None = None
    count: int = 0

    def pack(self) -> Pack:
        tree = self.tree
        self._known(tree, _PACK_KEYS, 1)
        if tree.get("format") != "palmetto-claims" or tree.get("version") != 1:
            self._fail(1, 'A pack begins with format = "palmetto-claims" and version = 1.')
        day = tree.get("date")
        if not isinstance(day, date):
            self._fail(self.lines.key("date"), "“date” is a day, such as 2026-11-22.")
        pack_id = self._text(tree, "id", 1)
        if not _NAME.fullmatch(pack_id):
            self._fail(self.lines.key("id"), "“id” is of small letters, digits and hyphens.")
        base = self._base()
        self.words = english() | (dict(base.lists) if base else {}) | self._lists("words")
        self.sets = self._lists("phrases")
        rules = self._rules(pack_id)
        applies = self._pattern(self._texts(tree, "applies", 1), 1) if "applies" in tree else None
        return Pack(
            id=pack_id,
            title=self._text(tree, "title", 1),
            jurisdiction=self._text(tree, "jurisdiction", 1),
            date=day.isoformat(),
            applies=applies or (base.applies if base else None),
            rules=(*self._kept(base, rules), *rules),
            lists=tuple((key, tuple(value)) for key, value in self.words.items()),
        )

    def _base(self) -> Pack | None:
        if "extends" not in self.tree:
            return None
        from palmetto_editor.checks.claims.shipped import shipped, shipped_ids

        base = self._text(self.tree, "extends", 1)
        if base not in shipped_ids():
            self._fail(self.lines.key("extends"), f"No pack “{base}” is shipped.")
        return shipped(base, self.pause)

    def _kept(self, base: Pack | None, own: Sequence[ClaimRule]) -> tuple[ClaimRule, ...]:
        """The rules of the pack that this one extends, but for what it replaces or leaves out."""
        names = self._texts(self.tree, "without", 1) if "without" in self.tree else ()
        if base is None:
            return ()
        known = {rule.category for rule in base.rules}
        for name in names:
            if name not in known:
                self._fail(self.lines.of(name), f"The pack “{base.id}” has no “{name}”.")
        gone = {*names, *(rule.category for rule in own)}
        return tuple(rule for rule in base.rules if rule.category not in gone)

    def _lists(self, key: str) -> dict[str, tuple[str, ...]]:
        lists = self.tree.get(key, {})
        if not isinstance(lists, dict):
            self._fail(self.lines.key(key), f"“[{key}]” is a table of lists.")
        found = {str(name): self._texts(lists, name, 1) for name in lists}
        for name, entries in found.items():
            if not entries or len(entries) > MOST_WORDS:
                said = f"“{name}” has between one and {MOST_WORDS} entries."
                self._fail(self.lines.key(name), said)
        return found

    def _rules(self, pack_id: str) -> tuple[ClaimRule, ...]:
        tables = self.tree.get("rule", [])
        if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
            self._fail(1, "Each rule is a table, under [[rule]].")
        if len(tables) > MOST_RULES:
            self._fail(self.lines.rule(MOST_RULES), f"A pack has at most {MOST_RULES} rules.")
        if not tables and "extends" not in self.tree:
            self._fail(1, "The pack has no rule.")
        rules = [self._rule(pack_id, one, index) for index, one in enumerate(tables)]
        names = [rule.category for rule in rules]
        for index, name in enumerate(names):
            if name in names[:index]:
                self._fail(self.lines.rule(index), f"“{name}” is there twice.")
        return tuple(rules)

    def _rule(self, pack_id: str, table: Mapping[str, Any], index: int) -> ClaimRule:
        line = self.lines.rule(index)
        self._known(table, _RULE_KEYS, line)
        category = self._text(table, "category", line)
        if not _NAME.fullmatch(category):
            self._fail(self.lines.of(category, line), "“category” is of small letters and hyphens.")
        severity = self._text(table, "severity", line)
        if severity not in get_args(Severity):
            said = f"“{severity}” is not error, warning or advice."
            self._fail(self.lines.key("severity", line), said)
        offers = self._texts(table, "offers", line)
        for offer in offers:
            if offer not in _OFFERS:
                said = f"“{offer}” is not offered: evidence, scope and delete are."
                self._fail(self.lines.of(offer, line), said)
        return ClaimRule(
            id=f"{HOUSE if pack_id == SHIPPED else pack_id}.{category}",
            category=category,
            severity=cast(Severity, severity),
            message=self._message(table, line, needed=True),
            about=self._about(table, line),
            whens=self._whens(table, index),
            removable="delete" in offers,
            citable="evidence" in offers,
        )

    def _about(self, table: Mapping[str, Any], line: int) -> About:
        day = table.get("checked")
        if not isinstance(day, date):
            self._fail(self.lines.key("checked", line), "“checked” is a day, such as 2026-11-22.")
        asks, why, source = (
            " ".join(self._text(table, key, line).split()) for key in ("asks", "why", "source")
        )
        return About(asks, why, source, day.isoformat())

    def _whens(self, table: Mapping[str, Any], index: int) -> tuple[When, ...]:
        line = self.lines.rule(index)
        more = table.get("when", [])
        if not isinstance(more, list) or not all(isinstance(one, dict) for one in more):
            self._fail(line, "More patterns are tables, under [[rule.when]].")
        whens = []
        if {"phrases", "regex", "targets"} & table.keys() or table.get("role") == "notice":
            whens.append(self._when(table, line))
        for number, one in enumerate(more):
            at = self.lines.when(index, number)
            self._known(one, _WHEN_KEYS, at)
            whens.append(self._when(one, at))
        if not whens:
            self._fail(line, "A rule needs phrases, a regex or targets.")
        return tuple(whens)

    def _when(self, table: Mapping[str, Any], line: int) -> When:
        found = [*self._phrases(table, "phrases", line), *self._regexes(table, "regex", line)]
        targets = self._regexes(table, "targets", line)
        if not found and not targets and table.get("role") != "notice":
            self._fail(line, "Phrases, a regex or targets must stand here.")
        return When(
            found=self._joined(found, line),
            targets=self._joined(targets, line),
            unless=self._joined(self._phrases(table, "unless", line), line),
            but=self._joined(self._phrases(table, "but", line), line),
            where=self._where(table, line),
            silent=self._conditions(table, "silent", line),
            only=self._conditions(table, "only", line),
            negated=self._flag(table, "negated", line),
            quoted=self._flag(table, "quoted", line),
            asked=self._flag(table, "asked", line),
            role=self._role(table, line),
            message=self._message(table, line, needed=False) if "when" not in table else "",
        )

    def _phrases(self, table: Mapping[str, Any], key: str, line: int) -> list[str]:
        """The regexes of phrases; `@name` stands for the phrases of that name."""
        made = []
        sets = self.sets or {}
        for phrase in self._texts(table, key, line) if key in table else ():
            if phrase.startswith("@") and phrase[1:] not in sets:
                self._fail(self.lines.of(phrase, line), f"There are no phrases “{phrase[1:]}”.")
            named = sets[phrase[1:]] if phrase.startswith("@") else (phrase,)
            made += [self._phrase(one, line) for one in named]
        return made

    def _phrase(self, phrase: str, line: int) -> str:
        self._counted(line)
        try:
            return phrases.source(phrase, self.words or {})
        except ValueError as error:
            at = self.lines.of(phrase, line) or self.lines.of(phrase)
            self._fail(at, f"The phrase “{phrase[:60]}” is not one. {error}")

    def _regexes(self, table: Mapping[str, Any], key: str, line: int) -> list[str]:
        made = []
        for source in self._texts(table, key, line) if key in table else ():
            self._counted(line)
            try:
                made.append(patterns.checked(source))
            except ValueError as error:
                at = self.lines.of(source, line)
                self._fail(at, f"The regex “{source[:60]}” is refused. {error}")
        return made

    def _counted(self, line: int) -> None:
        self.pause.call()
        self.count += 1
        if self.count > MOST_PATTERNS * 10:
            self._fail(line, f"A pack has at most {MOST_PATTERNS * 10} patterns.")

    def _pattern(self, texts: Sequence[str], line: int) -> Pattern | None:
        return self._joined([self._phrase(text, line) for text in texts], line)

    def _joined(self, sources: Sequence[str], line: int) -> Pattern | None:
        if not sources:
            return None
        self.pause.call()
        if len(sources) > MOST_PATTERNS:
            self._fail(line, f"At most {MOST_PATTERNS} patterns stand in one list.")
        try:
            return patterns.compiled(phrases.any_of(sources))
        except ValueError as error:
            self._fail(line, f"The patterns here are too large together. {error}")

    def _where(self, table: Mapping[str, Any], line: int) -> frozenset[Surface]:
        if "where" not in table:
            return frozenset(SURFACES)
        named = self._texts(table, "where", line)
        for name in named:
            if name not in SURFACES:
                self._fail(self.lines.of(name, line), f"“{name}” is none of {', '.join(SURFACES)}.")
        return frozenset(cast(Sequence[Surface], named))

    def _conditions(self, table: Mapping[str, Any], key: str, line: int) -> Conditions:
        found = []
        for typed in self._texts(table, key, line) if key in table else ():
            names = frozenset(part.strip() for part in typed.split("+"))
            for name in names - CONDITIONS:
                at = self.lines.of(typed, line)
                self._fail(at, f"“{name}” is none of {', '.join(sorted(CONDITIONS))}.")
            found.append(names)
        return tuple(found)

    def _role(self, table: Mapping[str, Any], line: int) -> Role:
        role = table.get("role", "")
        if role not in get_args(Role):
            self._fail(self.lines.key("role", line), "“role” is finding, says, against or notice.")
        return cast(Role, role)

    def _flag(self, table: Mapping[str, Any], key: str, line: int) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self._fail(self.lines.key(key, line), f"“{key}” is true or false.")
        return value

    def _message(self, table: Mapping[str, Any], line: int, *, needed: bool) -> str:
        if not needed and "message" not in table:
            return ""
        message = " ".join(self._text(table, "message", line).split())
        if not message.endswith(".") or _SLOTS.search(message):
            said = "“message” is a sentence that ends in a stop, with {quote}, {words} or {other}."
            self._fail(self.lines.key("message", line), said)
        return message

    def _text(self, table: Mapping[str, Any], key: str, line: int) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            at = self.lines.key(key, line) if key in table else line
            self._fail(at, f"“{key}” is missing, or no text.")
        return value

    def _texts(self, table: Mapping[str, Any], key: str, line: int) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            self._fail(self.lines.key(key, line), f"“{key}” is a list of texts.")
        return tuple(value)

    def _known(self, table: Mapping[str, Any], keys: set[str], line: int) -> None:
        for key in table:
            if key not in keys:
                self._fail(self.lines.key(key, line), f"“{key}” is not known here.")

    def _fail(self, line: int, why: str) -> NoReturn:
        raise _refused(self.name, f"Line {line}: {why}")
