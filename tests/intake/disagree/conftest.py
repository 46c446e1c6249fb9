from __future__ import annotations

import pytest

from palmetto_editor.intake.disagree import find
from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.manuscript import Claim, Piece
from palmetto_editor.model.values import Article, Metadata


@pytest.fixture
def claim():
    """`claim("page", "headline", "Tides")`, and whatever else a claim has."""

    def make(side, field, value, detail="", **more):
        return Claim(side=side, field=field, value=value, detail=detail, **more)

    return make


@pytest.fixture
def draft():
    """A draft of claims, of plain paragraphs, of an article's parts."""

    def make(*claims, shown=(), leftovers=(), mended=(), **parts):
        article = Article(
            id="a", metadata=parts.pop("metadata", Metadata(headline="Tides")), **parts
        )
        pieces = tuple(
            piece if isinstance(piece, Piece) else Piece(kind="paragraph", text=piece, plain=piece)
            for piece in shown
        )
        return Draft(
            source="page.html",
            article=article,
            claims=claims,
            pieces=pieces,
            leftovers=leftovers,
            mended=mended,
        )

    return make


@pytest.fixture
def found():
    """What the rules say of a draft, apart from the state of its reference list."""

    def ask(draft, *, but=("intake.uncited", "intake.no-identifier")):
        return [d for d in find(draft) if d.rule not in but]

    return ask


@pytest.fixture
def rules(found):
    def ask(draft, **options):
        return [d.rule for d in found(draft, **options)]

    return ask
