import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from intake.recognise.made import claim, details, draft, figure, h, lost, p, table, ul
from palmetto_editor.bundle.sound import flaws
from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.manuscript import Manuscript, Piece
from palmetto_editor.intake.recognise.article import recognise
from palmetto_editor.intake.recognise.audit import every

HEAD = (h(1, "Tides"), p("The sea comes and goes."))

_LINES = [
    "By Ada Wren",
    "April 21, 2026",
    "Research Notice: Mind the mud.",
    "Q: Why does it rise?",
    "A: The moon pulls.",
    "For educational purposes only.",
    "Related research: how sand moves, and mud.",
    'Wren A. "On tides." *Shore.* 2019;7(2):3–5.',
    "Note: it is wet.",
    "Share this",
    "moonseatide",
    "Table 1. Pulls",
    "Home › Birds › Gulls",
    "See [the guide](/guide) and [1].",
    "Tags: moon, sea",
]
_HEADINGS = [
    "Tides",
    "FAQ",
    "Why?",
    "References",
    "TL;DR",
    "Disclaimer",
    "Related",
    "Contents",
    "Moon",
]
_words = st.text("abcdefg Hij.?:-", min_size=1, max_size=40)
_lines = st.sampled_from(_LINES) | _words
_hints = st.sampled_from(
    [(), ("faq",), ("tags",), ("references",), ("notice",), ("byline",), ("related",)]
)
_simple = st.one_of(
    st.builds(
        lambda level, text: h(level, text), st.integers(1, 6), st.sampled_from(_HEADINGS) | _words
    ),
    st.builds(lambda text, hints: p(text, *hints), _lines, _hints),
    st.builds(
        lambda items, hints: ul(*items, hints=hints),
        st.lists(_lines, min_size=1, max_size=3),
        _hints,
    ),
    st.builds(lambda a, b: table((a, "b"), (b, "c")), _words, _words),
    st.builds(lambda alt, caption: figure("x/sea.png", alt, caption), _words, _words),
    st.just(Piece(kind="rule", text="---")),
)
_pieces = st.recursive(
    _simple,
    lambda inner: st.one_of(
        st.builds(
            lambda label, inside: details(label, *inside), _lines, st.lists(inner, max_size=2)
        ),
        st.builds(
            lambda inside: Piece(kind="group", pieces=tuple(inside)), st.lists(inner, max_size=3)
        ),
    ),
    max_leaves=4,
)


def words_of(value: object) -> set[str]:
    return set(re.findall(r"\w+", re.sub(r"\\+n", " ", repr(value)).casefold()))


@examples(60)
@given(st.lists(_pieces, max_size=12))
def test_no_word_is_lost(pieces: list[Piece]) -> None:
    made = draft(*pieces)
    there = words_of((made.article, made.leftovers, made.claims))
    for piece in every(tuple(pieces)):
        assert set(re.findall(r"\w+", piece.plain.casefold())) <= there


@examples(40)
@given(st.lists(_pieces, max_size=12))
def test_the_article_is_sound(pieces: list[Piece]) -> None:
    assert list(flaws(draft(*pieces).article)) == []


def test_the_same_source_gives_the_same_draft() -> None:
    assert draft(*HEAD) == draft(*HEAD)


def test_the_address_is_the_identity() -> None:
    address = claim("head", "canonical_url", "https://example.org/tides")
    assert (
        draft(*HEAD, claims=(address,)).article.id
        == draft(p("Other."), claims=(address,)).article.id
    )
    assert draft(*HEAD).article.id != draft(p("Other.")).article.id


def test_an_empty_manuscript_is_an_empty_article() -> None:
    made = recognise(Manuscript(), "nothing.txt")
    assert (made.article.body, made.leftovers, made.source) == ("", (), "nothing.txt")


def test_a_sentence_from_within_the_markup_is_kept_for_the_writer() -> None:
    made = draft(*HEAD, intruders=(p("It stood in the JSON-LD."),))
    assert lost(made) == {"It stood in the JSON-LD.": "prose within JSON-LD"}


def test_what_the_reader_left_out_stays_told() -> None:
    gone = draft(*HEAD, h(2, "Empty")).leftovers
    assert set(gone) <= set(draft(*HEAD, leftovers=gone).leftovers)


def test_marks_in_the_text_cite_the_list() -> None:
    made = draft(
        h(1, "Tides"), p("The sea rises [1]."), h(2, "References"),
        ul('Wren A. "On tides." *Shore.* 2019;7(2):3–5.'),
    )  # fmt: skip
    assert made.article.body == "The sea rises [@wren2019].\n"


def _whole() -> Draft:
    return draft(
        p("Site name"), h(1, "Tides"), p("Ada Wren\nApril 21, 2026"),
        p("Research Notice: Mind the mud."),
        h(2, "The Short Answer"), p("The moon."), h(2, "Moon"), p("It pulls."),
        h(2, "FAQ"), p("Q: Why?"), p("A: The moon."), h(2, "Related Articles"), h(2, "References"),
        ul('Wren A, et al. "On tides." *Shore.* 2019;7(2):3–5.'),
        p("For educational purposes only. No advice."), p("See Also: The Sand Guide"),
        p("More Research"),
    )  # fmt: skip


def test_a_whole_page() -> None:
    made = _whole()
    article = replace(made.article, id="x")
    assert article.body == "## Moon\n\nIt pulls.\n"
    assert [q.question for q in article.faq] == ["Why?"]
    assert [r.id for r in article.references] == ["wren2019"]
    assert [link.label for link in article.links] == ["The Sand Guide"]
    assert article.disclaimer == "For educational purposes only. No advice."
    assert lost(made)["Related Articles"] == lost(made)["More Research"] == "empty heading"


def test_every_place_that_was_recovered_can_be_found() -> None:
    from palmetto_editor.model.edits import get

    made = _whole()
    for field in made.fields:
        get(made.article, field.place)
        assert 0 <= field.confidence <= 1
