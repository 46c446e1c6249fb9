import pytest

from palmetto_editor.model.values import Metadata


def test_another_headline_in_the_markup_is_found_with_both_sides_words(claim, draft, found):
    page, markup = claim("page", "headline", "Tides"), claim("markup", "headline", "Ebb and Flow")
    (one,) = found(draft(page, markup))
    assert one.rule == "intake.headline"
    assert str(one.place) == "metadata.headline"
    assert (one.page, one.markup) == ("Tides", "Ebb and Flow")
    assert "“Tides”" in one.message
    assert "“Ebb and Flow”" in one.message


def test_each_side_of_the_headline_can_win(claim, draft, found):
    made = draft(claim("page", "headline", "Tides"), claim("markup", "headline", "Ebb"))
    (one,) = found(made)
    assert one.page_edit.apply(made.article) is made.article
    assert one.markup_edit.apply(made.article).metadata.headline == "Ebb"


@pytest.mark.parametrize(
    "words",
    ["Tides &amp; Shores", "TIDES & SHORES", "Tides  &\nShores", "Tides & Shores | Shore Notes"],
)
def test_the_same_headline_is_no_finding(claim, draft, rules, words):
    site = claim("head", "site_name", "Shore Notes")
    page = claim("page", "headline", "Tides & Shores")
    assert rules(draft(site, page, claim("markup", "headline", words))) == []


@pytest.mark.parametrize(
    "title",
    [
        "Tides | Shore Notes",
        "Tides - Shore Notes",
        "Tides – Anything",
        "Shore Notes: Tides",
        "Shore Notes » Tides",
        "Tides",
    ],
)
def test_a_sites_name_in_a_title_is_no_finding(claim, draft, rules, title):
    page = claim("page", "headline", "Tides")
    assert rules(draft(page, claim("head", "title", title))) == []


def test_another_title_is_advice(claim, draft, found):
    page = claim("page", "headline", "Tides")
    titles = [claim("head", "title", t) for t in ("When the sea rises", "When the sea rises | S")]
    (one,) = found(draft(page, *titles))
    assert (one.rule, one.severity) == ("intake.title", "advice")
    assert one.markup_edit.apply(draft().article).metadata.title == "When the sea rises"


def test_a_title_cut_with_dots_is_no_finding(claim, draft, rules):
    page = claim("page", "headline", "Tides and how they come and go")
    assert rules(draft(page, claim("head", "title", "Tides and how they…"))) == []


def test_another_description_in_the_markup_is_found(claim, draft, found):
    head = claim("head", "description", "What the sea does.", origin="meta description")
    made = draft(head, claim("markup", "description", "What the moon does."))
    (one,) = found(made)
    assert (one.rule, one.severity) == ("intake.description", "warning")
    assert one.page_edit.apply(made.article).metadata.description == "What the sea does."
    assert one.markup_edit.apply(made.article).metadata.description == "What the moon does."


def test_another_description_of_the_page_beside_the_articles_own_is_found(claim, draft, found):
    head = claim("head", "description", "What the sea does.")
    said = [claim("markup", "description", text) for text in ("What the sea does.", "On moons.")]
    (one,) = found(draft(head, *said))
    assert (one.rule, one.markup) == ("intake.description", "On moons.")


def test_a_description_cut_with_dots_is_no_finding(claim, draft, rules):
    head = claim("head", "description", "What the sea does, and…")
    assert rules(draft(head, claim("markup", "description", "What the sea does, and why."))) == []


def test_two_descriptions_in_the_head_are_advice(claim, draft, found):
    values = ("What the sea does.", "All about tides.")
    heads = [claim("head", "description", value, origin=value) for value in values]
    (one,) = found(draft(*heads))
    assert (one.rule, one.severity) == ("intake.description", "advice")


def test_one_side_alone_cannot_disagree(claim, draft, rules):
    made = draft(claim("markup", "headline", "Ebb"), metadata=Metadata(headline="Ebb"))
    assert rules(made) == []


def test_the_files_own_title_beside_a_headline_is_advice(claim, draft, found):
    page, own = claim("page", "headline", "Tides"), claim("file", "headline", "Ebb")
    assert [d.severity for d in found(draft(page, own))] == ["advice"]


def test_what_a_word_file_calls_itself_is_not_asked(claim, draft, rules):
    page = claim("page", "headline", "Tides")
    own = claim("file", "title", "Document1", origin="core properties")
    assert rules(draft(page, own)) == []
