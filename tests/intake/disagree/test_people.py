from palmetto_editor.intake.manuscript import Leftover
from palmetto_editor.model.values import Author, Metadata

WREN = Author(name="Ada Wren")


def test_another_author_in_the_markup_is_an_error(claim, draft, found):
    page = claim("page", "author", "Ada Wren", kind="person")
    markup = claim("markup", "author", "The Shore Team", kind="organization", url="https://e.org/")
    made = draft(page, markup, metadata=Metadata(authors=(WREN,)))
    (one,) = found(made)
    assert (one.rule, one.severity) == ("intake.authors", "error")
    assert (one.page, one.markup) == ("Ada Wren", "The Shore Team")
    assert one.page_edit.apply(made.article).metadata.authors == (WREN,)
    (taken,) = one.markup_edit.apply(made.article).metadata.authors
    assert (taken.kind, taken.name, taken.url) == (
        "organization",
        "The Shore Team",
        "https://e.org/",
    )


def test_titles_and_degrees_are_no_difference(claim, draft, rules):
    page = claim("page", "author", "Dr. Ada Wren, MD")
    assert rules(draft(page, claim("markup", "author", "Ada Wren", kind="person"))) == []


def test_an_author_whom_the_markup_leaves_out_is_found(claim, draft, found):
    page = [claim("page", "author", name) for name in ("Ada Wren", "Bo Li")]
    (one,) = found(draft(*page, claim("markup", "author", "Ada Wren")))
    assert one.page == "Ada Wren, Bo Li"


def test_the_head_may_name_one_of_several(claim, draft, rules):
    page = [claim("page", "author", name) for name in ("Ada Wren", "Bo Li")]
    assert rules(draft(*page, claim("head", "author", "Bo Li"))) == []
    assert rules(draft(*page, claim("head", "author", "Cy Fox"))) == ["intake.authors"]


def test_an_address_in_the_head_is_no_author(claim, draft, rules):
    page = claim("page", "author", "Ada Wren")
    head = claim("head", "author", "https://www.facebook.com/wren")
    assert rules(draft(page, head)) == []


def test_a_person_who_is_an_organisation_to_the_markup(claim, draft, found):
    page = claim("page", "author", "Ada Wren", kind="person")
    markup = claim("markup", "author", "Ada Wren", kind="organization")
    made = draft(page, markup, metadata=Metadata(authors=(WREN,)))
    (one,) = found(made)
    assert one.rule == "intake.author-kind"
    assert one.markup_edit.apply(made.article).metadata.authors[0].kind == "organization"
    assert one.page_edit.apply(made.article) is made.article


def test_a_team_that_the_markup_calls_a_person(claim, draft, rules):
    page = claim("page", "author", "The Shore Team")
    markup = claim("markup", "author", "The Shore Team", kind="person")
    assert rules(draft(page, markup)) == ["intake.author-kind"]


def test_a_name_with_the_sites_in_it_is_no_persons(claim, draft, rules):
    site = claim("head", "site_name", "Vat & Vine")
    markup = claim("markup", "author", "The Vat & Vine Workshop", kind="person")
    shown = ["By The Vat & Vine Workshop"]
    assert rules(draft(site, markup, shown=shown)) == ["intake.author-kind"]


def test_an_author_in_the_sites_own_lines_is_seen(claim, draft, rules):
    footer = (Leftover(text="Ada WrenMay 2, 2026", reason="footer"),)
    made = draft(claim("markup", "author", "Ada Wren"), shown=["The sea."], leftovers=footer)
    assert rules(made) == []


def test_an_author_whom_no_reader_finds(claim, draft, found):
    made = draft(claim("markup", "author", "Ada Wren"), shown=["The sea comes."])
    (one,) = found(made)
    assert one.rule == "intake.author-unseen"
    assert one.page == ""


def test_an_author_in_the_text_is_seen(claim, draft, rules):
    made = draft(claim("markup", "author", "Ada Wren"), shown=["Written by Ada Wren in May."])
    assert rules(made) == []


def test_the_site_itself_needs_no_byline(claim, draft, rules):
    site = claim("head", "site_name", "Shore Notes")
    made = draft(site, claim("markup", "author", "Shore Notes"), shown=["The sea comes."])
    assert rules(made) == []


def test_a_reviewer_whom_no_reader_finds(claim, draft, found):
    reviewer = claim("markup", "reviewer", "Bo Li")
    made = draft(reviewer, shown=["Reviewed by Cy Fox."])
    (one,) = found(made)
    assert (one.rule, one.severity) == ("intake.reviewer-unseen", "error")
    assert one.markup_edit.apply(made.article).metadata.reviewers[0].name == "Bo Li"


def test_a_reviewer_on_the_page_is_seen(claim, draft, rules):
    shown = claim("page", "reviewer", "Dr. Bo Li")
    assert rules(draft(shown, claim("markup", "reviewer", "Bo Li"), shown=["Text."])) == []


def test_names_with_commas_between_them_are_several(claim, draft, rules):
    page = [claim("page", "author", name) for name in ("Ada Wren", "Bo Li")]
    assert rules(draft(*page, claim("head", "author", "Ada Wren, Bo Li"))) == []
