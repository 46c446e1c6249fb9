"""Rules for the reference list: entries that nobody cites, entries without an identifier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.intake.disagree.sides import Sides
from palmetto_editor.intake.disagree.words import fold
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

_KEY = re.compile(r"(?<![\w\\])@\{?([\w:.#$%&+?<>~/-]+)")
_IDENTIFIERS = ("DOI", "PMID", "PMCID", "ISBN", "URL")
_YEAR = re.compile(r"(?<![\d.])(?:1[5-9]|20)\d\d(?!\d)")
_WORD = re.compile(r"[\w'-]+")
_REACH = 60  # characters between a name and its year
_NAMED = 5  # entries that a sentence names


def uncited(sides: Sides) -> Iterator[Disagreement]:
    """Entries that no citation leads to; an author and a year in the text cite, too."""
    article = sides.article
    text = "\n".join(_texts(article))
    keys = {key.rstrip(".:#?/") for key in _KEY.findall(text)}
    named = _named_with_years(fold(text))
    lonely = [r for r in article.references if r.id not in keys and not _by_name(r, named)]
    if lonely:
        yield _list(
            "intake.uncited",
            lonely,
            len(article.references),
            ("is cited nowhere in the text", "are cited nowhere in the text"),
        )


def no_identifier(sides: Sides) -> Iterator[Disagreement]:
    references = sides.article.references
    bare = [r for r in references if not any(getattr(r, field) for field in _IDENTIFIERS)]
    if bare:
        yield _list(
            "intake.no-identifier",
            bare,
            len(references),
            (
                "has no DOI, PMID, ISBN or address to find it by",
                "have no DOI, PMID, ISBN or address to find them by",
            ),
        )


def _list(rule: str, found: list[Reference], count: int, says: tuple[str, str]) -> Disagreement:
    """One finding for the whole list, that names how many and which."""
    names = ", ".join(map(_name, found[:_NAMED])) + (", …" if len(found) > _NAMED else "")
    which = "The reference" if count == 1 else f"{len(found)} of {count} references"
    one = len(found) == 1
    return Disagreement(
        rule=rule,
        severity="warning",
        place=Place("references", found[0].id) if one else Place("references"),
        page="\n".join(map(_name, found)),
        markup="",
        message=f"{which} {says[0] if one else says[1]}: {names}.",
    )


def _texts(article: Article) -> Iterator[str]:
    yield from (article.short_answer, article.notice, article.body, article.disclaimer)
    yield from (question.answer for question in article.faq)
    for table in article.tables:
        yield from (table.caption, table.note, *(cell for row in table.rows for cell in row))
    yield from (image.caption for image in article.images)


def _named_with_years(text: str) -> frozenset[tuple[str, str]]:
    """The words that stand shortly before a year: `Muccioli et al., 2000`, `Muccioli (2000)`."""
    return frozenset(
        (word.casefold(), match[0])
        for match in _YEAR.finditer(text)
        for word in _WORD.findall(text[max(0, match.start() - _REACH) : match.start()])
    )


def _by_name(reference: Reference, named: frozenset[tuple[str, str]]) -> bool:
    author = next(iter(reference.author), None)
    family = _WORD.findall(fold((author.family or author.literal) if author else ""))
    parts = reference.issued.date_parts if reference.issued else ()
    year = str(parts[0][0]) if parts and parts[0] else ""
    return bool(family) and (family[-1].casefold(), year) in named


def _name(reference: Reference) -> str:
    author = next(iter(reference.author), None)
    who = (author.family or author.literal) if author else reference.title[:40]
    parts = reference.issued.date_parts if reference.issued else ()
    year = str(parts[0][0]) if parts and parts[0] else ""
    return " ".join(filter(None, (who, year))) or reference.id
