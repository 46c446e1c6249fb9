"""Any text is read, what was done to it is told, and strict JSON stays untouched."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.structured.wild.found import DEEPEST
from palmetto_editor.structured.wild.mend import block
from palmetto_editor.structured.wild.read import read

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
MARKS = st.text(
    st.sampled_from(list("{}[]:,\"'“”‘’\\/<>!-*&;`@#abnrtu0189. \n\t\ufeff\u00a0é")), max_size=80
)
TOKENS = """{ } [ ] , : "a" "@context" “b” ' " &quot; &#8220; // /* */ <br> <p> </p> <!-- -->
<![CDATA[ ]]> true NaN 1.5 -0 .5 Some prose. \\u12 \\" ```json ```"""
PARTS = st.lists(st.sampled_from([*TOKENS.split(), "\n", "\n\n"]), max_size=40).map(" ".join)


def only(text):
    (value,) = read(text).values
    return value


def told(text):
    return " / ".join(repair.what for repair in read(text).mended)


@given(JSON)
def test_json_that_is_sound_reads_back_equal_with_nothing_mended(value):
    found = read(json.dumps(value))
    assert found.values == (value,)
    assert not found.mended
    assert not found.intruders
    assert found.stopped is None


@examples(200)
@given(MARKS | PARTS | st.text())
def test_any_text_is_read_without_an_exception(text):
    found = read(text)
    assert found.values or found.stopped
    for repair in found.mended:
        assert repair.line >= 1
        assert repair.column >= 1


def test_what_stood_before_the_cut_is_kept():
    found = read('{"headline": "Tides",\n "author": {"name": "Ann", "url": "https://exa')
    assert found.values == ({"headline": "Tides", "author": {"name": "Ann", "url": "https://exa"}},)
    assert found.stopped
    assert found.stopped.line == 2
    assert "https://exa" in found.stopped.words
    assert found.stopped.remedy


@pytest.mark.parametrize("mark", ["[", '{"a":', "[[{"])
def test_three_thousand_levels_stop_at_a_bounded_depth(mark):
    found = read(mark * 3_000)
    assert found.stopped
    depth, value = 0, found.values
    while value:
        value = next(iter(value.values() if isinstance(value, dict) else value))
        depth += 1
    assert depth <= DEEPEST + 1


def test_sound_json_that_is_too_deep_is_bounded_too():
    found = read("[" * (DEEPEST + 50) + "]" * (DEEPEST + 50))
    assert found.stopped
    assert f"{DEEPEST} levels" in found.stopped.remedy


def test_an_empty_text_says_so():
    assert read("").stopped.remedy.startswith("It is empty.")


def test_text_without_json_says_so():
    found = read("Just a sentence.")
    assert found.values == ()
    assert "no JSON" in found.stopped.remedy


def test_a_sentence_between_members_is_named_word_for_word():
    found = read(
        '{"author": {\n"name": "The team"\n\nSee “the guide”, which says more.\n\n},\n"x": 1}'
    )
    assert found.values == ({"author": {"name": "The team"}, "x": 1},)
    assert found.intruders == ("See “the guide”, which says more.",)
    assert [(r.what, r.line) for r in found.mended] == [("prose between the members", 4)]


def test_a_sentence_with_quotes_and_commas_stays_outside_the_value():
    found = read('{"name": "Org"\nThey say "yes", "no" and "maybe", as it comes.\n}')
    assert found.values == ({"name": "Org"},)
    assert found.intruders == ('They say "yes", "no" and "maybe", as it comes.',)


def test_a_sentence_before_a_value_is_an_intruder():
    found = read('{"author":\nWritten with care.\n{"name": "Ann"}}')
    assert found.values == ({"author": {"name": "Ann"}},)
    assert found.intruders == ("Written with care.",)


def test_sentences_in_paragraphs_of_their_own_are_told_apart():
    found = read('<p>{</p><p>"a": 1,</p><p>One here.</p><p>Two <b>there</b>.</p><p>"b": 2}</p>')
    assert found.values == ({"a": 1, "b": 2},)
    assert found.intruders == ("One here.", "Two there .")


def test_prose_between_blocks_is_an_intruder():
    found = read('{"a": 1}\nand then\n{"b": 2}')
    assert found.values == ({"a": 1}, {"b": 2})
    assert found.intruders == ("and then",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1, "b": [1, 2,],}', {"a": 1, "b": [1, 2]}),
        ('{"a": "x" "b": ["y" "z"]}', {"a": "x", "b": ["y", "z"]}),
        ('{"a": {"b": 1}\n"c": [{} {}]}', {"a": {"b": 1}, "c": [{}, {}]}),
        ('{,"a": 1,, "b": 2}', {"a": 1, "b": 2}),
    ],
)
def test_commas_too_many_or_missing_are_mended(text, value):
    assert only(text) == value
    assert "comma" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, // the first\n"b": "http://x"}',
        '{"a": 1, /* not "b": 3, */ "b": "http://x"}',
        '{"a": 1, <!-- hidden --> "b": "http://x"}',
        '/* top */ {"a": 1, "b": "http://x"} // end',
    ],
)
def test_comments_are_left_out_and_told(text):
    assert only(text) == {"a": 1, "b": "http://x"}
    assert "comment" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        '<!--\n{"a": 1}\n-->',
        '//<![CDATA[\n{"a": 1}\n//]]>',
        '/* <![CDATA[ */\n{"a": 1}\n/* ]]> */',
        '<![CDATA[{"a": 1}]]>',
        '\ufeff{"a": 1}',
        '<script type="application/ld+json">{"a": 1}</script>',
        '```json\n{"a": 1}\n```',
        'var graph = {"a": 1};',
    ],
)
def test_what_is_wrapped_around_is_left_out_and_told(text):
    assert only(text) == {"a": 1}
    assert told(text)
    assert read(text).intruders == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{“a”: “said “hi” twice”, “b”: “”}", {"a": "said “hi” twice", "b": ""}),
        ('{"a": "x”,\n"b": 1}', {"a": "x", "b": 1}),
        ("{'a': 'it's so', 'b': 'x'}", {"a": "it's so", "b": "x"}),
        ("{‘a’: ‘x’}", {"a": "x"}),
        ("{&quot;a&quot;: &quot;x &amp;amp; y&quot;}", {"a": "x &amp; y"}),
        ("{&#8220;a&#8221;: &#8220;x &amp; y&#8243;}", {"a": "x & y"}),
    ],
)
def test_other_quotes_are_read_as_straight_ones(text, value):
    assert only(text) == value
    assert "quotes read as straight ones" in told(text)


@pytest.mark.parametrize(
    "inner",
    [
        'the "best" of all',
        '"First", he said',
        'he said "last"',
        '<a href="https://x.org/a">a</a>, "b" and "c": done',
        'a 5" pipe',
    ],
)
def test_quotes_within_a_text_need_no_escape(inner):
    text = f'{{"text": "{inner}", "next": ["{inner}", "z"]}}'
    assert only(text) == {"text": inner, "next": [inner, "z"]}
    assert "not escaped" in told(text)


def test_typographic_quotes_within_straight_ones_are_words():
    assert only('{"a": "“One”, “two”, done",}') == {"a": "“One”, “two”, done"}


def test_line_breaks_within_a_text_are_kept():
    text = '{"a": "one\ntwo\r\nthree\tfour"}'
    assert only(text) == {"a": "one\ntwo\nthree\tfour"}
    assert "line break" in told(text)


def test_what_wpautop_makes_of_line_breaks_is_undone():
    text = '{"a": "one<br />\ntwo</p>\n<p>three",<br />\n"b": 1}'
    assert only(text) == {"a": "one\ntwo\n\nthree", "b": 1}
    assert "<br> or <p> within a text" in told(text)
    assert "HTML tag between the members" in told(text)


def test_html_that_the_author_put_in_a_text_stays():
    assert only('{"a": "one<br>two <p>three</p>",}') == {"a": "one<br>two <p>three</p>"}


def test_names_without_quotes_are_read():
    text = "{@type: \"Article\", headline: 'x', isFree: true}"
    assert only(text) == {"@type": "Article", "headline": "x", "isFree": True}
    assert "a name without quotes" in told(text)


def test_values_without_quotes_are_read():
    assert only('{"name": Ann Miller,\n"k": [red, green]}') == {
        "name": "Ann Miller",
        "k": ["red", "green"],
    }


def test_numbers_and_words_that_json_does_not_know_are_read():
    text = '{"a": NaN, "b": -Infinity, "c": undefined, "d": .5, "e": +1, "f": 01, "g": None}'
    value = {"a": None, "b": None, "c": None, "d": 0.5, "e": 1, "f": 1, "g": None}
    assert only(text) == value
    assert "NaN is not JSON" in told(text)


def test_a_missing_value_is_null():
    assert only('{"a": , "b": 1}') == {"a": None, "b": 1}


def test_a_name_that_stands_twice_is_told_with_what_was_lost():
    found = read('{"name": "A", "name": "B"}')
    assert found.values == ({"name": "B"},)
    (repair,) = found.mended
    assert "twice" in repair.what
    assert "A" in repair.words
    assert repair.column == 15


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, 2, "b": 3}', {"a": [1, 2], "b": 3}),
        ('[{"a": 1}}]', [{"a": 1}]),
        ('{{"a": 1}}', {"a": 1}),
        ('{"f": [{"a": 1], "b": 2}', {"f": [{"a": 1}], "b": 2}),
        ('{"a": {"n": 1}, {"n": 2}, "b": 3}', {"a": [{"n": 1}, {"n": 2}], "b": 3}),
        ('{"a": "x,\n"b": 1}', {"a": "x", "b": 1}),
    ],
)
def test_brackets_and_quotes_that_are_missing_or_too_many_are_mended(text, value):
    found = read(text)
    assert found.values == (value,)
    assert found.mended
    assert found.stopped is None


@pytest.mark.parametrize("between", ["", "\n", ",\n", ";", "</script>\n<script>"])
def test_several_blocks_are_several_values(between):
    found = read(f'{{"a": 1}}{between}{{"b": 2}}')
    assert found.values == ({"a": 1}, {"b": 2})
    assert "several JSON texts" in told(f'{{"a": 1}}{between}{{"b": 2}}')


def test_a_block_that_was_cut_does_not_take_in_the_next():
    text = '{"@context": "https://schema.org", "a": {"b": 1\n{"@context": "https://schema.org"}'
    first, second = read(text).values
    assert first == {"@context": "https://schema.org", "a": {"b": 1}}
    assert second == {"@context": "https://schema.org"}


def test_odd_escapes_are_read_and_told():
    text = r'{"a": "it\'s C:\docs \ud83e\udd80 \ud800!",}'
    assert only(text) == {"a": "it's C:\\docs 🦀 \ufffd!"}
    assert "backslash" in told(text)


def test_a_number_of_five_thousand_digits_is_no_error():
    assert read(f'{{"a": {"9" * 5000}, "b": 1}}').values[0]["b"] == 1


def test_a_block_among_prose_ends_where_it_is_closed():
    text = 'Before.\n\n{"@type": "Thing",}\n\nAfter, with a } brace.'
    found = block(text, text.index("{"))
    assert found.value == {"@type": "Thing"}
    assert text[found.end :] == "\n\nAfter, with a } brace."


def test_a_block_that_is_never_closed_takes_no_prose_with_it():
    text = '{"@type": "Thing", "a": {"b": "c"},\n\nAfter it comes prose.\n\nAnd more.'
    found = block(text, 0)
    assert found.value == {"@type": "Thing", "a": {"b": "c"}}
    assert text[found.end :].strip() == "After it comes prose.\n\nAnd more."
    assert found.intruders == ()
    assert found.stop
