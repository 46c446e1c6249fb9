import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.intake.markdown.read import read


def claims(text, name="kelp.md"):
    return [(claim.field, claim.value) for claim in read(text, name).claims]


def texts(text, name="kelp.md"):
    return [piece.text for piece in read(text, name).pieces]


def left(text):
    return [(leftover.text, leftover.reason) for leftover in read(text, "kelp.md").leftovers]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Kelp\ndate: 2023-08-02\ntags: [sea, rock]\nauthor: Ada Wren\n---\nWords.\n",
        '+++\ntitle = "Kelp"\ndate = 2023-08-02\ntags = ["sea", "rock"]\nauthor = "Ada Wren"\n+++\n'
        "Words.\n",
        '{"title": "Kelp", "date": "2023-08-02", "tags": ["sea", "rock"], "author": "Ada Wren"}\n'
        "Words.\n",
    ],
    ids=["YAML", "TOML", "JSON"],
)
def test_front_matter_is_what_the_file_claims(text):
    assert set(claims(text)) == {
        ("headline", "Kelp"),
        ("published", "2023-08-02"),
        ("keyword", "sea"),
        ("keyword", "rock"),
        ("author", "Ada Wren"),
    }
    assert {claim.side for claim in read(text, "kelp.md").claims} == {"file"}
    assert texts(text) == ["Words."]


@pytest.mark.parametrize(
    ("line", "claimed"),
    [
        ("lastmod: 2023-09-14", ("modified", "2023-09-14")),
        ("last_modified_at: 2023-09-14", ("modified", "2023-09-14")),
        ("summary: In short", ("description", "In short")),
        ("canonicalURL: https://e.example/a/", ("canonical_url", "https://e.example/a/")),
        ("lang: de-AT", ("language", "de-AT")),
        ("authors:\n  - name: Bo Li", ("author", "Bo Li")),
    ],
)
def test_systems_say_the_same_in_words_of_their_own(line, claimed):
    assert claimed in claims(f"---\n{line}\n---\nWords.\n")


def test_what_an_article_has_no_field_for_is_left_over():
    assert ("odd: kept", "front matter that an article has no field for") in left(
        "---\nodd: kept\n---\nWords.\n"
    )


def test_broken_front_matter_is_read_line_by_line_and_kept_whole():
    found = read("---\ntitle: [a\n---\nWords.\n", "kelp.md")
    assert [piece.text for piece in found.pieces] == ["Words."]
    assert "line by line" in found.mended[0].what
    assert found.leftovers[0].text == "title: [a"


def test_references_of_references_do_not_grow_without_end():
    names = "abcdefgh"
    lines = ["a: &a [x, x, x, x, x, x, x, x]"]
    for one, before in zip(names[1:], names, strict=False):
        lines.append(f"{one}: &{one} [{', '.join([f'*{before}'] * 8)}]")
    found = read("---\n" + "\n".join(lines) + "\ntitle: T\n---\nWords.\n", "kelp.md")
    assert sum(len(leftover.text) for leftover in found.leftovers) < 1_000_000


def test_a_figure_of_hugo_is_a_figure():
    (piece,) = read('{{< figure src="a.png" alt="A chart" caption="Mass" >}}\n', "k.md").pieces
    assert (piece.kind, piece.label, piece.file) == ("figure", "A chart", "a.png")


def test_a_film_becomes_a_link_and_an_unknown_shortcode_is_left_over():
    assert texts("{{< youtube abc123 >}}\n") == ["[Video](https://www.youtube.com/watch?v=abc123)"]
    text = '{% include note.html content="Mind the tide." %}\n'
    assert [words for words, _ in left(text)] == [text.strip()]


def test_code_of_jekyll_is_code_in_its_language():
    (piece,) = read("{% highlight python %}\nprint(1)\n{% endhighlight %}\n", "k.md").pieces
    assert (piece.kind, piece.label, piece.text) == ("code", "python", "```python\nprint(1)\n```")


def test_links_between_notes_are_links_between_articles():
    assert texts("See [[Urchins|the urchins]] and [[Otters]].\n") == [
        "See [the urchins](article:urchins) and [Otters](article:otters)."
    ]


def test_tags_in_the_text_are_keywords_and_comments_are_left_over():
    text = "Words.\n\n%% hidden %%\n\n#kelp #sea\n"
    assert claims(text) == [("keyword", "kelp"), ("keyword", "sea")]
    assert ("hidden", "a comment (%%)") in left(text)
    assert texts(text) == ["Words."]


def test_boxes_of_quarto_are_callouts_and_citations_stay():
    text = "::: {.callout-note}\n## Of note\nInside [@wren2020, p. 3].\n:::\n"
    assert texts(text, "k.qmd") == ["> [!NOTE] Of note\n> Inside [@wren2020, p. 3]."]


def test_a_callout_is_kept_as_it_stands():
    assert texts("> [!warning]- Mind\n> the tide\n") == ["> [!warning]- Mind\n> the tide"]


def test_code_is_not_touched_by_any_habit():
    text = "```\n[[Otters]] {{< youtube a >}} %% b %% ::: c\n```"
    assert texts(text) == [text]


def test_headings_have_their_levels_and_no_signs():
    pieces = read("# One\n\nTwo\n---\n\n### Three ###\n", "k.md").pieces
    assert [(piece.level, piece.text) for piece in pieces] == [(1, "One"), (2, "Two"), (3, "Three")]


@given(st.text(max_size=300))
def test_any_text_gives_a_manuscript(text):
    read(text, "kelp.md")


@given(
    st.lists(
        st.sampled_from(
            ["---\n", "+++\n", "{", "a: b\n", "[[", "]]", "{{<", ">}}", "%%", ":::", "\n", "# a\n"]
        )
    )
)
def test_any_heap_of_signs_gives_a_manuscript(signs):
    read("".join(signs), "kelp.qmd")
