"""JSON-LD as it should be, one kind of damage done to it: the value comes back, and a mending."""

from __future__ import annotations

import html
import json
import re
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.structured.wild.read import read

WORDS = st.sampled_from(
    ["tide", "sand", "Beach", "éclair", "3", "it's", "well-known", "中文", "(here)", "50%", "a/b"]
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
NAMES = st.sampled_from(
    ["@type", "@id", "name", "headline", "text", "author", "schema:about", "keywords", "url"]
)
SCALARS = SENTENCE | st.integers(-99, 2030) | st.booleans() | st.none() | st.just(1.5)


def graphs(texts=SCALARS, most=4):
    """Nodes of so many members at most, whose values are lists and nodes within each other."""
    inner = st.recursive(
        texts,
        lambda v: (
            st.lists(v, min_size=1, max_size=3)
            | st.dictionaries(NAMES, v, min_size=1, max_size=most)
        ),
        max_leaves=6,
    )
    members = st.dictionaries(NAMES, inner, min_size=1, max_size=most)
    return members.map(lambda node: {"@context": "https://schema.org", **node})


def pretty(value):
    return json.dumps(value, indent=2, ensure_ascii=False)


def quoted(text, left, right):
    return re.sub(r'"((?:[^"\\]|\\.)*)"', rf"{left}\1{right}", text)


def trailing_commas(text):
    return re.sub(r"\n(\s*[}\]])", r",\n\1", text)


def no_commas(text):
    return text.replace(",\n", "\n")


def line_comments(text):
    return re.sub(r",\n", ", // a remark, with: {braces}\n", text)


def block_comments(text):
    return re.sub(r"\n", "\n/* a remark, 'so to say' */\n", text)


def prose(text):
    return re.sub(r",\n", ",\n\nA sentence of prose, as it were.\n\n", text)


def prose_for_commas(text):
    return re.sub(r",\n", "\n\nA sentence of prose, as it were.\n\n", text)


def paragraphs(text):
    return "".join(f"<p>{line.strip()}</p>\n" for line in text.split("\n"))


def breaks(text):
    return text.replace("\n", "<br />\n")


def bare_names(text):
    return re.sub(r'"(@?[a-z]+)": ', r"\1: ", text)


DAMAGE = [
    trailing_commas,
    no_commas,
    line_comments,
    block_comments,
    prose,
    prose_for_commas,
    paragraphs,
    breaks,
    bare_names,
    lambda text: quoted(text, "“", "”"),
    lambda text: quoted(text, "&#8220;", "&#8221;"),
    lambda text: quoted(text, "'", "'"),
    html.escape,
    lambda text: f"<!--\n{text}\n-->",
    lambda text: f"//<![CDATA[\n{text}\n//]]>",
    lambda text: "\ufeff" + text,
    lambda text: text.replace(" ", "\u00a0", 1),
]


@examples(24)
@given(graphs())
def test_damage_is_mended_and_told(value):
    read_back = {broken: read(broken) for broken in (damage(pretty(value)) for damage in DAMAGE)}
    amiss = {
        broken: found
        for broken, found in read_back.items()
        if found.values != (value,) or found.stopped or not (found.mended or is_sound(broken))
    }
    assert amiss == {}


def is_sound(text):
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


@examples(30)
@given(graphs(st.lists(WORDS | st.sampled_from(['"so"', '"so it is"']), min_size=1).map(" ".join)))
def test_quotes_that_are_not_escaped_are_mended(value):
    broken = pretty(value).replace('\\"', '"')
    assert read(broken).values == (value,)


@examples(30)
@given(graphs(st.lists(SENTENCE, min_size=1, max_size=3).map("\n".join)))
def test_line_breaks_that_are_not_escaped_are_mended(value):
    broken = pretty(value).replace("\\n", "\n")
    assert read(broken).values == (value,)
    assert read(breaks(broken)).values == (value,)


@examples(30)
@given(graphs(), graphs())
def test_two_blocks_are_both_read(first, second):
    assert read(pretty(first) + "\n" + pretty(second)).values == (first, second)


@examples(30)
@given(graphs())
def test_each_sentence_of_prose_is_given_word_for_word(value):
    text = pretty(value)
    found = read(prose(text))
    assert found.intruders == ("A sentence of prose, as it were.",) * text.count(",\n")


@examples(5)
@given(graphs(most=2))
def test_any_two_kinds_of_damage_give_no_exception_and_a_value(value):
    text = pretty(value)
    twice = (second(first(text)) for first, second in product(DAMAGE, DAMAGE))
    for broken in dict.fromkeys(twice):  # much damage leaves the other nothing to do
        assert read(broken).values
