"""A Markdown file becomes a manuscript."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import grows_with
from examples import examples
from palmetto_editor.intake.manuscript import Grid, Manuscript
from palmetto_editor.intake.markdown.read import read


def _kinds(manuscript: Manuscript) -> list[str]:
    return [piece.kind for piece in manuscript.pieces]


def _texts(text: str) -> list[str]:
    return [piece.text for piece in read(text, "x.md").pieces]


def test_the_body_comes_block_by_block():
    text = (
        "# A\n\nOne *two*.\n\n- a\n- b\n\n> q\n\n"
        "```py\nx\n```\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n***\n"
    )
    manuscript = read(text, "x.md")
    assert _kinds(manuscript) == [
        "heading", "paragraph", "list", "quote", "code", "table", "rule",
    ]  # fmt: skip
    heading, paragraph, items, _, code, table, _ = manuscript.pieces
    assert (heading.level, heading.text) == (1, "A")
    assert (paragraph.text, paragraph.plain) == ("One *two*.", "One two.")
    assert items.items == ("a", "b")
    assert (code.label, code.plain) == ("py", "x")
    assert table.grid == Grid(header=("a", "b"), rows=(("1", "2"),), align=("right", ""))


def test_pieces_know_their_line_in_the_file():
    pieces = read("---\ntitle: T\n---\n\nOne.\n\nTwo.\n", "x.md").pieces
    assert [piece.origin for piece in pieces] == ["line 5", "line 7"]


def test_an_items_own_blocks_stay_in_it():
    (piece,) = read("1. a\n\n   more\n   - b\n2. c\n", "x.md").pieces
    assert piece.items == ("a\n\nmore\n- b", "c")


def test_an_image_alone_is_a_figure_with_its_caption():
    (figure,) = read('![A fox](fox.png "At dusk")', "x.md", {"fox.png": b"png"}.get).pieces
    assert (figure.kind, figure.label, figure.file) == ("figure", "A fox", "fox.png")
    assert figure.caption == "At dusk"


def test_the_bytes_of_an_image_beside_the_file_come_along():
    assert read("![a](fox.png)", "x.md", {"fox.png": b"png"}.get).images == {"fox.png": b"png"}


def test_details_hold_their_inside():
    text = "<details>\n<summary>Why?</summary>\n\nSince *so*.\n\n- a\n\n</details>\n"
    (details,) = read(text, "x.md").pieces
    assert (details.kind, details.label) == ("details", "Why?")
    assert [piece.text for piece in details.pieces] == ["Since *so*.", "- a"]


def test_a_table_of_html_is_a_table():
    text = "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>\n"
    (table,) = read(text, "x.md").pieces
    assert table.grid is not None
    assert table.grid.rows == (("1", "2"),)


def test_markup_in_a_script_gives_claims_and_no_text():
    text = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article",'
        ' "headline": "Foxes"}</script>\n\nText.\n'
    )
    manuscript = read(text, "x.md")
    assert [p.text for p in manuscript.pieces] == ["Text."]
    assert any(c.side == "markup" and c.value == "Foxes" for c in manuscript.claims)


def test_link_references_become_inline_links():
    text = 'See [the den][d] and [cub].\n\n[d]: https://a.example/ "Den"\n[cub]: /cub\n'
    assert _texts(text) == ['See [the den](https://a.example/ "Den") and [cub](/cub).']


def test_a_link_definition_that_nobody_uses_is_left_over():
    (left,) = read("Text.\n\n[x]: https://a.example/\n", "x.md").leftovers
    assert "https://a.example/" in left.text


def test_footnotes_and_citations_stay():
    texts = _texts("So[^1] said [@fox2001, p. 3].\n\n[^1]: By night.\n")
    assert texts == ["So[^1] said [@fox2001, p. 3].", "[^1]: By night."]


def test_comments_are_left_over_and_a_cut_is_not():
    manuscript = read("A.\n\n<!--more-->\n\nB. <!-- check this -->\n\n`<!-- code -->`\n", "x.md")
    assert [piece.text for piece in manuscript.pieces] == ["A.", "B.", "`<!-- code -->`"]
    assert [left.text for left in manuscript.leftovers] == ["check this"]


def test_attribute_lists_go():
    text = "## Where {#where .big}\n\nText.\n{: .lead}\n\n* TOC\n{:toc}\n"
    assert _texts(text) == ["Where", "Text."]


def test_pandocs_caption_belongs_to_its_table():
    text = "| a | b |\n|---|---|\n| 1 | 2 |\n\n: Dens by year {#tbl-dens}\n"
    (table,) = read(text, "x.md").pieces
    assert table.grid is not None
    assert table.grid.caption == "Dens by year"


def test_a_picture_of_quarto_has_its_caption_and_its_words():
    (figure,) = read('![Dens](d.png){#fig-d fig-alt="Three holes"}', "x.qmd").pieces
    assert (figure.label, figure.caption) == ("Three holes", "Dens")


@pytest.mark.parametrize(
    "text",
    [
        "::: {.callout-warning}\n## Mind\nThe dog.\n:::\n",
        '::: {.callout-warning title="Mind"}\nThe dog.\n:::\n',
        ":::warning Mind\nThe dog.\n:::\n",
        ":::warning[Mind]\nThe dog.\n:::\n",
        '!!! warning "Mind"\n    The dog.\n',
        '{{< callout type="warning" title="Mind" >}}\nThe dog.\n{{< /callout >}}\n',
        '{{% notice warning "Mind" %}}\nThe dog.\n{{% /notice %}}\n',
    ],
    ids=["quarto", "quarto title", "docusaurus", "bracket", "mkdocs", "hugo", "hugo notice"],
)
def test_boxes_of_all_systems_are_callouts(text):
    assert _texts(f"Before.\n\n{text}\nAfter.\n") == [
        "Before.",
        "> [!WARNING] Mind\n> The dog.",
        "After.",
    ]


def test_a_division_gives_its_inside():
    assert _texts("::: {.column-margin}\nAside.\n:::\n") == ["Aside."]


def test_fenced_code_is_left_alone():
    code = "```\n{{< x >}} [[y]] %% z %% ==w== ::: <!-- v -->\n:::\n```"
    assert _texts(code) == [code]


@examples(80)
@given(
    st.lists(
        st.sampled_from(
            ["---\n", "+++\n", "{{<", " x ", ">}}", "{%", "%}", "[[", "]]", "%%", "==", ":::",
             "!!! a\n", "    ", "`", "```\n", "\n", "<!--", "-->", "<details>", "</details>", "|",
             "a", "é", "[^1]:", "[a]: b", "#t", "!", "[", "](", ")", '{"a":', "}", ": ", "- ",
             "\x00"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_no_text_is_refused(signs):
    read("".join(signs), "x.md")


@examples(40)
@given(st.text(max_size=200))
def test_nothing_at_all_is_refused(text):
    read(text, "x.md")
    read(f"---\n{text}\n---\n", "x.md")
    read(f"+++\n{text}\n+++\n", "x.md")


@pytest.mark.parametrize(
    "part", ["{{< note >}}\na\n{{< /note >}}\n", "{{<", "<!--", "[[a|b]]", "::: note\n", "[a][b]"]
)
def test_time_grows_with_the_text(part):
    assert grows_with(lambda size: read(part * (size // len(part)), "x.md"), 400)


def test_code_that_is_never_closed_takes_no_longer_than_words():
    assert grows_with(lambda size: read("`" + "x" * size, "x.md"), 3, times=8)


def test_boxes_within_boxes_are_bounded():
    assert grows_with(lambda n: read("::: note\nx\n" * n + ":::\n" * n, "x.md"), 20)


def test_printed_markup_is_kept_to_the_letter():
    text = '{\n\n"@type": "Article",\n\n}\n'
    assert [piece.plain for piece in read(text, "x.md").pieces] == ["{", '"@type": "Article",', "}"]


def test_citations_are_in_what_a_reader_sees():
    assert read("Said *so* [@fox2001].", "x.md").pieces[0].plain == "Said so @fox2001."
