from intake.recognise.made import draft, h, lost, p, ul
from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.manuscript import Piece

HEAD = (h(1, "Tides"), p("The sea comes and goes."))


def links(made: Draft) -> list[tuple[str, str, str]]:
    return [(link.label, link.target, link.relation) for link in made.article.links]


def test_links_under_their_heading() -> None:
    made = draft(
        *HEAD, h(2, "Related Articles"), ul("[Moon](/moon)", "[The Complete Guide to Sand](/sand)")
    )
    assert links(made) == [
        ("Moon", "/moon", "related"),
        ("The Complete Guide to Sand", "/sand", "pillar"),
    ]
    assert made.article.body == "The sea comes and goes.\n"


def test_cards_are_links() -> None:
    made = draft(*HEAD, h(2, "You may also like"), h(3, "[Moon](/moon)"), p("It pulls the sea."))
    assert links(made) == [("Moon", "/moon", "related")]
    assert lost(made)["It pulls the sea."] == "stood beside the links"


def test_a_label_before_titles_without_addresses() -> None:
    made = draft(*HEAD, p("Related research: how the moon pulls, and sand against mud."))
    assert links(made) == [
        ("how the moon pulls", "", "related"),
        ("sand against mud", "", "related"),
    ]


def test_a_title_is_one_link_whatever_stands_in_it() -> None:
    made = draft(*HEAD, p("See Also: The Sand Guide — Grains, Dunes, and Beaches"))
    assert links(made) == [("The Sand Guide — Grains, Dunes, and Beaches", "", "see-also")]


def test_a_label_before_links() -> None:
    made = draft(*HEAD, p("Read more: [Moon](/moon) and [Sun](/sun)"))
    assert [target for _, target, _ in links(made)] == ["/moon", "/sun"]


def test_a_sentence_that_leads_to_the_pillar_stays() -> None:
    told = p("For a complete overview of it, see the Complete Guide to Tides from Shore Notes.")
    made = draft(*HEAD, told)
    assert links(made) == [("Complete Guide to Tides", "", "pillar")]
    assert told.text in made.article.body


def test_a_sentence_that_leads_to_a_sibling_stays() -> None:
    told = p("For a deeper look at sand, see our dedicated article: Sand and Sea: What We Know")
    made = draft(*HEAD, told)
    assert links(made) == [("Sand and Sea: What We Know", "", "related")]
    assert told.text in made.article.body


def test_links_in_the_text_are_no_links_beside_it() -> None:
    made = draft(*HEAD, p("The [moon](/moon) pulls the [sea](/sea)."))
    assert links(made) == []


def test_products_are_told_apart() -> None:
    made = draft(*HEAD, h(2, "Related Products"), ul("[A bucket](/bucket)"))
    assert links(made) == [("A bucket", "/bucket", "product")]


def test_a_box_of_links_that_says_more_stays_in_the_text() -> None:
    inside = p("[Litter](/litter), for what becomes of leaves.")
    box = Piece(
        kind="note",
        label="See also",
        text=f"> [!NOTE] See also\n> {inside.text}",
        plain=f"See also\n{inside.plain}",
        pieces=(inside,),
    )
    made = draft(*HEAD, box)
    assert links(made) == [("Litter", "/litter", "see-also")]
    assert "for what becomes of leaves" in made.article.body


def test_a_box_of_links_alone_is_links_alone() -> None:
    box = Piece(
        kind="note",
        label="See also",
        text="> [!NOTE] See also\n> [Litter](/litter)",
        plain="See also\nLitter",
        pieces=(p("[Litter](/litter)", plain="Litter"),),
    )
    made = draft(*HEAD, box)
    assert links(made) == [("Litter", "/litter", "see-also")]
    assert "Litter" not in made.article.body
