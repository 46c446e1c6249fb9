"""Shortcodes of Hugo, tags of Jekyll, marks of Obsidian."""

from __future__ import annotations

import pytest

from palmetto_editor.intake.markdown.read import read


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ('{{< figure src="a.png" alt="A" caption="C" >}}', '![A](a.png "C")'),
        ('{% include figure.html src="a.png" alt="A" caption="C" %}', '![A](a.png "C")'),
        ("{{< youtube w7Ft2ymGmfc >}}", "[Video](https://www.youtube.com/watch?v=w7Ft2ymGmfc)"),
        (
            '{% include youtube.html id="w7F" %}',
            "[Video](https://www.youtube.com/watch?v=w7F)",
        ),
        ("{{< highlight go >}}\nx := 1\n{{< /highlight >}}", "```go\nx := 1\n```"),
        ("{% highlight go %}\n{{ x }}\n{% endhighlight %}", "```go\n{{ x }}\n```"),
        ('See [it]({{< ref "posts/owl.md" >}}).', "See [it](article:owl)."),
        ("See [it]({% post_url 2020-01-02-owl %}).", "See [it](article:owl)."),
        ("![A]({{ site.baseurl }}/a.png) x", "![A](/a.png) x"),
        ('![A]({{ "/a.png" | relative_url }}) x', "![A](/a.png) x"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
        ("{{< unknown >}}Text.{{< /unknown >}}", "Text."),
        ("Use `{{< x >}}` here.", "Use `{{< x >}}` here."),
        ("[[Night Birds]]", "[Night Birds](article:night-birds)"),
        ("[[Night Birds|them]]", "[them](article:night-birds)"),
        ("[[birds/Owl#Food]]", "[birds/Owl: Food](article:owl)"),
        ("See ![[owl one.png|An owl]] here.", "See ![An owl](<owl one.png>) here."),
        ("A ==bright== night.", "A <mark>bright</mark> night."),
        ("A b. ^ref-1", "A b."),
        ("Owls. %% todo %%", "Owls."),
        ("> [!tip]- Fold\n> x", "> [!tip]- Fold\n> x"),
    ],
)
def test_a_habit_becomes_ours(text, ours):
    (piece,) = read(text, "x.md").pieces
    assert piece.text.strip() == ours


def test_hugos_details_open_as_ours_do():
    (piece,) = read('{{< details "Why?" >}}\nSo.\n{{< /details >}}', "x.md").pieces
    assert (piece.kind, piece.label, piece.pieces[0].text) == ("details", "Why?", "So.")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A {{< chart data=1 >}} b.", "{{< chart data=1 >}}"),
        ("A {% include ad.html %} b.", "{% include ad.html %}"),
        ("A {{ page.title }} b.", "{{ page.title }}"),
        ("{% comment %}not yet{% endcomment %}Text.", "not yet"),
        ("Text. %%not\n\nyet%%", "not\n\nyet"),
        ("![[Another note]]", "![[Another note]]"),
    ],
)
def test_what_has_no_home_is_left_over(text, left):
    assert [x.text for x in read(text, "x.md").leftovers] == [left]


def test_a_line_of_tags_gives_keywords():
    manuscript = read("Owls.\n\n#owl #night/birds\n\n# Heading\n", "x.md")
    assert [c.value for c in manuscript.claims] == ["owl", "night/birds"]
    assert [p.plain for p in manuscript.pieces] == ["Owls.", "Heading"]


def test_tags_within_a_sentence_stay():
    assert read("It is #1 of #all.", "x.md").pieces[0].text == "It is #1 of #all."


@pytest.mark.parametrize(
    "text",
    ["i. one\nii. two\niii. three\n", "a) one\nb) two\nc) three\n", "#. one\n#. two\n#. three\n"],
)
def test_pandocs_lists_are_numbered(text):
    (piece,) = read(f"{text}", "x.qmd").pieces
    assert piece.text == "1. one\n2. two\n3. three"


def test_a_letter_alone_is_no_list():
    assert read("A. Lee wrote it.\n", "x.qmd").pieces[0].kind == "paragraph"


@pytest.mark.parametrize("place", ["", "\n::: {#refs}\n:::\n"])
def test_the_place_of_a_made_bibliography_is_no_empty_heading(place):
    text = f"---\nbibliography: refs.bib\n---\nText [@a].\n\n## References\n{place}"
    manuscript = read(text, "x.qmd")
    assert [piece.text for piece in manuscript.pieces] == ["Text [@a]."]
    assert "References" in [left.text for left in manuscript.leftovers]


def test_a_cover_stands_above_the_text_with_its_bytes():
    text = "---\ncover:\n  image: a.png\n  alt: An owl\n  caption: At dusk\n---\nText.\n"
    manuscript = read(text, "x.md", {"a.png": b"png"}.get)
    figure = manuscript.pieces[0]
    assert (figure.kind, figure.file, figure.label) == ("figure", "a.png", "An owl")
    assert (figure.caption, manuscript.images) == ("At dusk", {"a.png": b"png"})


def test_a_cover_that_the_text_shows_too_stands_there_once():
    text = "---\ncover: a.png\n---\n![An owl](a.png)\n"
    assert len(read(text, "x.md").pieces) == 1
