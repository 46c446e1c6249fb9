"""Pages that Word, Google Docs and Notion write."""

# ruff: noqa: E501 # snippets of pages as they are

from __future__ import annotations

from intake.html.pages import PROSE, kinds, manuscript, texts

SYMBOL = "<span style='font-family:Symbol'>·<span style='font:7.0pt \"Times\"'>&nbsp;&nbsp; </span></span>"
WORD = (
    "<html><head><meta name=Generator content='Microsoft Word 15 (filtered)'></head><body><div "
    f"class=WordSection1><p class=MsoTitle>Mud</p><p class=MsoNormal>{PROSE}</p>"
    f"<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in'>{SYMBOL}One</p>"
    f"<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in'>{SYMBOL}Two</p>"
    f"<p class=MsoListParagraphCxSpLast style='text-indent:-.25in'>{SYMBOL}Three</p>"
    "<p class=MsoListParagraph style='text-indent:-.25in'>1.<span>&nbsp;&nbsp;</span>First</p>"
    "<table class=MsoTableGrid><tr><td><p><b>A</b></p></td><td><p><b>B</b></p></td></tr>"
    "<tr><td><p>1</p></td><td><p>2</p></td></tr></table></div></body></html>"
)
DOCS = (
    "<html><head><style>.c3{font-weight:700}.c4{font-style:italic}</style></head><body class="
    '"doc-content"><p class="c2 title"><span>Mud</span></p><p><span class="c3">Bold</span><span> and '
    f'</span><span class="c4">slanted</span>. {PROSE}</p><ul class="lst-kix_a-0 start"><li>One</li>'
    '</ul><ul class="lst-kix_a-1 start"><li>Two</li></ul><ul class="lst-kix_a-0"><li>Three</li></ul>'
    '<p><a href="https://www.google.com/url?q=https://x.org/m&amp;sa=D">Link</a></p></body></html>'
)


def test_words_list_paragraphs_are_lists() -> None:
    assert texts(manuscript(WORD).pieces) == [
        "Mud",
        PROSE,
        "- One\n  - Two\n- Three",
        "1. First",
        "| A | B |\n| --- | --- |\n| 1 | 2 |",
    ]


def test_docs_styles_are_emphasis_and_its_lists_nest() -> None:
    pieces = manuscript(DOCS).pieces
    assert kinds(pieces) == ["heading", "paragraph", "list", "paragraph"]
    assert pieces[1].text.startswith("**Bold** and *slanted*.")
    assert pieces[2].text == "- One\n  - Two\n- Three"
    assert pieces[3].text == "[Link](https://x.org/m)"


def test_notions_items_are_one_list() -> None:
    found = manuscript(
        f'<article class="page sans"><header><h1 class="page-title">Mud</h1></header><div class='
        f'"page-body"><p>{PROSE}</p><ul class="bulleted-list"><li>a</li></ul><ul class="bulleted-list">'
        '<li>b</li></ul><figure class="callout"><div><span class="icon">💡</span></div><div><p>c</p>'
        "</div></figure></div></article>"
    )
    assert texts(found.pieces) == ["Mud", PROSE, "- a\n- b", "> [!NOTE]\n>\n> c"]
