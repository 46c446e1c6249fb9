"""What stands behind a field of BibTeX: names of @string resolved, fields of others inherited."""

from __future__ import annotations

import re
from collections.abc import Mapping

from palmetto_editor.errors import UserError
from palmetto_editor.references.formats.bib_entries import Chunk, Parsed, parse, pieces

MOST_GROWTH = 4  # times: the texts that names stand for may make the whole so much larger
ALLOWANCE = 10_000_000  # characters that are allowed on top
LONGEST = 100_000  # characters that one name may stand for
DEEPEST = 20  # works within works
_OPENER = re.compile(r"@\s*\w+\s*([{(])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# What a part inherits from its whole under another name (biblatex's manual, appendix B).
_OF_THE_WHOLE = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_PARTS = {
    "inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inreference",
    "inproceedings", "conference",
}  # fmt: skip
_IN_BOOKS = {"inbook", "bookinbook", "suppbook"}
_OF_ARTICLES = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_NEVER = {
    "crossref", "xref", "xdata", "entryset", "entrysubtype", "ids", "label", "shorthand", "options",
    "sortkey", "execute", "related", "relatedtype", "shorttitle", "indextitle", "doi", "abstract",
    "keywords", "file", "note", "pages",
}  # fmt: skip


class Strings:
    """The names that @string gives to texts, as far as the file has been read."""

    def __init__(self, size: int) -> None:
        self._texts: dict[str, str] = {name: name for name in _MONTHS}
        self._left = ALLOWANCE + MOST_GROWTH * size

    def define(self, chunk: Chunk) -> None:
        """`@string{jbc = "J Biol Chem" # …}`; the names in it are those above it."""
        entry = parse(_as_entry(chunk))
        for name, value in entry.fields.items():
            self._texts[name] = self.text(value)[0]

    def text(self, value: str) -> tuple[str, tuple[str, ...]]:
        """A value without its delimiters, and the names in it that nothing defines.

        UserError where the names make it endless.
        """
        parts, unknown = [], []
        for text, is_name in pieces(value):
            known = self._texts.get(text.lower()) if is_name else text
            if known is None:
                unknown.append(text)
            elif is_name:
                if len(known) > min(self._left, LONGEST):
                    raise UserError("Its abbreviations (@string) stand for too much text.")
                self._left -= len(known)
            parts.append(text if known is None else known)
        # Words without delimiters that no `#` joins stood apart.
        joined = " ".join(parts) if len(unknown) == len(parts) > 1 else "".join(parts)
        return joined, tuple(unknown)


def _as_entry(chunk: Chunk) -> Chunk:
    """A @string as an entry, so that both are read alike."""
    return Chunk("entry", _OPENER.sub(r"@entry\1k,", chunk.text, count=1), chunk.line, chunk.closed)


class Family:
    """The entries of a file by their keys, and what each inherits (`crossref`, `xdata`)."""

    def __init__(self, entries: Mapping[str, tuple[Parsed, dict[str, str]]]) -> None:
        self._entries = entries
        self._whole: dict[str, dict[str, str]] = {}

    def fields(self, entry: Parsed, own: dict[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
        """The entry's own fields and those it inherits; remarks on circles and missing keys."""
        if "crossref" not in own and "xdata" not in own:
            return own, ()
        told: list[str] = []
        return self._resolved(entry, own, (), told), tuple(told)

    def _resolved(
        self, entry: Parsed, own: dict[str, str], above: tuple[str, ...], told: list[str]
    ) -> dict[str, str]:
        found = dict(own)
        for link in ("xdata", "crossref"):
            for key in own.get(link, "").split(","):
                whole = self._parent(key.strip(), (*above, entry.key.casefold()), told)
                if whole:
                    _inherit(found, entry.kind, *whole, plainly=link == "xdata")
        return found

    def _parent(
        self, key: str, above: tuple[str, ...], told: list[str]
    ) -> tuple[str, dict[str, str]] | None:
        folded = key.casefold()
        if not key:
            return None
        if folded in above:
            told.append(f"The works refer to each other in a circle at “{key}”; not followed.")
            return None
        if len(above) > DEEPEST:
            told.append(f"Works within works, deeper than {DEEPEST}: “{key}” was not followed.")
            return None
        parent = self._entries.get(folded)
        if parent is None:
            told.append(f"It refers to “{key}”, which is not in the file.")
            return None
        if folded not in self._whole:
            # Within a circle it depends on where one began; it is kept all the same, since each
            # work would else be followed as often as there are ways to it.
            self._whole[folded] = self._resolved(*parent, above, told)
        return parent[0].kind, self._whole[folded]


def _inherit(
    found: dict[str, str], kind: str, parent: str, whole: dict[str, str], *, plainly: bool
) -> None:
    for name, value in whole.items():
        if plainly:
            found.setdefault(name, value)
            continue
        if name in _NEVER:
            continue
        if kind in _PARTS:
            if name == "author" and kind not in _IN_BOOKS:
                continue
            # BibTeX itself has the whole's title in `booktitle`, as some write it.
            name = _OF_THE_WHOLE.get(name, name)
        elif kind in {"article", "suppperiodical"} and parent == "periodical":
            name = _OF_ARTICLES.get(name, name)
        found.setdefault(name, value)
