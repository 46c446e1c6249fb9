from intake.recognise.made import claim, draft, figure, h, lost, p, table, ul
from palmetto_editor.intake.manuscript import Piece

DAY = "2026-04-21T00:00:00+00:00"
TEXT = p("The sea comes and goes, and nobody has ever seen it stay for long.")


def test_the_first_h1_is_the_headline() -> None:
    made = draft(h(1, "On Tides"), TEXT)
    assert made.article.metadata.headline == "On Tides"
    assert "On Tides" not in made.article.body


def test_of_several_h1_the_one_that_the_title_names() -> None:
    made = draft(
        h(1, "Shore Notes"),
        h(1, "On Tides"),
        TEXT,
        claims=(claim("head", "title", "On Tides | Shore"),),
    )
    assert made.article.metadata.headline == "On Tides"


def test_a_banner_above_the_headline_is_left_over() -> None:
    made = draft(p("Fast Shipping · Made in the USA"), h(1, "On Tides"), TEXT)
    assert "Shipping" not in made.article.body
    assert lost(made)["Fast Shipping · Made in the USA"] == "stood above the headline"


def test_prose_above_the_headline_stays() -> None:
    made = draft(TEXT, h(1, "On Tides"), p("More of it."))
    assert TEXT.text in made.article.body


def test_name_date_and_tags_below_the_headline() -> None:
    made = draft(
        h(1, "Pelican diet"),
        p("Ada Wren\nApril 21, 2026\npelicandietsea birds"),
        p("A pelican eats fish: the diet of sea birds."),
    )
    meta = made.article.metadata
    assert [a.name for a in meta.authors] == ["Ada Wren"]
    assert meta.published == DAY
    assert meta.keywords == ("pelican", "diet", "sea birds")
    assert made.article.body == "A pelican eats fish: the diet of sea birds.\n"


def test_name_and_date_in_pieces_of_their_own() -> None:
    made = draft(h(1, "On Tides"), p("Ada Wren"), p("April 21, 2026"), p("5 min read"), TEXT)
    meta = made.article.metadata
    assert ([a.name for a in meta.authors], meta.published) == (["Ada Wren"], DAY)
    assert made.article.body == TEXT.text + "\n"


def test_a_subtitle_in_capitals_is_no_author() -> None:
    made = draft(h(1, "On Tides"), p("Moon And Sea"), TEXT)
    assert made.article.metadata.authors == ()
    assert "Moon And Sea" in made.article.body


def test_breadcrumbs_give_the_section() -> None:
    made = draft(p("Home › Birds › On Tides"), h(1, "On Tides"), TEXT)
    assert [c.value for c in made.claims if c.field == "breadcrumb"] == [
        "Home",
        "Birds",
        "On Tides",
    ]
    assert made.article.metadata.section == "Birds"


def test_a_list_below_the_byline_may_have_items_without_a_word() -> None:
    made = draft(h(1, "On Tides"), p("By Ada Wren, 21 April 2026"), ul("moon", "-"), TEXT)
    assert [author.name for author in made.article.metadata.authors] == ["Ada Wren"]


def test_tags_at_the_end_have_a_label_or_a_class() -> None:
    labelled = draft(h(1, "On Tides"), TEXT, p("Tags: moon, sea"))
    classed = draft(h(1, "On Tides"), TEXT, ul("moon", "sea", hints=("post-tags",)))
    assert (
        labelled.article.metadata.keywords == classed.article.metadata.keywords == ("moon", "sea")
    )


def test_an_update_at_the_end_is_read() -> None:
    made = draft(h(1, "On Tides"), TEXT, p("Last updated: 21 April 2026"))
    assert made.article.metadata.modified == DAY


def test_a_figure_above_the_headline_is_kept() -> None:
    made = draft(figure("sea.jpg", "The sea"), h(1, "On Tides"), TEXT)
    assert made.article.images[0].alt == "The sea"


def test_without_an_h1_the_title_is_the_headline() -> None:
    claims = (
        claim("head", "title", "On Tides | Shore Notes"),
        claim("head", "site_name", "Shore Notes"),
    )
    made = draft(TEXT, h(2, "Moon"), p("It pulls."), claims=claims)
    assert made.article.metadata.headline == "On Tides"
    assert "## Moon" in made.article.body


def test_names_and_values_in_a_small_table_are_a_byline() -> None:
    rows = (("Author", "Ada Wren"), ("Published", "@April 21, 2026"), ("Tags", "moon, sea"))
    made = draft(h(1, "On Tides"), table(("", ""), *rows, ("Status", "Ready")), TEXT)
    meta = made.article.metadata
    assert ([a.name for a in meta.authors], meta.published) == (["Ada Wren"], DAY)
    assert meta.keywords == ("moon", "sea")
    assert made.article.tables == ()
    assert lost(made)["Status: Ready"] == "stood in the byline"


def test_a_name_set_as_a_heading_is_an_author_by_its_class() -> None:
    made = draft(h(1, "On Tides"), h(4, "Ada Wren", "author-name"), p("21 Apr 2026"), TEXT)
    assert [a.name for a in made.article.metadata.authors] == ["Ada Wren"]


def test_a_subtitle_set_as_a_heading_is_text() -> None:
    made = draft(h(1, "On Tides"), h(3, "Why the sea moves.", "subtitle"), TEXT)
    assert made.article.body.startswith("Why the sea moves.\n\n")


def test_links_to_pages_of_tags_are_tags() -> None:
    line = "21 Apr 2026\n[moon](/tags/moon/)"
    made = draft(h(1, "On Tides"), p(line, plain="21 Apr 2026\nmoon"), TEXT)
    assert made.article.metadata.keywords == ("moon",)


def test_name_and_date_run_together() -> None:
    made = draft(h(1, "On Tides"), p("Ada WrenApril 21, 2026"), TEXT)
    meta = made.article.metadata
    assert ([a.name for a in meta.authors], meta.published) == (["Ada Wren"], DAY)


def test_one_tag_above_the_headline_is_the_section_and_two_categories_are_tags() -> None:
    above = draft(p("[Birds](/tag/birds/)", plain="Birds"), h(1, "On Tides"), TEXT)
    assert above.article.metadata.section == "Birds"
    below = draft(h(1, "On Tides"), p("moon", "category"), p("sea", "category"), TEXT)
    assert below.article.metadata.keywords == ("moon", "sea")


def test_a_byline_in_sentences_is_one() -> None:
    made = draft(
        h(1, "On Tides"), p("Written by Ada Wren, April 21, 2026. Revised May 2, 2026."), TEXT
    )
    assert [author.name for author in made.article.metadata.authors] == ["Ada Wren"]
    assert made.article.metadata.published == DAY
    assert made.article.body == TEXT.text + "\n"


def test_a_byline_may_stand_at_the_end() -> None:
    made = draft(h(1, "On Tides"), TEXT, p("By Ada Wren on April 21, 2026."))
    assert made.article.metadata.published == DAY
    assert made.article.body == TEXT.text + "\n"


def test_a_sentence_at_the_end_that_begins_like_a_byline_stays() -> None:
    last = p("By Ada Wren on April 21, 2026, when the sea had left.")
    assert last.text in draft(h(1, "On Tides"), TEXT, last).article.body


def test_keywords_below_an_abstract_are_found() -> None:
    line = p("Keywords: tides, shores", "kwd-group", "div")
    made = draft(h(1, "On Tides"), h(2, "Abstract"), TEXT, line, h(2, "Methods"), TEXT)
    assert made.article.metadata.keywords == ("tides", "shores")
    assert "Keywords" not in made.article.body


def test_links_to_tags_at_the_end_are_tags_and_their_heading_goes_too() -> None:
    chips = ul("[tides](https://a.example/topics/tides)", "[moon](https://a.example/topics/moon)")
    made = draft(h(1, "On Tides"), TEXT, h(3, "Tags"), chips)
    assert made.article.metadata.keywords == ("tides", "moon")
    assert made.article.body == TEXT.text + "\n"


def test_the_category_in_the_footer_of_an_entry_is_no_list() -> None:
    category = ul("[Shores](https://a.example/category/shores/)", hints=("cat-links", "span"))
    assert draft(h(1, "On Tides"), TEXT, category).article.body == TEXT.text + "\n"


def test_a_list_of_known_authors_with_signs_is_the_byline() -> None:
    people = ul("[Ada Wren](https://a.example/ada)<sup>1,\\*</sup>", "Bo Tern<sup>2</sup>")
    known = (claim("head", "author", "Ada Wren"), claim("head", "author", "Bo Tern"))
    made = draft(h(1, "On Tides"), people, TEXT, claims=known)
    assert made.article.body == TEXT.text + "\n"


def test_a_field_list_below_the_headline_is_metadata() -> None:
    fields = Piece(
        kind="definitions",
        items=("Author:", "Ada Wren", "Date:", "2026-04-21"),
        plain="Author: Ada Wren Date: 2026-04-21",
    )
    made = draft(h(1, "On Tides"), fields, TEXT)
    assert [author.name for author in made.article.metadata.authors] == ["Ada Wren"]
    assert made.article.metadata.published == DAY
