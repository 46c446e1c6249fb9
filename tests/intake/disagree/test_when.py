from palmetto_editor.model.values import Metadata

DAY = "2026-04-21T00:00:00+00:00"


def test_another_day_in_the_markup_is_an_error(claim, draft, found):
    page = claim("page", "published", "April 21, 2026")
    made = draft(page, claim("markup", "published", "2026-05-01"))
    (one,) = found(made)
    assert (one.rule, one.severity) == ("intake.published", "error")
    assert (one.page, one.markup) == ("April 21, 2026", "2026-05-01")
    assert one.page_edit.apply(made.article).metadata.published == DAY
    assert one.markup_edit.apply(made.article).metadata.published == "2026-05-01T00:00:00+00:00"


def test_the_same_day_more_exactly_is_no_finding(claim, draft, rules):
    page = claim("page", "published", "April 21, 2026")
    markup = claim("markup", "published", "2026-04-21T09:30:00+02:00")
    head = claim("head", "published", "2026-04-21")
    assert rules(draft(page, markup, head)) == []


def test_a_visible_date_and_its_time_element_are_held_together(claim, draft, found):
    visible = claim("page", "published", "April 21, 2026", origin="byline")
    time = claim("page", "published", "2026-04-20", origin="<time>")
    (one,) = found(draft(visible, time))
    assert one.rule == "intake.published"
    assert "byline" in one.message
    assert "<time>" in one.message


def test_a_day_that_head_and_markup_share_is_told_once(claim, draft, rules):
    page = claim("page", "modified", "May 2, 2026")
    others = [claim(side, "modified", "2026-05-03") for side in ("head", "markup")]
    assert rules(draft(page, *others)) == ["intake.modified"]


def test_modified_before_published_on_one_side(claim, draft, found):
    markup = [
        claim("markup", "published", "2026-04-21"),
        claim("markup", "modified", "2026-04-01"),
    ]
    made = draft(*markup, metadata=Metadata(published=DAY, modified="2026-04-01T00:00:00+00:00"))
    (one,) = found(made)
    assert (one.rule, str(one.place)) == ("intake.modified-before-published", "metadata.modified")
    assert one.page_edit.apply(made.article).metadata.modified == ""
    assert one.markup_edit is None


def test_modified_before_published_on_two_sides(claim, draft, found):
    page = claim("page", "published", "April 21, 2026")
    one, year = found(draft(page, claim("markup", "modified", "2025")))
    assert (one.rule, one.page, one.markup) == (
        "intake.modified-before-published",
        "April 21, 2026",
        "2025",
    )
    assert year.rule == "intake.date-bare-year"


def test_modified_after_published_is_right(claim, draft, rules):
    page = claim("page", "published", "April 21, 2026")
    assert rules(draft(page, claim("markup", "modified", "2026-04-21T12:00:00Z"))) == []


def test_a_bare_year_in_the_markup_is_a_finding_of_its_own(claim, draft, found):
    page = claim("page", "published", "April 21, 2026")
    made = draft(page, claim("markup", "published", "2026"))
    (one,) = found(made)
    assert one.rule == "intake.date-bare-year"
    assert one.page_edit.apply(made.article).metadata.published == DAY
    assert one.markup_edit is None


def test_a_bare_year_on_the_page_is_for_readers(claim, draft, rules):
    assert rules(draft(claim("page", "published", "2026"))) == []


def test_a_date_in_words_in_the_markup(claim, draft, found):
    made = draft(claim("markup", "published", "April 21, 2026"))
    (one,) = found(made)
    assert one.rule == "intake.date-free-text"
    assert one.markup_edit.apply(made.article).metadata.published == DAY


def test_libraries_write_dates_in_their_own_way(claim, draft, rules):
    head = claim("head", "published", "2026/04/21", origin="meta citation_publication_date")
    assert rules(draft(head)) == []


def test_no_date_at_all_in_the_markup(claim, draft, found):
    (one,) = found(draft(claim("head", "modified", "recently")))
    assert one.rule == "intake.date-free-text"
    assert one.markup_edit is None
