"""A pack's text read strictly: what is unknown, ill-typed or harmful is an error with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from palmetto_editor import assets
from palmetto_editor.checks.claims import phrases
from palmetto_editor.checks.claims.fields import Fields, Table, refused
from palmetto_editor.checks.claims.lines import Lines
from palmetto_editor.checks.claims.making import Lists, Maker
from palmetto_editor.checks.claims.pack import ClaimRule, Pack
from palmetto_editor.checks.claims.rule_tables import NAME, RuleTables
from palmetto_editor.checks.claims.words import english
from palmetto_editor.checks.rule import Pause

LARGEST = 2**18  # characters of a pack
MOST_WORDS = 2_000  # entries of a list
HOUSE = "claims"  # the family of the shipped rules
SHIPPED = "research-use-only"
_NOBODY = Pause()
_KEYS = {
    "format", "version", "id", "title", "jurisdiction", "date", "extends", "without", "applies",
    "words", "phrases", "rule",
}  # fmt: skip
# tomllib takes a time for a key that grows with the square of its parts
_DEEP_KEY = re.compile(r"(?:(?:(?<![\w-])[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*\.[ \t]*){20}")
_POSITION = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def decode(text: str, name: str, pause: Pause = _NOBODY) -> Pack:
    """The pack in a text; UserError, with the line in the file `name`, where it is none.

    `pause` is called between its phrases.
    """
    if len(text) > LARGEST:
        raise refused(name, f"It is longer than {LARGEST // 1024} KiB, and no pack is.")
    text = text.removeprefix("\ufeff")
    lines = Lines(text)
    return _Reader(_tree(text, lines, name), Fields(lines, name), pause).pack()


def _tree(text: str, lines: Lines, name: str) -> Table:
    deep = _DEEP_KEY.search(text)
    if deep is not None:
        line = text.count("\n", 0, deep.start()) + 1
        raise refused(name, f"Line {line}: A key of so many parts stands in no pack.")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        why = f"Line {lines.deepest()}: It is nested too deep for a pack."
        raise refused(name, why) from error
    except ValueError as error:  # no TOML, or a number of more digits than Python reads
        raise refused(name, _not_toml(str(error), lines)) from error


def _not_toml(said: str, lines: Lines) -> str:
    position = _POSITION.search(said)
    if position is None:
        return f"Line {lines.longest()}: A number of so many digits stands in no pack."
    line = position["line"] or lines.last()
    column = f" (column {position['column']})" if position["column"] else ""
    return f"Line {line}: It is not TOML: {said[: position.start()]}{column}."


@dataclass(frozen=True, slots=True)
class _Reader:
    tree: Table
    fields: Fields
    pause: Pause

    def pack(self) -> Pack:
        tree, fields = self.tree, self.fields
        fields.known(tree, _KEYS, 1)
        version = tree.get("version")
        if tree.get("format") != "palmetto-claims" or type(version) is not int or version != 1:
            fields.fail(1, 'A pack begins with format = "palmetto-claims" and version = 1.')
        pack_id, base = self._id(), self._base()
        words = {**english(), **dict(base.lists if base else ()), **self._lists("words")}
        maker = Maker(fields, self.pause, words, self._lists("phrases"))
        tables = fields.tables(tree, "rule", 1, "Each rule is a table, under [[rule]].")
        if not tables and base is None:
            fields.fail(1, "The pack has no rule.")
        family = HOUSE if pack_id == SHIPPED else pack_id
        rules = RuleTables(fields, maker, family).rules(tables)
        applies = maker.pattern(tree, ("applies",), fields.lines.key("applies"))
        return Pack(
            id=pack_id,
            title=fields.text(tree, "title", 1),
            jurisdiction=fields.text(tree, "jurisdiction", 1),
            date=fields.day(tree, "date", 1),
            applies=applies or (base.applies if base else None),
            rules=(*self._kept(base, rules), *rules),
            lists=tuple((key, tuple(value)) for key, value in words.items()),
        )

    def _id(self) -> str:
        """The pack's id, which is the family of its rules."""
        pack_id = self.fields.text(self.tree, "id", 1)
        at = self.fields.lines.key("id")
        if not NAME.fullmatch(pack_id):
            self.fields.fail(at, "“id” is of small letters, digits and hyphens.")
        taken = {name.removesuffix(".toml") for name in assets.names("rules")} | {HOUSE}
        if pack_id in taken:
            self.fields.fail(at, f"“{pack_id}” is a family of rules already; use another id.")
        return pack_id

    def _base(self) -> Pack | None:
        if "extends" not in self.tree:
            return None
        from palmetto_editor.checks.claims.shipped import shipped, shipped_ids

        base = self.fields.text(self.tree, "extends", 1)
        if base not in shipped_ids():
            self.fields.fail(self.fields.lines.key("extends"), f"No pack “{base}” is shipped.")
        return shipped(base, self.pause)

    def _kept(self, base: Pack | None, own: Sequence[ClaimRule]) -> tuple[ClaimRule, ...]:
        """The rules of the pack that this one extends, but for what it replaces or leaves out."""
        names = self.fields.texts(self.tree, "without", 1, empty=True)
        if base is None:
            if names is not None:
                at = self.fields.lines.key("without")
                self.fields.fail(at, "“without” leaves out rules of a pack that “extends” names.")
            return ()
        known = {rule.category for rule in base.rules}
        for name in names or ():
            if name not in known:
                said = f"The pack “{base.id}” has no “{name}”."
                self.fields.fail(self.fields.lines.of(name), said)
        gone = {*(names or ()), *(rule.category for rule in own)}
        return tuple(rule for rule in base.rules if rule.category not in gone)

    def _lists(self, key: str) -> Lists:
        """The lists of words, or of phrases; an entry that could stand in none has its line."""
        lists, fields = self.tree.get(key, {}), self.fields
        start = fields.lines.key(key)
        if not isinstance(lists, dict):
            fields.fail(start, f"“[{key}]” is a table of lists.")
        found = {}
        for name in lists:
            entries = fields.texts(lists, name, start) or ()
            if len(entries) > MOST_WORDS:
                at = fields.lines.key(name, start)
                fields.fail(at, f"“{name}” has more than {MOST_WORDS} entries.")
            for entry in entries:
                self._require_sound(key, entry, start)
            found[str(name)] = entries
        return found

    def _require_sound(self, key: str, entry: str, start: int) -> None:
        at = self.fields.lines
        if key == "phrases":
            if entry.startswith("@"):
                self.fields.fail(at.of(entry, start), "Phrases of a name name no others.")
            return
        try:
            phrases.entry(entry)
        except ValueError as error:
            self.fields.fail(at.of(entry, start), f"“{entry[:60]}” is no word. {error}")
