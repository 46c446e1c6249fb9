"""A new reference from the few words that a writer typed or pasted after an `@`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Date, Reference
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.naming import CITATION_KEY, citation_key
from palmetto_editor.model.places import Place
from palmetto_editor.references.identifiers import recognise

_NAME_AND_YEAR = re.compile(r"(?P<name>\S+)(?: (?P<year>\d{4}))?")
_YEAR = re.compile(r"(\d{4})[a-z]?$")


def may_name(words: str) -> bool:
    """Whether words can be those of a new work: a key, a name and a year, an identifier."""
    named = re.fullmatch(r"\S+(?: \d{0,4})?", words) is not None
    return named or identifier_in(words) != ("", "")


def identifier_in(words: str) -> tuple[str, str]:
    """The field of a reference for the identifier that the words are, and its value."""
    from palmetto_editor.session.identified import field_of  # reads what no first paint needs

    found = recognise(words.strip()) if words.strip() else None
    return field_of(found) if found else ("", "")


def new_reference(words: str, references: Sequence[Reference]) -> Reference:
    """A work with a key that is free: the words, or made from them, or any.

    An identifier stands in its field. Of `Sun 2004` only the key and the year are taken: who
    wrote the work is not known from one name.
    """
    taken = frozenset(reference.id for reference in references)
    empty = Reference(id="")
    name, value = identifier_in(words)
    if name:
        known = replace(empty, **{name: value})  # type: ignore[arg-type]  # texts, all of them
        return replace(known, id=citation_key(known, taken))
    match = _NAME_AND_YEAR.match(words.strip().lstrip("{"))
    if match is None:
        return replace(empty, id=citation_key(empty, taken))
    stem, year = _YEAR.sub("", match["name"]), match["year"]
    if year is None:
        year = found[1] if (found := _YEAR.search(match["name"])) else ""
    issued = Date(date_parts=((int(year),),)) if year else None
    key = match["name"]
    if match["year"] or not CITATION_KEY.fullmatch(key) or key.casefold() in _folded(taken):
        key = citation_key(replace(empty, title=stem, issued=issued), taken)
    return replace(empty, id=key, issued=issued)


def cite_new(place: Place, start: int, end: int, reference: Reference, text: str) -> Edit:
    """Add a work and put `text`, its citation, in the place of some characters, as one step."""
    cited = edits.splice(place, start, end, text)
    return edits.both(cited, edits.insert("references", reference), "Add reference")


def _folded(keys: frozenset[str]) -> set[str]:
    return {key.casefold() for key in keys}
