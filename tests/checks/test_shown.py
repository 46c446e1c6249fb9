"""What a reader reads of Markdown, and where it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.checks.shown import shown

MARKS = st.text('ab \n[]()*_@!<>|#-`~.:&;{}\\^"“”1', max_size=60)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("It **rose** by *two*.", "It rose by two."),
        ("It rose [@wren2019; @b, p. 3].", "It rose."),
        ("It rose.[@wren2019] They left.", "It rose. They left."),
        ("@wren2019 [p. 3] saw it.", "@wren2019 saw it."),
        ('See [the guide](https://example.org/a_(b) "t").', "See the guide."),
        ("See [the *guide*][1].\n\n[1]: https://example.org", "See the guide."),
        ("A note.[^n]\n\n[^n]: It says so.", "A note.\n\n\n\nIt says so."),
        ("snake_case and 2 * 3", "snake_case and 2 * 3"),
        ("a &amp; b", "a & b"),
        (r"not \*so\*", "not *so*"),
        ("# Of *tides* ##\nText", "Of tides\n\nText"),
        ("before\n{{< table x >}}\nafter", "before\n\nafter"),
        ("a <b>bold</b> word", "a bold word"),
        ("a <!-- hidden --> word", "a  word"),
        ("mail a@example.org", "mail a@example.org"),
        ("<https://example.org/x>", "https://example.org/x"),
        ("> [!NOTE] Head\n> Text", "Head\n\nText"),
        ("- [x] done\n- left", "done\n\nleft"),
        ("so\n=\n\ntext", "so\n\n\n\ntext"),
    ],
)  # fmt: skip
def test_marks_are_not_read(typed, read):
    assert shown(typed).text.split() == read.split()


def test_rows_and_items_stand_apart():
    text = shown("- one\n- two\n\n| a | b |\n|---|---|\n| c | d |").text
    assert [line.strip() for line in text.split("\n\n") if line.strip()] == [
        "one", "two", "a | b", "c | d",
    ]  # fmt: skip


def test_every_word_leads_back_to_where_it_was_typed():
    typed = (
        "# Of tides #\n\n- **One** [word](x:y) [@a]\n\n"
        "| two | [three](u) |\n|--|--|\n| `c` | four\\* |"
    )
    read = shown(typed)
    for word in ("Of", "tides", "One", "word", "two", "three", "four"):
        start = read.text.index(word)
        assert typed[slice(*read.at(start, start + len(word)))] == word


def test_citations_stand_behind_the_words_that_they_are_for():
    read = shown("It rose [@a; @b]. Then @c saw it.")
    (a, b, one), (_, _, two), (c, d, three) = read.cites
    assert (one, two, three) == ("a", "b", "c")
    assert a == b
    assert read.text[:a] == "It rose"
    assert read.text[c:d] == "@c"


def test_code_is_neither_read_nor_cited():
    read = shown("So `[@a] **x**` it is.\n\n```\n# no [@b]\n```\n")
    assert read.text.split() == ["So", "it", "is."]
    assert read.cites == ()


def test_quotations_and_links_have_their_spans():
    read = shown("He said “it *rose*” and 'don't' [here](x) with \"two words\".")
    assert [read.text[a:b] for a, b in read.quotes] == ["“it rose”", '"two words"']
    assert [read.text[a:b] for a, b in read.links] == ["here"]


def test_an_alternative_text_stands_apart():
    assert shown("before ![A plan](beach) after").text.split("\n\n") == [
        "before ", "A plan", " after",
    ]  # fmt: skip


@given(MARKS)
def test_spans_lie_within_whatever_was_typed(typed):
    read = shown(typed)
    for start, end, _ in (*read.cites, *read.notes):
        assert 0 <= start <= end <= len(read.text)
    for start in range(len(read.text)):
        begin, end = read.at(start, start + 1)
        assert 0 <= begin <= end <= len(typed)
