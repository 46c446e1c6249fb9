from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.intake.disagree import find
from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.manuscript import Claim, Piece
from palmetto_editor.model.values import Article

_FIELDS = ("headline", "title", "author", "published", "modified", "canonical_url", "image")
_MORE = ("language", "breadcrumb", "question", "description", "reviewer", "rating")
_TEXT = st.text(max_size=30) | st.sampled_from(["2026", "https://[", "A, B, C", "…", "&amp;", "*"])
_CLAIMS = st.builds(
    Claim,
    side=st.sampled_from(["page", "head", "markup", "file"]),
    field=st.sampled_from([*_FIELDS, *_MORE]),
    value=_TEXT,
    detail=_TEXT,
)


@examples(60)
@given(st.lists(_CLAIMS, max_size=8), st.lists(_TEXT, max_size=3))
def test_no_claim_breaks_a_rule_and_every_edit_applies(claims, texts):
    shown = tuple(Piece(kind="paragraph", plain=text) for text in texts)
    article = Article(id="a", body="The sea.\n")
    draft = Draft(source="x", article=article, claims=tuple(claims), pieces=shown)
    for found in find(draft):
        assert found.rule.startswith("intake.")
        assert found.message.endswith(".")
        for edit in filter(None, (found.page_edit, found.markup_edit)):
            edit.apply(article)


@examples(40)
@given(st.lists(_CLAIMS.filter(lambda c: c.field != "modified"), max_size=6))
def test_a_side_agrees_with_itself(claims):
    """The page's words said again by the markup disagree with nothing."""
    first = {claim.field: claim for claim in claims}
    both = [
        Claim(side=side, field=c.field, value=c.value, detail=c.detail)
        for c in first.values()
        for side in ("page", "markup")
    ]
    found = find(Draft(source="x", article=Article(id="a"), claims=tuple(both)))
    own = {"intake.date-bare-year", "intake.date-free-text"}
    assert {d.rule for d in found} - own <= {"intake.title"}


def test_an_edit_keeps_every_character_of_its_side():
    """Typographic marks are noise to a comparison, and the writer's own to an article."""
    words = {"page": "It’s “high” – and wet", "markup": "It’s «low» — and dry"}
    fields = ("headline", "description", "author", "question")
    claims = tuple(
        Claim(side=side, field=field, value=text, detail=f"{text}!")
        for side, text in words.items()
        for field in fields
    )
    edits = [
        (side, edit)
        for found in find(Draft(source="x", article=Article(id="a"), claims=claims))
        for side, edit in (("page", found.page_edit), ("markup", found.markup_edit))
        if edit
    ]
    assert len(edits) > 5
    for side, edit in edits:
        article = edit.apply(Article(id="a"))
        if article != Article(id="a"):
            assert words[side] in repr(article)
