from __future__ import annotations

from intake.html.pages import PROSE, in_article, kinds, texts


def test_two_breaks_part_paragraphs() -> None:
    assert texts(in_article("<div>One.<br><br>Two.</div>")) == ["One.", "Two."]


def test_loose_text_between_blocks_is_paragraphs() -> None:
    assert texts(in_article("<div>One <b>b</b><p>Two</p>Three</div>")) == [
        "One **b**",
        "Two",
        "Three",
    ]


def test_headings_lose_their_anchors() -> None:
    pieces = in_article(
        '<h2 id=a>One<a class=headerlink href="#a">¶</a></h2><h3><a href="#b">#</a> Two</h3>'
        '<h4><a href="#c">Three</a></h4><h2><a href="/x">Four</a></h2>'
    )
    assert [(p.level, p.text) for p in pieces] == [
        (2, "One"),
        (3, "Two"),
        (4, "Three"),
        (2, "[Four](/x)"),
    ]


def test_a_list_has_its_items_and_nested_ones_in_them() -> None:
    (piece,) = in_article("<ul><li>a<li>b<ul><li>c</ul></ul>")
    assert piece.text == "- a\n- b\n  - c"
    assert piece.items == ("a", "b\n\n- c")


def test_definitions_are_pairs() -> None:
    (piece,) = in_article("<dl><dt>Mud<dd>Wet.<dt>Salt<dt>NaCl<dd>White.</dl>")
    assert piece.items == ("Mud", "Wet.", "Salt / NaCl", "White.")


def test_a_quote_holds_its_pieces() -> None:
    (piece,) = in_article("<blockquote><p>Mud.</p><cite>Reed</cite></blockquote>")
    assert (piece.kind, piece.text) == ("quote", "> Mud.\n>\n> <cite>Reed</cite>")
    assert kinds(piece.pieces) == ["paragraph", "paragraph"]


def test_admonitions_are_notes_with_their_titles() -> None:
    material = (
        '<div class="admonition warning"><p class="admonition-title">Careful</p><p>x</p></div>'
    )
    github = (
        '<div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Tip</p>'
        "<p>x</p></div>"
    )
    ghost = (
        '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div>'
        '<div class="kg-callout-text">x</div></div>'
    )
    assert texts(in_article(material + github + ghost)) == [
        "> [!WARNING] Careful\n>\n> x",
        "> [!TIP] Tip\n>\n> x",
        "> [!NOTE]\n>\n> x",
    ]


def test_a_notice_stays_paragraphs_with_its_name() -> None:
    (piece,) = in_article('<div class="research-notice"><p>For study only.</p></div>')
    assert piece.kind == "paragraph"
    assert "research-notice" in piece.hints


def test_hints_are_nearest_first() -> None:
    (piece,) = in_article('<section id="faq"><div class="b"><p class="a">x</p></div></section>')
    assert piece.hints == ("a", "p", "b", "div", "faq", "section")
    assert piece.origin == "<p class=a>"


def test_lines_that_begin_with_bullets_are_a_list() -> None:
    (piece,) = in_article("<p>• One<br>• Two</p>")
    assert piece.items == ("One", "Two")


def test_tags_without_blanks_between_them_are_told_apart() -> None:
    (piece,) = in_article('<div class="post-tags"><a href=/a>salt</a><a href=/b>mud</a></div>')
    assert piece.items == ("[salt](/a)", "[mud](/b)")


def test_cards_give_one_link_each() -> None:
    pieces = in_article(
        '<div class="related-posts"><h3>Read next</h3><a href=/a class=card><img src=/a.jpg alt="">'
        "<h4>Mangroves</h4><p>Trees.</p></a><div class=card><a href=/b>Seagrass</a><a href=/b>Read "
        "more</a></div></div>"
    )
    assert pieces[0].text == "Read next"
    assert pieces[1].items == ("[Mangroves](/a)", "[Seagrass](/b)")


def test_a_link_around_blocks_stays_a_link() -> None:
    assert texts(in_article("<a href=/m><h3>Mud</h3><p>Wet.</p></a>")) == ["[Mud](/m)", "Wet."]


def test_a_formula_is_its_tex() -> None:
    (piece,) = in_article(
        '<p>So <span class="katex"><math><semantics><mi>x</mi><annotation encoding='
        '"application/x-tex">x^2</annotation></semantics></math></span> holds.</p>'
    )
    assert piece.text == "So `x^2` holds."


def test_plain_is_what_readers_see() -> None:
    (piece,) = in_article(f"<p>A&nbsp;b  <em>*c*</em><br>d {PROSE}</p>")
    assert piece.plain == f"A\xa0b *c*\nd {PROSE}"
