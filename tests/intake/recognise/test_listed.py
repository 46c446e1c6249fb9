import pytest

from intake.recognise.made import draft, h, lost, p, ul
from palmetto_editor.intake.manuscript import Piece

HEAD = (h(1, "Tides"), p("The sea comes and goes."))
ONE = 'Wren A, et al. "On tides." *Shore Notes.* 2019;7(2):3–5.'
TWO = 'Wren A. "On sand." *Shore Notes.* 2019;8(1):10–12.'


@pytest.mark.parametrize(
    "heading", ["References", "Selected Peer-Reviewed References", "Sources", "5. Works cited:"]
)
def test_a_list_under_such_a_heading_is_read(heading: str) -> None:
    made = draft(*HEAD, h(2, heading), ul(ONE, TWO))
    first, second = made.article.references
    assert (first.id, second.id) == ("wren2019", "wren2019b")
    assert (first.title, first.container_title) == ("On tides", "Shore Notes")
    assert (first.volume, first.issue, first.page) == ("7", "2", "3–5")
    assert first.palmetto.authors_truncated
    assert made.article.body == "The sea comes and goes.\n"


def test_every_field_has_its_confidence() -> None:
    made = draft(*HEAD, h(2, "References"), ul(ONE))
    fields = {str(f.place): f.confidence for f in made.fields}
    assert 0 < fields["references[wren2019].container-title"] <= 1


def test_lines_may_be_paragraphs() -> None:
    made = draft(
        *HEAD, h(2, "References"), p(f"[1] {ONE}"), p(f"[2] {TWO}"), p("That is all for now.")
    )
    assert len(made.article.references) == 2
    assert "That is all for now." in made.article.body


def test_an_item_unlike_the_others_is_left_over() -> None:
    made = draft(*HEAD, h(2, "References"), ul(ONE, TWO, "The Shore Team of Writers"))
    assert len(made.article.references) == 2
    assert lost(made)["The Shore Team of Writers"] == "stood in the reference list"


def test_a_list_that_looks_like_references_needs_no_heading() -> None:
    assert len(draft(*HEAD, p("Read these."), ul(ONE, TWO)).article.references) == 2


def test_a_list_of_years_is_none() -> None:
    made = draft(*HEAD, p("See:"), ul("In 2019 the sea rose by an inch", "In 2020 it fell by two"))
    assert made.article.references == ()


def test_a_heading_without_references_stays() -> None:
    made = draft(*HEAD, h(2, "Sources"), p("Rivers begin in hills and end in the sea."))
    assert "## Sources" in made.article.body


def test_text_after_the_references_keeps_their_place() -> None:
    made = draft(*HEAD, h(2, "References"), ul(ONE), h(2, "Afterword"), p("Thanks to all."))
    assert "## References\n\n{{< references >}}\n\n## Afterword" in made.article.body


def test_a_link_of_an_entry_is_its_identifier() -> None:
    item = f"{ONE} [doi](https://doi.org/10.1000/xyz) [↩](#back)"
    made = draft(*HEAD, h(2, "References"), Piece(kind="list", items=(item,), plain=item))
    assert made.article.references[0].DOI == "10.1000/xyz"


def test_related_links_below_the_references_are_none() -> None:
    more = (h(3, "Related"), ul("[Sand and what it does](/sand)"))
    made = draft(*HEAD, h(2, "References"), ul(ONE), *more)
    assert len(made.article.references) == 1
    assert made.article.links[0].target == "/sand"
