"""The next page: the same as a page built from nothing, and made of the same blocks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.markup.render import render
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.page.build import Builder
from palmetto_editor.page.page import Page, document
from palmetto_editor.references.styles.style import offered
from sample_articles import publication
from sample_manuscripts import manuscript, plain
from sample_pages import page_of


def builder(count: list[int] | None = None) -> Builder:
    def render_all(jobs):
        if count is not None:
            count.append(len(jobs))
        return [render(job) for job in jobs]

    return Builder(render_all, lambda _: (1200, 675))


def fresh(before: Page, after: Page) -> list[str]:
    known = {id(block) for block in before.blocks}
    return [block.id for block in after.blocks if id(block) not in known]


def typed(old: str, new: str) -> tuple[Page, Page]:
    """The pages before and after the one typing."""
    article, build = manuscript(), builder().build
    before = build(article, publication())
    changed = replace(article, body=article.body.replace(old, new, 1))
    return before, build(changed, publication())


def test_the_same_article_gives_the_same_blocks_head_and_graph():
    build, article = builder().build, manuscript()
    one, other = build(article, publication()), build(article, publication())
    assert fresh(one, other) == []
    assert one.head is other.head
    assert one.graph is other.graph
    assert one.outline is other.outline


def test_a_key_in_prose_makes_one_block_anew():
    before, after = typed("A plain quotation.", "A plainer quotation.")
    assert len(fresh(before, after)) == 1
    assert after.head is before.head
    assert after.graph is before.graph


def test_a_new_citation_makes_anew_what_it_changes():
    before, after = typed("Nothing there:", "Nothing there [@wren2019]:")
    assert len(fresh(before, after)) == 2
    assert "references" in fresh(before, after)


def test_another_style_is_another_page_at_once():
    build, article = builder().build, manuscript()
    for style in ("apa", "chicago-notes-bibliography", "nature", "nlm-citation-sequence"):
        shared = replace(publication(), citations=Citations(style=style))
        assert document(build(article, shared)) == document(page_of(article, shared))


def test_an_edited_reference_is_cited_anew_wherever_it_must_be():
    """Two works become alike, and are no longer: letters come and go, of another one too."""
    build, article = builder().build, plain("One [@a], @b [p. 3] and [@c; @a].\n")
    shared = replace(publication(), citations=Citations(style="apa"))
    a, b, c = article.references
    for references in (
        (a, b, c),
        (a, replace(b, author=a.author), c),
        (replace(a, title="Another"), replace(b, author=a.author), c),
        (replace(c, id="a"), b, c),
        (c, b, a),
        (a, b),
        (a, b, c),
    ):
        changed = replace(article, references=references)
        assert document(build(changed, shared)) == document(page_of(changed, shared))


def test_a_style_that_is_none_is_told_and_the_default_one_serves():
    shared = replace(publication(), citations=Citations(style="no-such-style"))
    page = page_of(manuscript(), shared)
    assert page.faults[0].rule == "citation.style"
    assert [b.html for b in page.blocks] == [
        b.html for b in page_of(manuscript(), publication()).blocks
    ]


def test_a_key_in_prose_renders_one_block():
    count: list[int] = []
    build, article = builder(count).build, manuscript()
    build(article, publication())
    count.clear()
    build(replace(article, body=article.body.replace("plain", "plainer")), publication())
    assert sum(count) == 1


def test_a_new_paragraph_keeps_the_blocks_below_it():
    before, after = typed("> A plain quotation.", "New.\n\n> A plain quotation.")
    assert len(fresh(before, after)) == 1
    ids = [block.id for block in after.blocks]
    assert len(ids) == len(set(ids)) == len(before.blocks) + 1


def test_a_changed_block_keeps_its_id():
    before, after = typed("A plain quotation.", "Another.")
    assert [block.id for block in after.blocks] == [block.id for block in before.blocks]


def test_a_changed_definition_changes_the_blocks_that_use_it():
    before, after = typed("https://example.org/ref", "https://example.org/other")
    assert len(fresh(before, after)) == 1
    assert "https://example.org/other" in document(after)


def test_a_changed_image_is_seen_in_the_body():
    build, article = builder().build, plain("Look: ![](plan) here.\n")
    build(article, Publication())
    images = (replace(article.images[0], alt="Another plan"),)
    page = build(replace(article, images=images), Publication())
    assert 'alt="Another plan"' in document(page)


def test_an_image_without_a_size_is_asked_for_again():
    sizes: list[tuple[int, int] | None] = [None]
    build = Builder(lambda jobs: [render(job) for job in jobs], lambda _: sizes[0]).build
    article = plain("{{< figure plan >}}\n")
    assert "width=" not in build(article, Publication()).blocks[1].html
    sizes[0] = (30, 20)
    assert 'width="30" height="20"' in build(article, Publication()).blocks[1].html


PARTS = st.sampled_from(
    [
        "Text.",
        "More [@a].",
        "Both [@b; @c].",
        "As @c says.",
        "## Head",
        "## Head [@b]",
        "{{< figure plan >}}",
        "{{< references >}}",
        "{{< nothing >}}",
        "A note[^n].",
        "[^n]: Noted [@b].",
        "A [link][l].",
        "[l]: https://example.org/",
        "![](plan)",
        "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |",
        "- one\n- two [@a]",
    ]
)
BODIES = st.lists(PARTS, max_size=6).map(lambda parts: "\n\n".join(parts) + "\n" * bool(parts))


@examples(25)
@given(st.lists(BODIES, min_size=2, max_size=4), st.sampled_from([o.id for o in offered()]))
def test_the_next_page_is_the_page_built_from_nothing(bodies, style):
    build, shared = builder().build, Publication(citations=Citations(style=style))
    for body in bodies:
        article = plain(body)
        page, other = build(article, shared), page_of(article, shared)
        assert document(page) == document(other)
        assert page.faults == other.faults
        assert page.outline == other.outline
        assert page.sources == other.sources
