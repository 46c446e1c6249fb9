from intake.recognise.made import draft, h, p, ul

HEAD = (h(1, "Tides"), p("The sea comes and goes."))


def empty(*pieces: object) -> list[str]:
    made = draft(*HEAD, *pieces)  # type: ignore[arg-type]
    return [gone.text for gone in made.leftovers if gone.reason == "empty heading"]


def test_headings_before_others_and_at_the_end_are_empty() -> None:
    assert empty(h(2, "Related Articles"), h(2, "Moon"), p("It pulls."), h(2, "More")) == [
        "Related Articles",
        "More",
    ]


def test_a_heading_over_deeper_ones_with_text_is_not() -> None:
    assert empty(h(2, "Moon"), h(3, "Pull"), p("It pulls.")) == []


def test_a_heading_over_empty_ones_is() -> None:
    assert empty(h(2, "Moon"), h(3, "Pull"), h(2, "Sun"), p("It shines.")) == ["Moon", "Pull"]


def test_cards_of_links_are_no_empty_headings() -> None:
    assert empty(h(2, "Related Articles"), h(3, "[Moon](/moon)"), h(3, "[Sun](/sun)")) == []


def test_questions_under_a_faq_are_not() -> None:
    assert empty(h(2, "FAQ"), h(2, "Why?"), p("Because.")) == []


def test_a_last_line_that_names_related_articles_counts() -> None:
    assert empty(p("More text here."), p("More Research Articles")) == ["More Research Articles"]


def test_what_is_empty_is_not_in_the_body() -> None:
    made = draft(*HEAD, h(2, "Related Articles"), h(2, "Moon"), ul("It pulls."))
    assert "Related" not in made.article.body
