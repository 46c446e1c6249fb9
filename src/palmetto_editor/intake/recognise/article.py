"""A manuscript becomes a Draft: one recogniser after the other, then the article of all of it."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from palmetto_editor.intake.draft import Draft, Recovered
from palmetto_editor.intake.manuscript import Claim, Manuscript
from palmetto_editor.intake.recognise import audit, body, metadata, words
from palmetto_editor.intake.recognise.callouts import with_callouts
from palmetto_editor.intake.recognise.citations import Cite, citer
from palmetto_editor.intake.recognise.empty import take_empty
from palmetto_editor.intake.recognise.faq import take_faq
from palmetto_editor.intake.recognise.figures import Figures, take_figures
from palmetto_editor.intake.recognise.front import take_front
from palmetto_editor.intake.recognise.furniture import take_furniture
from palmetto_editor.intake.recognise.listed import References, take_references
from palmetto_editor.intake.recognise.named_citations import name_citer
from palmetto_editor.intake.recognise.notice import take_disclaimer, take_notice
from palmetto_editor.intake.recognise.parts import Found, Pieces, T, Taken, flat, leftover
from palmetto_editor.intake.recognise.related import take_related
from palmetto_editor.intake.recognise.short import take_short
from palmetto_editor.intake.recognise.tables import take_tables
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Link, Metadata, Question, Table

INTRUDER = "prose within JSON-LD"
_SHOWN = 200  # characters of the body in the list of what was recovered


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the recognisers gave, and what of the pieces is left for the body."""

    notice: str
    short_answer: str
    disclaimer: str
    faq: tuple[Question, ...]
    references: References
    links: tuple[Link, ...]
    tables: tuple[Table, ...]
    figures: Figures
    rest: Pieces


def recognise(manuscript: Manuscript, name: str) -> Draft:
    """The article in a manuscript; `name` is what people call the source. Disagreements are not
    looked for. The same manuscript always gives the same draft.
    """
    claims = manuscript.claims
    spoken = metadata.language(claims) or "en-US"
    run = _Run(flat(manuscript.pieces, words.PARTS))
    run.take(take_front(run.pieces, claims, spoken))
    parts = _recognised(run, claims, manuscript)
    parts = _with_front_matter(parts, claims, run)
    claims = (*run.found.claims, *claims)
    filled = metadata.fill(claims, parts.figures.lead)
    text, headings = body.join(with_callouts(parts.rest))
    article = _cited(_article(parts, filled.metadata, text, manuscript), parts.references)
    intruders = tuple(leftover(piece, INTRUDER) for piece in manuscript.intruders)
    lost = (*manuscript.leftovers, *run.found.leftovers, *headings, *intruders)
    source = (*manuscript.pieces, *manuscript.intruders)
    return Draft(
        source=name,
        article=article,
        assets=dict(parts.figures.assets or {}),
        claims=claims,
        fields=(*filled.fields, *run.found.fields, *_body_field(article)),
        mended=manuscript.mended,
        leftovers=(*lost, *audit.escaped(source, article, claims, lost)),
        pieces=manuscript.pieces,
    )


class _Run:
    """The pieces that are left, and all that was told, while recognisers take their turns."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.found = Found()

    def take(self, taken: Taken[T]) -> T:
        self.pieces = taken.rest
        self.found += taken.found
        return taken.value


def _recognised(run: _Run, claims: Sequence[Claim], manuscript: Manuscript) -> _Parts:
    """In the order of the package's docstring: what ends a text before what may run into it."""
    run.take(take_furniture(run.pieces, claims))
    run.take(take_empty(run.pieces))
    notice = run.take(take_notice(run.pieces))
    short = run.take(take_short(run.pieces))
    references = run.take(take_references(run.pieces))
    links = run.take(take_related(run.pieces))
    disclaimer = run.take(take_disclaimer(run.pieces))
    faq = run.take(take_faq(run.pieces, claims))
    tables = run.take(take_tables(run.pieces))
    figures = run.take(take_figures(run.pieces, manuscript.images, claims))
    return _Parts(notice, short, disclaimer, faq, references, links, tables, figures, run.pieces)


def _with_front_matter(parts: _Parts, claims: Sequence[Claim], run: _Run) -> _Parts:
    """Questions of a file's front matter, where its text has none."""
    told = [c for c in claims if c.field == "question" and metadata.is_front_matter(c)]
    if parts.faq or not told:
        return parts
    faq = tuple(
        Question(id=f"q{number}", question=claim.value, answer=claim.detail)
        for number, claim in enumerate(told, start=1)
    )
    fields = tuple(
        Recovered(
            place=Place("faq", question.id, "question"), value=question.question,
            origin=claim.origin, confidence=claim.confidence,
        )
        for question, claim in zip(faq, told, strict=True)
    )  # fmt: skip
    run.found += Found(fields=fields)
    return replace(parts, faq=faq)


def _article(parts: _Parts, filled: Metadata, text: str, manuscript: Manuscript) -> Article:
    return Article(
        id=_identity(filled.canonical_url, manuscript),
        metadata=filled,
        notice=parts.notice,
        short_answer=parts.short_answer,
        body=text,
        disclaimer=parts.disclaimer,
        faq=parts.faq,
        tables=parts.tables,
        references=parts.references.items,
        links=parts.links,
        images=parts.figures.images,
    )


def _identity(canonical: str, manuscript: Manuscript) -> str:
    """The same for the same address; without one, for the same words."""
    if canonical:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, canonical))
    digest = hashlib.sha256()
    for piece in audit.every(manuscript.pieces):
        digest.update(piece.plain.encode("utf-8", "replace") + b"\0")
    return str(uuid.uuid5(uuid.NAMESPACE_OID, digest.hexdigest()))


def _cited(article: Article, references: References) -> Article:
    """Marks of the reference list in all texts of the article become citations."""
    if not references.numbers:
        return article
    answers = [question.answer for question in article.faq]
    cells = [cell for table in article.tables for row in table.rows for cell in row]
    texts = (article.body, article.short_answer, *answers, *cells)
    by_number, by_name = citer(references.numbers, texts), name_citer(references.items)
    return _with_citations(article, lambda text: by_name(by_number(text)))


def _with_citations(article: Article, cite: Cite) -> Article:
    return replace(
        article,
        body=cite(article.body),
        short_answer=cite(article.short_answer),
        faq=tuple(replace(q, answer=cite(q.answer)) for q in article.faq),
        tables=tuple(
            replace(t, rows=tuple(tuple(map(cite, row)) for row in t.rows)) for t in article.tables
        ),
    )


def _body_field(article: Article) -> tuple[Recovered, ...]:
    if not article.body:
        return ()
    whole = article.body
    shown = whole if len(whole) <= _SHOWN else whole[:_SHOWN].rstrip() + "…"
    return (Recovered(place=Place("body"), value=shown, origin="the text", confidence=0.9),)
