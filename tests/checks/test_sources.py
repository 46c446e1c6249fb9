import pytest

from palmetto_editor.checks.sources import Sources, fits, repeats
from palmetto_editor.model.csl import Name, Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Image

PLACE = Place("notice")
SOURCES = Sources(
    Article(
        id="a",
        references=(Reference(id="a", author=(Name(family="Wren"), Name(family="Sand"))),),
        images=(Image(id="a.png", file="a.png", caption="Of *a* [@a]", credit="Ada"),),
    )
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain *and* `code`", "plain and code"),
        ("cited [@a].", "cited [@a]."),
        ("cited [see  @a p. 3;@b]", "cited [see @a, p. 3; @b]"),
        ("@a says so", "@a says so"),
        ("noted[^n], twice[^n].", "noted1, twice1."),
        ("an ![image](a.png) here", "an here"),
        ("an ![image](gone.png) here", "an image here"),
    ],
)
def test_a_text_fits_what_the_page_makes_of_it(typed, shown):
    assert fits(shown, [SOURCES.inline(typed, PLACE)])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain", "plane"),
        ("plain", "plain and more"),
        ("plain", "very plain"),
        ("plain", ""),
        ("cited [@a].", "cited ."),
        ("cited [@a].", "cited [@a]!"),
        ("cited [@a].", "cited [@b]."),
        ("cited [@a, p. 3].", "cited [@a, p. 4]."),
        ("noted[^n].", "noted."),
        ("@a says so", "[@a] says so"),
    ],
)
def test_a_text_does_not_fit_another(typed, shown):
    assert not fits(shown, [SOURCES.inline(typed, PLACE)])


def test_several_blocks_follow_each_other_and_notes_do_not_count():
    sources = SOURCES.in_place("One[^n].\n\n- two\n- three\n\n[^n]: Note.\n", PLACE)
    assert [str(source.place) for source in sources] == ["notice:0-8", "notice:10-23"]
    assert fits("One1. two three", sources)


@pytest.mark.parametrize("shown", ["Of a [@a] Ada", "Of a Ada"])
def test_an_image_by_itself_is_a_figure(shown):
    assert fits(shown, SOURCES.in_place("![A](a.png)", PLACE))
    assert not fits("Of a", SOURCES.in_place("![A](a.png)", PLACE))


def test_what_was_too_slow_to_typeset_fits_as_it_was_typed():
    typed = "[" * 3_000
    assert fits(typed, SOURCES.in_place(typed, PLACE))


def test_the_first_occurrence_that_fits_is_found():
    source = SOURCES.inline("cited [@a].", PLACE)
    assert source.find_end("not cited here. cited [@a]. cited [@a].", 0) == 27
    assert source.find_end("cited here", 0) == -1


def test_two_thousand_citations_are_compared_at_once():
    source = SOURCES.inline("[@a] " * 2_000, PLACE)
    shown = "[@a] " * 2_000
    assert fits(shown, [source])


@pytest.mark.parametrize("shown", ["One (1). Two.", "One.1 Two.", "One (Wren 2019, 3). Two."])
def test_any_words_do_for_a_citation_where_the_text_has_no_marks(shown):
    sources = SOURCES.in_place("One [@a].\n\nTwo.\n", PLACE)
    assert repeats(shown, sources)
    assert not repeats(shown.replace("Two", "Too"), sources)
    assert not repeats(shown.removesuffix(" Two."), sources)
    assert not repeats(f"{shown} Three.", sources)


def test_what_follows_a_citation_may_look_like_it():
    assert repeats("One (1) (", [SOURCES.inline("One [@a] (", PLACE)])
    assert repeats("(1) (x", [SOURCES.inline("[@a] (x", PLACE)])
    assert not repeats("(1) (y", [SOURCES.inline("[@a] (x", PLACE)])


@pytest.mark.parametrize("shown", ["[@a]", "[@a] [@a]"])
def test_a_credit_that_looks_like_the_citation_of_its_caption_is_read_as_a_credit(shown):
    image = Image(id="b.png", file="b.png", caption="[@a]", credit="[@a]")
    sources = Sources(Article(id="a", images=(image,)))
    assert fits(shown, sources.in_place("![A](b.png)", PLACE))
