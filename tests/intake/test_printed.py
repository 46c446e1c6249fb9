"""JSON-LD that readers see is found, read and taken out; everything else stays as it was."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.intake.manuscript import Claim, Manuscript, Piece
from palmetto_editor.intake.printed import cut

GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "Article",
            "headline": "Tides of the shore",
            "author": {"@type": "Organization", "name": "The shore team"},
            "keywords": ["sand", "sea"],
        },
        {
            "@type": "FAQPage",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": "When is the tide low?",
                    "acceptedAnswer": {"@type": "Answer", "text": "Twice a day, says Ann."},
                }
            ],
        },
    ],
}
LINES = json.dumps(GRAPH, indent=2).split("\n")
PROSE = "Those who want more can read the guide, which has it all."


def paragraph(text, **more):
    return Piece(kind="paragraph", text=text, plain=text, **more)


def listed(*items):
    text = "\n".join(f"- {item}" for item in items)
    return Piece(kind="list", text=text, plain="\n".join(items), items=items)


def manuscript(*pieces):
    return Manuscript(pieces=pieces)


def plain(found):
    return [piece.plain for piece in found.pieces]


def headline(found):
    return [claim.value for claim in found.claims if claim.field == "headline"]


def test_lines_that_are_paragraphs_are_taken_out_with_the_bullet_before_them():
    first, *lines = LINES
    at = next(n for n, line in enumerate(lines) if "shore team" in line)
    inside = paragraph(PROSE, origin="line 40")
    found = cut(
        manuscript(
            paragraph("Before."),
            listed("Lee A. Shores. 2001", "Roe B. [Sands](/s). 2002", first),
            *(paragraph(line.strip()) for line in lines[: at + 1]),
            inside,
            *(paragraph(line.strip()) for line in lines[at + 1 :]),
            paragraph("The shore team"),
            paragraph("After."),
        )
    )
    assert [piece.plain for piece in found.pieces if piece.kind == "paragraph"] == [
        "Before.",
        "The shore team",
        "After.",
    ]
    (items,) = (piece for piece in found.pieces if piece.kind == "list")
    assert items.items == ("Lee A. Shores. 2001", "Roe B. [Sands](/s). 2002")
    assert items.text == "- Lee A. Shores. 2001\n- Roe B. [Sands](/s). 2002"
    assert items.plain == "Lee A. Shores. 2001\nRoe B. [Sands](/s). 2002"
    assert found.intruders == (inside,)
    fields = {claim.field: claim.value for claim in found.claims}
    assert fields["headline"] == "Tides of the shore"
    assert fields["author"] == "The shore team"
    assert fields["question"] == "When is the tide low?"
    assert found.mended[0].what == "JSON-LD printed as text taken out of it"
    assert any("line 40" in mending.where for mending in found.mended)


def test_a_list_of_nothing_but_json_goes_whole():
    found = cut(manuscript(paragraph("A."), listed(*LINES), paragraph("B.")))
    assert plain(found) == ["A.", "B."]
    assert headline(found)


def test_a_list_that_holds_all_of_it_in_its_last_item_keeps_the_others():
    found = cut(manuscript(listed("one", "two", "\n".join(LINES))))
    (piece,) = found.pieces
    assert piece.items == ("one", "two")
    assert piece.text == "- one\n- two"


def test_a_link_at_the_start_of_an_item_is_not_a_bracket_of_json():
    items = listed("[one](/1)", "[two](/2)", "{")
    found = cut(manuscript(items, *(paragraph(line) for line in LINES[1:])))
    assert found.pieces[0].items == ("[one](/1)", "[two](/2)")


@pytest.mark.parametrize("kind", ["paragraph", "code", "quote", "heading", "table"])
def test_it_is_found_in_a_piece_of_any_kind(kind):
    text = "\n".join(LINES)
    found = cut(manuscript(paragraph("A."), Piece(kind=kind, text=text, plain=text)))
    assert plain(found) == ["A."]
    assert headline(found) == ["Tides of the shore"]


def test_it_is_found_within_a_group():
    inner = (paragraph("A."), paragraph("\n".join(LINES)), paragraph("B."))
    group = Piece(kind="group", pieces=inner, text="x", plain="x")
    found = cut(manuscript(group))
    assert found.pieces[0].pieces == (inner[0], inner[2])
    assert found.pieces[0].text == "A.\n\nB."


def test_words_around_it_in_the_same_piece_stay():
    text = "See *this*:\n" + "\n".join(LINES) + "\nand that."
    found = cut(manuscript(paragraph(text)))
    assert plain(found) == ["See *this*:", "and that."]
    assert found.pieces[0].text == "See *this*:"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<script type="application/ld+json">', "</script>"),
        ("```json", "```"),
    ],
)
def test_the_marks_around_it_go_with_it(before, after):
    pieces = (paragraph(line) for line in (before, *LINES, after))
    assert plain(cut(manuscript(paragraph("A."), *pieces, paragraph("B.")))) == ["A.", "B."]


def test_two_blocks_are_both_taken_out():
    crumbs = '{"@type": "BreadcrumbList", "itemListElement": [{"position": 1, "name": "Home"}]}'
    found = cut(manuscript(paragraph("\n".join(LINES)), paragraph("Between."), paragraph(crumbs)))
    assert plain(found) == ["Between."]
    assert [c.value for c in found.claims if c.field == "breadcrumb"] == ["Home"]


def test_an_array_of_nodes_is_taken_out():
    text = json.dumps([GRAPH, {"@type": "Person", "name": "Ann"}], indent=1)
    found = cut(manuscript(paragraph("A."), *(paragraph(t) for t in text.split("\n"))))
    assert plain(found) == ["A."]


@pytest.mark.parametrize(
    "text",
    [
        '{\n  "name": "tide",\n  "level": [1, 2]\n}',
        "[1] Lee A. Shores.\n[2] Roe B. Sands.",
        "{curly} words and @type or @context in prose",
        '[a link] and "@type": as a word',
        "",
    ],
)
@pytest.mark.parametrize("kind", ["paragraph", "code"])
def test_what_is_no_json_ld_stays(text, kind):
    before = manuscript(Piece(kind=kind, text=text, plain=text), paragraph("About @context."))
    assert cut(before) is before


def test_an_example_in_code_stays_where_the_page_has_markup_of_its_own():
    text = "\n".join(LINES)
    example = Piece(kind="code", text=text, plain=text, label="json")
    own = Claim(side="markup", field="headline", value="How to write JSON-LD")
    before = replace(manuscript(example), claims=(own,))
    assert cut(before) is before


def test_markup_that_is_cut_short_takes_no_prose_with_it():
    lines = [line.strip() for line in LINES[:12]]
    prose = ["The tide is low.", 'They say "wait", and we do.', "The end."]
    found = cut(manuscript(*(paragraph(text) for text in [*lines, *prose])))
    assert plain(found) == prose
    assert headline(found) == ["Tides of the shore"]
    assert any("stopped" in mending.what for mending in found.mended)


def test_typographic_quotes_and_missing_commas_are_mended():
    text = "{“@type”: “Article”\n“headline”: “The “low” tide”}"
    found = cut(manuscript(paragraph(text)))
    assert found.pieces == ()
    assert headline(found) == ["The “low” tide"]
    assert found.claims[0].confidence < 1
    assert any("quotes" in mending.what for mending in found.mended)


def test_an_intruder_that_shares_a_piece_becomes_a_paragraph():
    text = "\n".join(LINES).replace('"The shore team"', f'"The shore team"\n{PROSE}')
    (piece,) = cut(manuscript(paragraph(text))).intruders
    assert piece.kind == "paragraph"
    assert piece.plain == PROSE


WORDS = st.lists(
    st.sampled_from(["tide", "low,", "{x}", "[1]", '"so"', "@type", "a:", "}", "•", "end."]),
    min_size=1,
    max_size=6,
).map(" ".join)


@examples(60)
@given(
    st.lists(WORDS.map("A {}".format), max_size=5), st.lists(WORDS.map("B {}".format), max_size=5)
)
def test_nothing_but_the_json_goes_whatever_stands_around_it(before, after):
    pieces = [paragraph(text) for text in (*before, *(line.strip() for line in LINES), *after)]
    assert plain(cut(manuscript(*pieces))) == [*before, *after]


@examples(100)
@given(st.lists(st.sampled_from([*LINES, PROSE, "{", "}", "[", "• {", ""]) | WORDS, max_size=12))
def test_any_pieces_are_gone_through_without_an_exception(texts):
    kinds = ("paragraph", "code", "heading")
    pieces = [
        Piece(kind=kinds[n % 3], text=text, plain=text) if n % 4 else listed(text, "two", text)
        for n, text in enumerate(texts)
    ]
    cut(manuscript(*pieces))
