import pytest

from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Cite, Cluster, Job


def clusters(text):
    return render(Job(text)).clusters


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("[@a]", (Cite("a"),)),
        ("[@a; @b, p. 3]", (Cite("a"), Cite("b", suffix="p. 3"))),
        ("[see @a, pp. 3-4]", (Cite("a", prefix="see", suffix="pp. 3-4"),)),
        ("[-@a]", (Cite("a", suppress=True),)),
        ("[e.g. -@a and *passim*]", (Cite("a", "e.g.", "and *passim*", suppress=True),)),
        ("[@{https://x.org/?a=1;b}]".replace(";b", ""), (Cite("https://x.org/?a=1"),)),
        ("[@Foo_bar.baz:1/2.]", (Cite("Foo_bar.baz:1/2", suffix="."),)),
        ("[@a;]", (Cite("a"),)),
        ("[@müller2015]", (Cite("müller2015"),)),
        ("[see\n@a]", (Cite("a", prefix="see"),)),
        (r"[a \[b\] @c]", (Cite("c", prefix="a [b]"),)),
        ("[see --@a]", (Cite("a", prefix="see --"),)),
    ],
)
def test_citations_in_brackets_as_pandoc_writes_them(text, cites):
    assert clusters(text) == (Cluster(cites),)


def test_a_bare_key_is_narrative():
    assert clusters("As @a [p. 3] and -@b say, @c--d. (@e)") == tuple(
        Cluster((cite,), narrative=True)
        for cite in (Cite("a", suffix="p. 3"), Cite("b", suppress=True), Cite("c"), Cite("e"))
    )


@pytest.mark.parametrize("text", ["It is--@a", "x---@a", "x—@a", "non-@a", "x+@a", "*@a*", "“@a”"])
def test_a_citation_may_stand_right_behind_a_dash_or_a_mark(text):
    assert clusters(text) == (Cluster((Cite("a"),), narrative=True),)


@pytest.mark.parametrize(
    "text",
    [
        "x@y.org",
        "a.b@c",
        r"\@a",
        r"[\@a]",
        "`@a` `[@a]`",
        "https://x.org/@a",
        "@ a",
        "@",
        "<a@b.c>",
        "[a](@b)",
        "    @code",
    ],
)
def test_what_is_no_citation(text):
    assert clusters(text) == ()


def test_an_escaped_sign_is_shown_without_its_backslash():
    assert render(Job(r"\@a")).html == "<p>@a</p>"


def test_a_part_without_a_key_makes_the_brackets_text():
    result = render(Job("[@a; see also]"))
    assert result.clusters == (Cluster((Cite("a"),), narrative=True),)
    assert result.html == "<p>[\ue000c0\ue001; see also]</p>"


def test_a_link_or_note_after_a_bare_key_is_no_locator():
    result = render(Job("@a [b](c) @d [^1] @e [f]"))
    assert '<a href="c">b</a>' in result.html
    assert [c.cites[0].suffix for c in result.clusters] == ["", "", "f"]
    assert result.notes == ("1",)


def test_a_link_wins_over_a_citation():
    result = render(Job("[@a](b)"))
    assert (result.html, result.clusters) == ('<p><a href="b">@a</a></p>', ())


def test_references_to_notes():
    result = render(Job("a[^1] b[^long-name] c[^1] `[^2]` [^ 3]"))
    assert result.notes == ("1", "long-name", "1")
    assert result.html.count("\ue000n") == 3


def test_thousands_of_references_to_one_note_are_all_found():
    assert len(render(Job("[^1] " * 2_000)).notes) == 2_000
    assert len(clusters("[@a] " * 2_000)) == 2_000
