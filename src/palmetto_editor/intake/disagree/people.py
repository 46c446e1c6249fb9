"""Rules for those who wrote and reviewed the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Literal

from palmetto_editor.checks.quotes import quoted
from palmetto_editor.intake.disagree.names import is_name, is_team, listed, same_name
from palmetto_editor.intake.disagree.sides import Sides, metadata, take
from palmetto_editor.intake.disagree.words import flat
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.intake.manuscript import Claim
from palmetto_editor.model.values import Author

_AUTHORS = metadata("authors")
_REVIEWERS = metadata("reviewers")
_MOST = 100  # people on a side that are compared


def authors(sides: Sides) -> Iterator[Disagreement]:
    """The byline against the markup's authors, in both directions, and against the head's."""
    page, markup = _people(sides.shown("author")), _people(sides.of("markup", "author"))
    head = _people(sides.of("head", "author"))
    if page and markup and not (_within(page, markup) and _within(markup, page)):
        yield _differ(page, markup, "the markup")
    elif head and (first := page or markup) and not _within(head, first):
        yield _differ(first, head, "the head")


def kinds(sides: Sides) -> Iterator[Disagreement]:
    """One name that is a person's on one side and an organisation's on the other. What the page
    says is its own claim, or the name itself.
    """
    shown = _people(sides.shown("author"))
    for markup in _people(sides.of("markup", "author")):
        page = next((claim for claim in shown if same_name(claim.value, markup.value)), None)
        kind = _kind(sides, page or replace(markup, kind=""))
        if not markup.kind or kind in ("", markup.kind):
            continue
        name = flat((page or markup).value)
        yield Disagreement(
            rule="intake.author-kind",
            severity="warning",
            place=_AUTHORS,
            page=f"{name} ({kind})",
            markup=f"{flat(markup.value)} ({markup.kind})",
            message=(
                f"Readers take {quoted(name)} for {_a(kind)}, the markup for {_a(markup.kind)}."
            ),
            page_edit=take(_AUTHORS, _with_kind(sides, name, kind), "page", "the author"),
            markup_edit=take(
                _AUTHORS, _with_kind(sides, name, markup.kind), "markup", "the author"
            ),
        )


def unseen_authors(sides: Sides) -> Iterator[Disagreement]:
    """The markup names an author where readers find none."""
    if sides.shown("author") or not sides.has_text:
        return
    for claim in _people(sides.of("markup", "author")):
        if not sides.shows(claim.value) and not sides.is_site(claim.value):
            yield _unseen(sides, claim, "author")


def unseen_reviewers(sides: Sides) -> Iterator[Disagreement]:
    shown = _people(sides.shown("reviewer"))
    for claim in _people(sides.of("markup", "reviewer")):
        named = any(same_name(claim.value, other.value) for other in shown)
        if not named and (shown or sides.has_text) and not sides.shows(claim.value):
            yield _unseen(sides, claim, "reviewer")


def author_of(claim: Claim) -> Author:
    """The author whom a claim names, as the article has it."""
    organisation = claim.kind == "organization" or (not claim.kind and is_team(claim.value))
    return Author(
        kind="organization" if organisation else "person",
        name=flat(claim.value),
        url=claim.url,
        same_as=claim.same_as,
        job_title=flat(claim.detail),
    )


def _people(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """One claim for each name, each name once; of very many, the first."""
    found: list[Claim] = []
    for claim in islice(claims, _MOST):
        names = listed(claim.value) if claim.side in ("head", "file") else (flat(claim.value),)
        for name in names if is_name(claim.value) else ():
            is_known = any(same_name(name, other.value) for other in found)
            if not is_known and any(sign.isalnum() for sign in name):
                found.append(replace(claim, value=name))
    return tuple(found)


def _within(some: Iterable[Claim], all_: tuple[Claim, ...]) -> bool:
    return all(any(same_name(a.value, b.value) for b in all_) for a in some)


def _differ(page: tuple[Claim, ...], other: tuple[Claim, ...], where: str) -> Disagreement:
    one, two = (", ".join(claim.value for claim in claims) for claims in (page, other))
    return Disagreement(
        rule="intake.authors",
        severity="error" if where == "the markup" else "warning",
        place=_AUTHORS,
        page=one,
        markup=two,
        message=f"The page is by {quoted(one)}, but {where} names {quoted(two)}.",
        page_edit=take(_AUTHORS, tuple(map(author_of, page)), page[0].side, "the authors"),
        markup_edit=take(_AUTHORS, tuple(map(author_of, other)), other[0].side, "the authors"),
    )


def _unseen(sides: Sides, claim: Claim, role: str) -> Disagreement:
    place = _AUTHORS if role == "author" else _REVIEWERS
    held = sides.article.metadata.authors if role == "author" else sides.article.metadata.reviewers
    others = tuple(person for person in held if not same_name(person.name, claim.value))
    return Disagreement(
        rule=f"intake.{role}-unseen",
        severity="error",
        place=place,
        page="",
        markup=claim.value,
        message=f"The markup names {quoted(claim.value)} as {role}, whom the page does not show.",
        page_edit=take(place, others, "page", f"the {role}s"),
        markup_edit=take(place, (*others, author_of(claim)), "markup", f"the {role}s"),
    )


def _kind(sides: Sides, claim: Claim) -> str:
    """What a name says, or else its claim; "" where neither does."""
    if is_team(claim.value) or sides.names_site(claim.value):
        return "organization"
    return claim.kind


def _with_kind(sides: Sides, name: str, kind: str) -> tuple[Author, ...]:
    right: Literal["person", "organization"] = (
        "organization" if kind == "organization" else "person"
    )
    return tuple(
        replace(author, kind=right) if same_name(author.name, name) else author
        for author in sides.article.metadata.authors
    )


def _a(kind: str) -> str:
    return "an organisation" if kind == "organization" else "a person"
