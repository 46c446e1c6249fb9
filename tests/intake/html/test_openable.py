# ruff: noqa: E501 # snippets of pages as they are

from __future__ import annotations

import pytest

from intake.html.pages import in_article

SYSTEMS = {
    "Yoast": '<div class="schema-faq"><div class="schema-faq-section"><strong class='
    '"schema-faq-question">Why salt?</strong> <p class="schema-faq-answer">The <em>sea</em>.</p>'
    "</div></div>",
    "Rank Math": '<div class="rank-math-list-item"><h3 class="rank-math-question">Why salt?</h3>'
    '<div class="rank-math-answer"><p>The <em>sea</em>.</p></div></div>',
    "Ghost": '<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class='
    '"kg-toggle-heading-text">Why salt?</h4><button><svg></svg></button></div><div class='
    '"kg-toggle-content"><p>The <em>sea</em>.</p></div></div>',
    "Elementor": '<div class="elementor-accordion-item"><div class="elementor-tab-title" role='
    '"button" aria-controls="p" aria-expanded="false"><a>Why salt?</a></div><div id="p" class='
    '"elementor-tab-content" style="display:none"><p>The <em>sea</em>.</p></div></div>',
    "Bootstrap": '<div class="accordion-item"><h2 class="accordion-header"><button class='
    '"accordion-button" aria-expanded="false" aria-controls="c">Why salt?</button></h2><div id="c" '
    'class="accordion-collapse collapse"><div class="accordion-body"><p>The <em>sea</em>.</p></div>'
    "</div></div>",
    "Squarespace": '<li class="accordion-item"><h4 class="accordion-item__title-wrapper"><button '
    'aria-expanded="false" aria-controls="d"><span>Why salt?</span></button></h4><div id="d" '
    'class="accordion-item__dropdown"><p>The <em>sea</em>.</p></div></li>',
    "microdata": '<div itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">Why '
    'salt?</h3><div itemscope itemprop="acceptedAnswer" itemtype="https://schema.org/Answer"><div '
    'itemprop="text"><p>The <em>sea</em>.</p></div></div></div>',
    "Webflow": '<div class="faq-item w-dropdown"><div class="faq-q w-dropdown-toggle" aria-controls='
    '"w" aria-expanded="false">Why salt?</div><nav id="w" class="faq-a w-dropdown-list"><p>The '
    "<em>sea</em>.</p></nav></div>",
    "AMP": "<amp-accordion><section><h2>Why salt?</h2><div><p>The <em>sea</em>.</p></div></section>"
    "</amp-accordion>",
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_accordions_of_all_makes_are_questions_with_answers(system: str) -> None:
    (piece,) = in_article(SYSTEMS[system])
    assert (piece.kind, piece.label) == ("details", "Why salt?")
    assert [inner.text for inner in piece.pieces] == ["The *sea*."]


def test_every_panel_of_tabs_is_read_under_its_name() -> None:
    pieces = in_article(
        "<div role=tablist><button role=tab id=t1>npm</button><button role=tab id=t2>yarn</button>"
        "</div><div role=tabpanel aria-labelledby=t1><p>npm add</p></div>"
        "<div role=tabpanel aria-labelledby=t2 hidden><p>yarn add</p></div>"
    )
    assert [piece.text for piece in pieces] == ["**npm**", "npm add", "**yarn**", "yarn add"]


def test_a_menu_that_opens_is_no_question() -> None:
    pieces = in_article(
        "<nav><button aria-expanded=false aria-controls=m>Menu</button><ul id=m><li><a href=/a>A"
        "</a></ul></nav>"
    )
    assert pieces == ()
