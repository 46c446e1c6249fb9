"""What is a trap, what is none, and what a repair makes of it."""

import pytest
from hypothesis import given

from effort import grows_with
from examples import examples
from palmetto_editor.checks.traps.detect import traps
from strategies import texts

SILENT = [
    "Two *words* and **two more**, `code`, [a link](https://example.org/a_(b)) and [@a; @b, p. 3].",
    "2 * 3 * 4 = 24, and 2 ** 3 is 8.",
    "Values of 12* and 13** differ (*p < 0.05, **p < 0.01).",
    "A name_with_underscores, _one_ word, an f*** word.",
    "It rose [sic] in 1999 [see below] (as said).",
    "An interval of [0, 1] and an array [a](see the note).",
    "Ask at name@example.org, -@wren2019 says, or see @wren2019 [p. 3].",
    "From 5 to 6 °C, at < 5 or > 6, x < y and a <b>bold</b> word.",
    "The price is $5, or $6 with {braces} and {{ two }}.",
    "\\*Literally\\* and \\[literally\\].",
    "# 1 is a heading\n",
    "#1 of three, and #hashtag at its start.",
    "- a short item\n- The following item is none of ours\n- and one more\n",
    "> quoted words that go on\nlazily on the next line\n",
    "    x = 1; return x\n",
    "1. one\n2. two\n",
    "- it goes on -\n  and -on\n",
    "| a | b |\n|---|---|\n| c \\| d | `e` |\n",
    "| | b |\n|---|---|\n| c | |\n",
    "Under lined\n-----\n",
    "<details>\n<summary>More</summary>\n\nIn *here*.\n\n</details>\n",
    "<!-- a comment -->\n",
    "```\n** a\n[b] (/c)\n{{< faq }}\n```\n",
    "> [!WARNING] Take care\n> of this.\n",
    "See <https://example.org/> and [the site](https://example.org/).",
    "H~2~~O and 5^th and a::b and :::",
]


def _told(text, *, short=False):
    """The traps of a text in an article without references."""
    return [trap for trap in traps(text, "", short=short) if not trap.needs]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_meant_is_no_trap(text):
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("**bold text", "bold text"),
        ("**Note:**The text", "**Note:** The text"),
        ("[a] (https://example.org)", "[a](https://example.org)"),
        ("(a)[https://example.org]", "[a](https://example.org)"),
        ("see (@a; @b)", "see [@a; @b]"),
        ("[@a, p. 3](https://doi.org/10.1000/1)", "[@a, p. 3]"),
        ("[@a, and @b; @c, p. 3]", "[@a; @b; @c, p. 3]"),
        ("[@a, pp. 3-4; @b and", "[@a, pp. 3-4; @b] and"),
        ("here {{faq}} there", "here\n\n{{< faq >}}\n\nthere"),
        ("- a\n  > b\n  - [c] (/d)", "- a\n  > b\n  - [c](/d)"),
        ("| a | b |\n|-|-|\n| c | d | e |", "| a | b |\n|-|-|\n| c | d \\| e |"),
        ("- [x] done", "- done"),
        ("[!tip] so\nit is", "> [!TIP] so\n> it is"),
        ("[[tides|The tides]]", "[The tides](article:tides)"),
    ],
)
def test_a_repair_makes_of_it_what_was_meant(text, mended):
    repair = next(trap.repairs[0] for trap in _told(text) if trap.repairs)
    assert text[: repair.start] + repair.new + text[repair.end :] == mended


def test_a_short_text_holds_no_blocks():
    assert _told("##Heading\n    code", short=True) == []
    assert [trap.rule for trap in _told("[a] (/b)", short=True)] == ["link-split"]


def test_a_link_may_be_defined_elsewhere():
    text = "See [tides][t]."
    assert [t.rule for t in traps(text, "", short=False)] == ["link-undefined"]
    assert traps(text, "[t]: /tides\n", short=False) == ()


@examples(300)
@given(texts)
def test_any_text_can_be_asked(text):
    for short in (True, False):
        for trap in traps(text, "", short=short):
            assert 0 <= trap.start <= trap.end <= len(text)
            assert trap.message.endswith(".")
            assert all(0 <= r.start <= r.end <= len(text) for r in trap.repairs)


@pytest.mark.parametrize(
    "piece",
    [
        "[a", "]", "[a](", "[@a, ", "@a] ", "(@a; ", "**a ", "a** b", "`a ", "<a ", "{{<",
        "\\*\\*a", "==a", "~a", "^a^", "[[a", "$\\a", "www.a", "| a ", "- a\n", "> a\nB.\n",
        "1.a\n", "• a\n", "[1] ", "[a][b]", "a\n---\n\n", "{.a ", "\\cite{", "(a)[http://a",
    ],
)  # fmt: skip
def test_the_work_follows_the_length(piece):
    count = 400 // len(piece)  # texts of about one length
    assert grows_with(lambda size: traps.__wrapped__(piece * size, "", short=False), count)
