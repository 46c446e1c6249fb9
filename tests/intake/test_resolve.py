from dataclasses import replace

from palmetto_editor.intake.draft import Disagreement, Draft, Recovered
from palmetto_editor.intake.manuscript import Leftover
from palmetto_editor.intake.resolve import edit_of, resolve
from palmetto_editor.model.edits import Edit, put
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Metadata

HEADLINE = Place.parse("metadata.headline")
SECTION = Place.parse("metadata.section")


def _found(place, page, markup):
    return Disagreement(
        rule="intake.x",
        severity="warning",
        place=place,
        page=page or "",
        markup=markup or "",
        message="They differ.",
        page_edit=put(place, page) if page else None,
        markup_edit=put(place, markup) if markup else None,
    )


def _draft(*found, **parts):
    article = Article(id="a", metadata=Metadata(headline="Tides", section="Sea"))
    return Draft(source="x", article=article, disagreements=found, **parts)


def test_the_page_wins():
    draft = _draft(_found(HEADLINE, "Tides", "Ebb"), _found(SECTION, "Shore", "Moon"))
    meta = resolve(draft, "page").article.metadata
    assert (meta.headline, meta.section) == ("Tides", "Shore")


def test_the_markup_wins_where_it_says_something():
    draft = _draft(_found(HEADLINE, "Tides", "Ebb"), _found(SECTION, "Shore", None))
    meta = resolve(draft, "markup").article.metadata
    assert (meta.headline, meta.section) == ("Ebb", "Shore")


def test_later_edits_see_what_earlier_ones_did():
    draft = _draft(_found(HEADLINE, "One", None), _found(HEADLINE, "Two", None))
    assert resolve(draft, "page").article.metadata.headline == "Two"


def test_what_changes_nothing_gives_the_same_draft():
    draft = _draft(_found(HEADLINE, "Tides", "Ebb"))
    assert resolve(draft, "page") is draft


def test_the_disagreements_stay_for_the_report():
    draft = _draft(_found(HEADLINE, "Tides", "Ebb"))
    assert resolve(draft, "markup").disagreements == draft.disagreements


def test_a_sentence_that_found_a_home_is_no_leftover():
    place = Place("body")
    left = (Leftover(text="See it.", reason="prose within JSON-LD"), Leftover(text="x", reason="y"))
    found = Disagreement(
        rule="intake.prose-in-markup",
        severity="error",
        place=place,
        page="See it.",
        markup="",
        message="It stood there.",
        page_edit=Edit("", place, put(place, "The sea.\n\nSee it.\n").apply),
    )
    after = resolve(_draft(found, leftovers=left), "markup")
    assert after.leftovers == left[1:]
    assert edit_of(found, "markup") is found.page_edit


def test_a_field_that_a_side_won_says_so():
    fields = tuple(
        Recovered(place=place, value=value, origin="<h1>", confidence=0.9)
        for place, value in ((HEADLINE, "Tides"), (SECTION, "Sea"))
    )
    after = resolve(_draft(_found(HEADLINE, "Tides", "Ebb"), fields=fields), "markup")
    assert [(f.value, f.origin) for f in after.fields] == [
        ("Ebb", "the markup, which won"),
        ("Sea", "<h1>"),
    ]


def test_a_field_that_is_gone_is_not_recovered():
    fields = (Recovered(place=SECTION, value="Sea", origin="<nav>", confidence=0.9),)
    gone = replace(_found(SECTION, None, None), page_edit=put(SECTION, ""))
    assert resolve(_draft(gone, fields=fields), "page").fields == ()
