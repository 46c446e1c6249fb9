import pytest


@pytest.fixture
def trail(claim):
    def make(side, *names):
        return tuple(claim(side, "breadcrumb", name) for name in names)

    return make


def test_another_trail_is_found(trail, draft, found):
    made = draft(*trail("page", "Home", "Shores"), *trail("markup", "Home", "Birds"))
    (one,) = found(made)
    assert (one.rule, one.page, one.markup) == (
        "intake.breadcrumbs",
        "Home › Shores",
        "Home › Birds",
    )
    assert one.page_edit.apply(made.article).metadata.section == "Shores"
    assert one.markup_edit.apply(made.article).metadata.section == "Birds"


def test_the_start_and_the_article_itself_do_not_count(trail, claim, draft, rules):
    site = claim("head", "site_name", "Shore Notes")
    page = trail("page", "Home", "Shores")
    markup = trail("markup", "Shore Notes", "Shores", "Tides")
    assert rules(draft(site, *page, *markup)) == []


def test_a_trail_on_one_side_is_no_finding(trail, draft, rules):
    assert rules(draft(*trail("markup", "Home", "Shores"))) == []
