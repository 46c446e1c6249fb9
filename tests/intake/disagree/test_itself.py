import pytest

from palmetto_editor.intake.manuscript import Leftover, Mending, Piece
from palmetto_editor.model.csl import Reference


def test_a_heading_with_nothing_under_it(draft, found):
    left = (Leftover(text="Related", reason="empty heading"), Leftover(text="x", reason="menu"))
    (one,) = found(draft(leftovers=left))
    assert (one.rule, one.page) == ("intake.empty-heading", "Related")


@pytest.mark.parametrize(
    "words",
    [
        "It is *very* high.",
        "It is **very** high.",
        "It is __very__ high.",
        "See [the guide](https://example.org).",
        "## The sea",
        "```python",
    ],
)
def test_marks_that_readers_see(draft, rules, words):
    assert rules(draft(shown=[words])) == ["intake.markdown-marks"]


@pytest.mark.parametrize(
    "words",
    [
        "Then 5 * 3 * 2 is 30.",
        "*p < 0.05, **p < 0.01",
        "Alleles A*02:01 and B*07:02.",
        "Ask snake_case and __init__.py.",
        "He said [so] (and left).",
        "Array[0](x)",
        "# of samples: #1",
        "Nothing at all.",
    ],
)
def test_signs_that_mean_themselves(draft, rules, words):
    assert rules(draft(shown=[f"So: {words}"])) == []


def test_an_image_is_no_mark(draft, rules):
    image = "![A beach](https://example.org/beach.jpg)"
    assert rules(draft(shown=[Piece(kind="paragraph", text=image)])) == []


def test_code_may_hold_any_sign(draft, rules):
    assert rules(draft(shown=[Piece(kind="code", plain="**kwargs** ## x")])) == []


def test_all_marks_are_one_finding_at_the_part_they_came_to(draft, found):
    reference = Reference(id="w", container_title="Journal of Tides", DOI="10.5555/1")
    made = draft(shown=["In *Journal of Tides.* 2000", "Then *more*."], references=(reference,))
    (one,) = found(made)
    assert str(one.place) == "references[w]"
    assert one.page.splitlines() == ["*Journal of Tides.*", "*more*"]


def test_a_sentence_within_json_ld_goes_to_the_end_of_the_body(draft, found):
    left = (Leftover(text="See the *guide*.", reason="prose within JSON-LD"),)
    made = draft(leftovers=left, body="The sea.\n")
    (one,) = found(made)
    assert one.rule == "intake.prose-in-markup"
    assert one.markup_edit is None
    after = one.page_edit.apply(made.article)
    assert after.body == "The sea.\n\nSee the *guide*.\n"
    assert one.page_edit.apply(after) is after


def test_json_ld_that_was_mended_is_a_warning_and_one_that_stopped_an_error(draft, found):
    comma = Mending(what="a missing comma was added", where="JSON-LD, line 3", words='"a"')
    stop = Leftover(text="}} and so on", reason="Reading stopped here. Close what is open.")
    (one,) = found(draft(mended=(comma,)))
    assert (one.rule, one.severity) == ("intake.markup-broken", "warning")
    assert "line 3" in one.message
    (one,) = found(draft(mended=(comma,), leftovers=(stop,)))
    assert one.severity == "error"
    assert "}} and so on" in one.message
    told = Mending(what="reading stopped: close it", where="JSON-LD, line 9", words="}} and so on")
    assert [d.message for d in found(draft(mended=(told,)))] == [one.message]


def test_what_was_mended_elsewhere_is_no_broken_markup(draft, rules):
    assert rules(draft(mended=(Mending(what="wrong encoding", where="meta"),))) == []
    entities = Mending(what="HTML entities in texts read as characters", where="JSON-LD")
    assert rules(draft(mended=(entities,))) == []


def test_json_ld_that_readers_see(draft, rules):
    printed = Mending(what="JSON-LD printed as text taken out of it", where="line 80")
    assert rules(draft(mended=(printed,))) == ["intake.markup-visible"]


def test_a_rating_that_no_reader_finds(claim, draft, rules):
    rating = claim("markup", "rating", "4.8")
    assert rules(draft(rating, shown=["The sea."])) == ["intake.rating-unseen"]
    assert rules(draft(rating, shown=["Rated 4.8 by readers."])) == []
