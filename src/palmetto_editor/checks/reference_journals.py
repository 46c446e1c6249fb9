"""The rule for journals whose name stands in the list in more than one spelling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model import edits
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.references import identifiers
from palmetto_editor.references.journals import same_journal, words

_PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "review"})


def two_spellings(subject: Subject) -> Iterator[Hit]:
    """One journal, one name: the one that most entries have, else the longest."""
    for journal in _journals(subject.article.references):
        counts = Counter(reference.container_title for reference in journal.entries)
        best = max(counts, key=lambda name: (counts[name], len(name)))
        for reference in journal.entries:
            name = reference.container_title
            if name != best:
                place = Place("references", reference.id, "container-title")
                message = f"“{name}” and “{best}” are one journal; write its name in one way."
                yield Hit(place, message, _respelt(reference, best))


@dataclass(frozen=True, slots=True)
class _Journal:
    """The entries of one journal, and the spellings among them, each once."""

    entries: list[Reference] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


def _journals(references: Iterable[Reference]) -> list[_Journal]:
    """Entries by journal: an ISSN tells it, else any spelling that an entry of it has, since two
    abbreviations of one name need not be alike.
    """
    found: list[_Journal] = []
    by_issn: dict[str, _Journal] = {}
    by_initials: dict[str, list[_Journal]] = defaultdict(list)
    for reference in references:
        name = reference.container_title
        if reference.type not in _PERIODICALS or not name.strip():
            continue
        issns = identifiers.issns(reference.ISSN)
        alike = by_initials[" ".join(word[0] for word in words(name))]  # the same in any spelling
        journal = next((by_issn[issn] for issn in issns if issn in by_issn), None)
        journal = journal or next((j for j in alike if _bears(j, name)), None)
        if journal is None:
            journal = _Journal()
            found.append(journal)
        if name not in journal.names:
            journal.names.add(name)
            alike.append(journal)
        journal.entries.append(reference)
        by_issn.update(dict.fromkeys(issns, journal))
    return found


def _bears(journal: _Journal, name: str) -> bool:
    return name in journal.names or any(same_journal(name, other) for other in journal.names)


def _respelt(reference: Reference, name: str) -> edits.Edit:
    """The name in the one way; an abbreviation that it had is kept as the short name."""
    place = Place("references", reference.id, "container-title")
    fix = edits.put(place, name, "Respell the journal")
    old = reference.container_title
    if reference.container_title_short or len(old) >= len(name):
        return fix
    short = edits.put(Place("references", reference.id, "container-title-short"), old)
    return edits.both(fix, short)
