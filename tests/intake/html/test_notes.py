# ruff: noqa: E501 # snippets of pages as they are

from __future__ import annotations

import pytest

from intake.html.pages import in_article, kinds

HABITS = {
    "Pandoc": '<p>Mud<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup>'
    '</a>.</p><section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>A <em>note</em>.'
    '<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
    "Hugo": '<p>Mud<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup>.</p><div class='
    '"footnotes"><hr><ol><li id="fn:1"><p>A <em>note</em>.&#160;<a href="#fnref:1" class='
    '"footnote-backref">↩︎</a></p></li></ol></div>',
    "remark": '<p>Mud<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1'
    '</a></sup>.</p><section data-footnotes class="footnotes"><h2 class="sr-only">Footnotes</h2><ol>'
    '<li id="user-content-fn-1"><p>A <em>note</em>. <a href="#user-content-fnref-1" '
    "data-footnote-backref>↩</a></p></li></ol></section>",
    "WordPress": '<p>Mud<sup data-fn="ab" class="fn"><a href="#ab" id="ab-link">1</a></sup>.</p><ol '
    'class="wp-block-footnotes"><li id="ab">A <em>note</em>. <a href="#ab-link">↩︎</a></li></ol>',
    "Substack": '<p>Mud<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a>.</p>'
    '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a>'
    '<div class="footnote-content"><p>A <em>note</em>.</p></div></div>',
    "Word": '<p>Mud<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.'
    '</p><div><br clear=all><hr><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" '
    'name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> A <em>note</em>.</p></div></div>',
    "Google Docs": '<p>Mud<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>.</p><hr><div><p><a href='
    '"#ftnt_ref1" id="ftnt1">[1]</a><span> A <em>note</em>.</span></p></div>',
    "Tufte": '<p>Mud<label for="n" class="margin-toggle sidenote-number"></label><input '
    'type="checkbox" id="n" class="margin-toggle"><span class="sidenote">A <em>note</em>.</span>.</p>',
}


@pytest.mark.parametrize("habit", HABITS)
def test_footnotes_of_all_habits_become_markdowns(habit: str) -> None:
    pieces = [piece for piece in in_article(HABITS[habit]) if piece.kind != "rule"]
    assert [piece.text for piece in pieces] == ["Mud[^1].", "[^1]: A *note*."]
    assert "footnote" in pieces[1].hints


def test_marks_that_lead_to_a_reference_list_say_its_numbers() -> None:
    pieces = in_article(
        '<p>Mud<sup><a href="#r2">2</a>,<a href="#r1">1</a></sup> and [<a href="#r1">1</a>].</p>'
        "<h2>References</h2><ol><li id=r1>Reed A. Mud. 2001.</li><li id=r2>Roe B. Salt. 2002.</li></ol>"
    )
    assert pieces[0].text == r"Mud[2],[1] and \[1]."
    assert kinds(pieces) == ["paragraph", "heading", "list"]
    assert pieces[2].items == ("Reed A. Mud. 2001.", "Roe B. Salt. 2002.")


def test_a_note_of_two_paragraphs_stays_one_note() -> None:
    pieces = in_article(
        '<p>Mud<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><div class="footnotes"><ol><li '
        'id="fn:1"><p>One.</p><p>Two. <a href="#fnref:1">↩</a></p></li></ol></div>'
    )
    assert pieces[1].text == "[^1]: One.\n\n    Two."


def test_two_marks_may_lead_to_one_note() -> None:
    pieces = in_article(
        '<p>A<sup><a id=x href="#fn1">1</a></sup> b<sup><a id=y href="#fn1">1</a></sup></p>'
        '<ol class=footnotes><li id=fn1>Note <a href="#x">↩</a> <a href="#y">↩</a></li></ol>'
    )
    assert pieces[0].text == "A[^1] b[^1]"


def test_the_heading_over_footnotes_goes_with_them() -> None:
    pieces = in_article(
        '<p>Mud<sup id=a><a href="#fn1">1</a></sup></p><h2>Notes</h2><ol><li id="fn1">Note <a '
        'href="#a">↩</a></li></ol>'
    )
    assert [piece.text for piece in pieces] == ["Mud[^1]", "[^1]: Note"]


def test_a_hundred_notes_are_read_at_once() -> None:
    count = 100
    marks = "".join(f'<p>t<a href="#fn{n}" id="r{n}">{n}</a></p>' for n in range(count))
    notes = "".join(f'<li id="fn{n}">n <a href="#r{n}">↩</a></li>' for n in range(count))
    pieces = in_article(f"{marks}<ol class=footnotes>{notes}</ol>")
    assert len(pieces) == 2 * count


def test_the_brackets_of_a_number_and_the_rubric_go_with_a_footnote() -> None:
    pieces = in_article(
        "<p>Counted<a class='footnote-reference' href=#f1 id=r1 role=doc-noteref>1</a>.</p>"
        "<p class=rubric>Footnotes</p><aside class=footnote-list><aside class=footnote id=f1 "
        "role=doc-footnote><span class=label><span>[</span><a role=doc-backlink href=#r1>1</a>"
        "<span>]</span></span><p>Twice.</p></aside></aside>"
    )
    assert [piece.text for piece in pieces] == ["Counted[^1].", "[^1]: Twice."]
