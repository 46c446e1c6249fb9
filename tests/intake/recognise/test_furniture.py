from intake.recognise.made import claim, draft, figure, h, lost, p, ul

HEAD = (h(1, "Tides"), p("The sea comes and goes."))


def test_a_list_of_places_on_the_page_is_left_over() -> None:
    made = draft(
        *HEAD,
        h(2, "Table of Contents"),
        ul("[Moon](#moon)", "[Sun](#sun)", plain="Moon\nSun"),
        h(2, "Moon"),
        p("It pulls."),
    )
    assert lost(made)["Moon\nSun"] == "table of contents"
    assert made.article.body == "The sea comes and goes.\n\n## Moon\n\nIt pulls.\n"


def test_buttons_are_left_over() -> None:
    made = draft(*HEAD, p("Share this article"), p("It stays."))
    assert "Share" not in made.article.body
    assert lost(made)["Share this article"] == "furniture of the site"


def test_a_box_about_the_author_is_left_over() -> None:
    made = draft(*HEAD, h(2, "About the Author"), p("Ada Wren likes birds."))
    assert lost(made)["Ada Wren likes birds."] == "about the author"


def test_a_signature_is_left_over() -> None:
    told = claim("markup", "author", "The Shore Team", kind="Organization")
    made = draft(*HEAD, p("The Shore Team"), claims=(told,))
    assert lost(made)["The Shore Team"] == "signature below the text"


def test_cards_of_the_latest_pages_are_left_over() -> None:
    made = draft(*HEAD, h(4, "Latest from the shore"), h(3, "[Sand](/sand)"), p("It is dry."))
    assert set(lost(made).values()) == {"other pages of the site"}
    assert made.article.links == ()


def test_what_the_program_of_a_site_recommends_is_left_over() -> None:
    more = (h(3, "You might also like", "related"), ul("[Sand](/sand)", hints=("related",)))
    assert draft(*HEAD, *more).article.links == ()
    chosen = (h(3, "Related articles", "related"), ul("[Sand](/sand)", hints=("related",)))
    assert len(draft(*HEAD, *chosen).article.links) == 1


def test_a_heading_that_says_latest_over_text_stays() -> None:
    made = draft(*HEAD, h(2, "Latest findings"), p("The sea is wet."))
    assert "## Latest findings" in made.article.body


def test_counts_of_readers_below_the_text_are_left_over() -> None:
    made = draft(*HEAD, h(2, "Moon"), p("It pulls."), p("214 views0 comments"))
    assert lost(made)["214 views0 comments"] == "furniture of the site"


def test_more_articles_as_cards_with_pictures_are_the_sites() -> None:
    card = (figure("hag.jpg"), p("[Knots](/knots)"), p("And why they are tied."))
    made = draft(h(1, "Tides"), p("The sea comes and goes."), h(2, "More articles"), *card)
    assert made.article.links == ()
    assert made.article.body == "The sea comes and goes.\n"


def test_more_articles_as_a_list_are_links() -> None:
    made = draft(
        h(1, "Tides"), p("The sea comes and goes."), h(2, "More articles"), ul("[Knots](/knots)")
    )
    assert [link.label for link in made.article.links] == ["Knots"]
