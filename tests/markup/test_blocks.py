import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.markup.blocks import Block, resplit, split

# Pieces that begin, end or look like something, in every wrong order.
NASTY = [
    "a", "b\n", "text\n", "\n", "\n\n", " ", "    ", "\t", "\r\n", "\u00a0\n", "\\", "é",
    "```\n", "```py\n", "~~~", "- ", "-\n", "  - x\n", "1. ", "2) y\n", "+ z\n\n", "* * *\n",
    "> ", "> [!NOTE] t\n", "> ```\n", "# h\n", "## h ##\n", "#", "===\n", "---\n", "--",
    "| a | b |\n", "|---|---|\n", "|", "[a]: x\n", '"t"\n', "[^1]: n\n", "[^1]", ": d\n",
    "Term\n", "{{< faq >}}\n", "{{<", "<div>\n", "</div>\n", "<!--", "-->\n", "<span>\n",
    "<pre>\n", "</pre>\n", "<details>\n\n", "</details>\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(NASTY), max_size=20).map("".join)


def kinds(text):
    return [(block.kind, block.text) for block in split(text)]


def test_blank_lines_belong_to_the_block_before_them():
    assert kinds("one\n\n\ntwo\n") == [("markdown", "one\n\n\n"), ("markdown", "two\n")]


def test_blank_lines_at_the_start_are_a_block_of_their_own():
    assert kinds("\n \ntext") == [("blank", "\n \n"), ("markdown", "text")]
    assert kinds("\n") == [("blank", "\n")]
    assert kinds("") == []


def test_a_heading_ends_with_its_line():
    assert kinds("## One\ntext") == [("heading", "## One\n"), ("markdown", "text")]
    assert kinds("text\n## One") == [("markdown", "text\n"), ("heading", "## One")]


def test_a_heading_may_be_underlined():
    assert kinds("One\n===\ntext") == [("heading", "One\n===\n"), ("markdown", "text")]
    assert kinds("One\n--\n") == [("heading", "One\n--\n")]


def test_a_hash_without_a_space_is_no_heading():
    assert kinds("#hashtag") == [("markdown", "#hashtag")]


def test_one_hyphen_below_a_paragraph_is_a_list_being_typed():
    assert kinds("text\n-") == [("markdown", "text\n-")]


def test_a_list_may_follow_a_paragraph():
    assert kinds("text\n- a\n- b\n") == [("markdown", "text\n"), ("markdown", "- a\n- b\n")]
    assert kinds("text\n1. a\n") == [("markdown", "text\n"), ("markdown", "1. a\n")]


def test_a_number_that_wraps_to_a_new_line_is_no_list():
    assert kinds("It was in\n1999. Then") == [("markdown", "It was in\n1999. Then")]


def test_text_directly_after_a_list_does_not_join_it():
    assert kinds("- a\n- b\ntext\n") == [("markdown", "- a\n- b\n"), ("markdown", "text\n")]


def test_blank_lines_between_items_do_not_end_a_list():
    assert kinds("- a\n\n- b\n\n  more\n\n    deep\n\nend") == [
        ("markdown", "- a\n\n- b\n\n  more\n\n    deep\n\n"),
        ("markdown", "end"),
    ]


def test_another_kind_of_marker_is_another_list():
    assert kinds("- a\n1. b\n* c\n") == [
        ("markdown", "- a\n"),
        ("markdown", "1. b\n"),
        ("markdown", "* c\n"),
    ]


def test_a_rule_ends_a_list():
    assert kinds("* a\n* * *\n* b\n") == [
        ("markdown", "* a\n"),
        ("markdown", "* * *\n"),
        ("markdown", "* b\n"),
    ]


def test_fenced_code_may_hold_anything():
    code = "```\n## no heading\n\n- no list\n{{< faq >}}\n```\n"
    assert kinds(code + "text") == [("markdown", code), ("markdown", "text")]


def test_a_longer_fence_may_hold_a_shorter_one():
    code = "~~~~\n~~~\n```\n~~~~\n"
    assert kinds(code + "x") == [("markdown", code), ("markdown", "x")]


def test_an_open_fence_goes_on_to_the_end():
    assert len(split("```\na\n\n## b\n\nc")) == 1


def test_fenced_code_in_a_list_item_belongs_to_the_item():
    text = "- a\n\n  ```\n  x\n\n  y\n  ```\n- b\n"
    assert kinds(text) == [("markdown", text)]


def test_a_quote_ends_at_a_blank_line_and_takes_lazy_lines():
    assert kinds("> a\nlazy\n\n> b\n") == [("markdown", "> a\nlazy\n\n"), ("markdown", "> b\n")]


@pytest.mark.parametrize("last", ["> ```", "> # heading", "> - item", ">", "> ---"])
def test_only_a_paragraph_in_a_quote_takes_lazy_lines(last):
    assert kinds(f"{last}\ntext") == [("markdown", f"{last}\n"), ("markdown", "text")]


def test_a_table_needs_a_fitting_second_line():
    assert kinds("text\n| a | b |\n|---|---|\n| 1 | 2 |\n\nend") == [
        ("markdown", "text\n"),
        ("markdown", "| a | b |\n|---|---|\n| 1 | 2 |\n\n"),
        ("markdown", "end"),
    ]
    assert len(split("text\n| a | b |\n|---|\n")) == 1


def test_raw_html_goes_on_to_its_end_tag():
    text = "<details><summary>a</summary>\n\n- b\n\n<details>\n\nc\n\n</details>\n</details>\n"
    assert kinds(text + "\nend") == [("markdown", text + "\n"), ("markdown", "end")]


def test_raw_html_that_is_never_closed_ends_before_a_heading():
    assert kinds("<div>\na\n\nb\n\n## c") == [
        ("markdown", "<div>\na\n\nb\n\n"),
        ("heading", "## c"),
    ]


@pytest.mark.parametrize("tag", ["<hr>", "<p>text", "</div>", '<img src="a.png">'])
def test_a_tag_that_needs_no_end_tag_ends_at_a_blank_line(tag):
    assert len(split(f"{tag}\n\ntext")) == 2


def test_a_comment_may_hold_blank_lines():
    assert kinds("<!-- a\n\n## b -->\nc") == [
        ("markdown", "<!-- a\n\n## b -->\n"),
        ("markdown", "c"),
    ]


def test_link_definitions_stand_alone():
    assert kinds("[a]: http://x.org\n[b]: <y z>\n  'Title'\n\ntext") == [
        ("definition", "[a]: http://x.org\n"),
        ("definition", "[b]: <y z>\n  'Title'\n\n"),
        ("markdown", "text"),
    ]
    assert kinds("text\n[a]: http://x.org") == [("markdown", "text\n[a]: http://x.org")]
    assert kinds("[a]: two words") == [("markdown", "[a]: two words")]


def test_a_note_takes_indented_and_lazy_lines():
    note = "[^1]: One\nlazy\n\n    more\n\n    - item\n\n"
    assert kinds(f"{note}text") == [("note", note), ("markdown", "text")]
    assert kinds("[^1]: a\n[^2]: b") == [("note", "[^1]: a\n"), ("note", "[^2]: b")]


def test_a_shortcode_stands_on_a_line_of_its_own():
    assert kinds("text\n{{< table findings >}}\ntext") == [
        ("markdown", "text\n"),
        ("shortcode", "{{< table findings >}}\n"),
        ("markdown", "text"),
    ]
    assert kinds("see {{< faq >}}") == [("markdown", "see {{< faq >}}")]


def test_terms_and_details_are_one_block():
    text = "Term\n: detail\n  more\n\n    deep\n\nOther\n\n: detail\n\n"
    assert kinds(text + "end") == [("markdown", text), ("markdown", "end")]


@examples(60)
@given(TEXTS)
def test_blocks_joined_are_the_text(text):
    assert "".join(block.text for block in split(text)) == text


@examples(60)
@given(TEXTS)
def test_every_block_begins_in_a_clean_state(text):
    blocks = split(text)
    for index in range(len(blocks)):
        rest = "".join(block.text for block in blocks[index:])
        assert split(rest) == blocks[index:]


@examples(100)
@given(TEXTS, st.lists(st.tuples(st.integers(0), st.integers(0, 12), TEXTS), max_size=4))
def test_splitting_again_after_an_edit_is_splitting_anew(old, edits):
    blocks = split(old)
    for where, length, text in edits:
        start = where % (len(old) + 1)
        new = old[:start] + text + old[start + length :]
        blocks = resplit(blocks, old, new)
        assert blocks == split(new)
        old = new


def test_a_key_in_a_long_text_keeps_all_other_blocks():
    draw = random.Random(7)  # noqa: S311 # a text, not a secret
    paragraphs = [f"{'word ' * draw.randint(3, 40)}\n\n" for _ in range(2_000)]
    old = "".join(paragraphs)
    blocks = split(old)
    at = old.index("word", len(old) // 2)
    new = old[:at] + "x" + old[at:]
    again = resplit(blocks, old, new)
    assert again == split(new)
    changed = [one for one, other in zip(again, blocks, strict=True) if one is not other]
    assert len(changed) == 1


def test_nothing_changed_keeps_every_block():
    blocks = split("a\n\nb")
    assert all(a is b for a, b in zip(resplit(blocks, "a\n\nb", "a\n\nb"), blocks, strict=True))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "a"),
        ("a", ""),
        ("a\n\nb\n\nc", "b\n\nc"),
        ("a\n\nb\n\nc", "a\n\n```\nb\n\nc"),
        ("a\n\n```\nb\n\nc", "a\n\nb\n\nc"),
        ("Term\n: d\n\nT\n\n:", "Term\n: d\n\nT\n\n: x"),
        ("a\r\n\r\nb", "a\r\n\r\n\r\nb"),
    ],
)
def test_an_edit_may_change_what_follows_it(old, new):
    assert resplit(split(old), old, new) == split(new)


def test_a_block_is_a_value():
    assert Block("markdown", "a") == Block("markdown", "a")
