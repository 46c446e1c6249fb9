"""The parity check on good pages, and on pages and graphs with one string changed."""

import copy
import re
from dataclasses import replace

import pytest

from palmetto_editor.checks.parity import parity
from palmetto_editor.model.csl import Evidence, Extension
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.page import document
from palmetto_editor.references.styles.style import offered
from palmetto_editor.structured.text import dump
from parity_pieces import pieces, strings_of, strings_of_each, texts, texts_of, with_changed
from sample_articles import REFERENCES, begun, clean, full, minimal, publication
from sample_manuscripts import manuscript
from sample_pages import next_page_of, page_of

ARTICLE = full()
PAGE = page_of(ARTICLE, publication())
HTML = document(PAGE)
MARK = "Zz"
PIECES = pieces()
KINDS = ["apa", "chicago-notes-bibliography", "ieee"]  # by author, in notes, by number
CITING = replace(  # in every part, by one and by two works
    minimal(),
    short_answer=ARTICLE.short_answer,
    body="Birds were counted [@wren2019; @dunlin2001, p. 3].\n\n{{< table counts >}}\n",
    faq=ARTICLE.faq[:1],
    tables=ARTICLE.tables,
    references=REFERENCES[:2],
)


def _with(path, change):
    return with_changed(path, change, PAGE, HTML)


def _rules(html, text, article=ARTICLE):
    return {(f.rule, str(f.place)) for f in parity(article, html, text)}


ELSEWHERE = replace(ARTICLE.metadata, canonical_url="https://example.net/x")


@pytest.mark.parametrize(
    ("article", "shared"),
    [
        (full(), publication()),
        (clean(), publication()),
        (minimal(), publication()),
        (begun(), publication()),
        (full(), Publication()),
        (replace(ARTICLE, metadata=ELSEWHERE), Publication()),
        (replace(minimal(), body=""), Publication()),
        (Article(id=""), Publication()),
    ],
)
def test_a_page_of_ours_has_no_disagreement(article, shared):
    page = page_of(article, shared)
    assert parity(article, document(page), page.graph_text + "\n") == ()


@pytest.mark.parametrize("style", [style.id for style in offered()])
def test_a_page_in_any_style_has_no_disagreement(style):
    assert _disagreements(ARTICLE, style) == ()


@pytest.mark.parametrize("article", [begun(), manuscript()], ids=["begun", "rich"])
@pytest.mark.parametrize("style", KINDS)
def test_a_page_in_each_kind_of_style_has_no_disagreement(article, style):
    assert _disagreements(article, style) == ()


def _disagreements(article, style):
    cited = Citations(style=style, badges=True)
    page = next_page_of(article, replace(publication(), citations=cited))
    return parity(article, document(page), page.graph_text, cited)


@pytest.mark.parametrize("style", KINDS)
def test_a_changed_citation_is_found_in_any_style(style):
    cited = Citations(style=style)
    page = page_of(CITING, replace(publication(), citations=cited))
    html = document(page)
    found = list(re.finditer(r'role="doc-biblioref">([^<]{1,200})<', html))
    assert len(found) == 5
    for match in found:
        changed = f"{html[: match.start(1)]}9{html[match.start(1) :]}"
        assert parity(CITING, changed, page.graph_text, cited), match[1]


def test_another_record_beside_an_entry_is_found():
    assert '"volume":"12"' in HTML
    found = parity(ARTICLE, HTML.replace('"volume":"12"', '"volume":"13"'), PAGE.graph_text)
    assert [str(finding.place) for finding in found] == ["references[wren2019]"]


def test_the_pieces_disagree_in_nothing_and_have_what_the_full_article_has():
    assert [parity(one, html, page.graph_text) for one, page, html in PIECES] == [()] * len(PIECES)
    assert {name for name, *_ in texts(HTML)} <= set(texts_of(PIECES))
    assert set(strings_of(PAGE.graph)) <= set(strings_of_each(PIECES))


def test_a_changed_text_of_the_page_is_found():
    changed = texts_of(PIECES)
    assert len(changed) > 60
    assert {name: told for name, one in changed.items() if (told := _told(*one)) != {"error"}} == {}


def _told(piece, start, text):
    """How grave it is that a text has other letters in its middle."""
    article, page, html = piece
    middle = start + len(text) - len(text.lstrip()) + len(text.strip()) // 2
    found = parity(article, html[:middle] + MARK + html[middle:], page.graph_text)
    return {finding.severity for finding in found}


def test_a_changed_string_of_the_graph_is_found():
    changed = strings_of_each(PIECES)
    assert len(changed) > 50
    assert [name for name, one in changed.items() if not _found(*one)] == []


def _found(piece, path):
    article, page, html = piece
    return parity(article, *with_changed(path, _other, page, html))


def _other(value):
    return value + MARK if isinstance(value, str) else value + 1


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("<h1>How sandpipers", "<h1>Why sandpipers", "metadata.headline", "“Why sandpipers"),
        (">tidal feeding<", ">tidal food<", "metadata.keywords[1]", "“tidal food”"),
        (">Ada Wren</a>", ">Ada Wrenn</a>", "metadata.authors[0]", "“Ada Wrenn”"),
        ("<li>worms</li>", "", "faq[q2].answer", "worms"),
        (">What do they eat?<", ">What?<", "faq[q2].question", "“What do they eat?”"),
        ("<em>adults</em>", "adult", "tables[counts].rows[0][1]", "“twelve adult”"),
        (">Hour<", ">Hours<", "tables[counts].columns[0].label", "“Hours”"),
        ("On worms", "Of worms", "references[chapter]", "Of worms"),
        ("by night", "at night", "body:154-173", "by night"),
        ("They hide", "They seek", "body:328-349", "They seek"),
        (">More about tides<", ">More<", "links[l1].label", "“More”"),
        ('alt="A sandpiper"', 'alt="A dunlin"', "body:275-326", "A dunlin"),
        ('src="assets/beach-plan.png"', 'src="gone.png"', "metadata.image", "“beach”"),
        ('datetime="2026-05-02', 'datetime="2026-05-03', "metadata.published", "2026-05-03"),
        ('lang="en-GB"', 'lang="en"', "metadata.language", "“en”"),
        ("<title>Sand", "<title>Land", "metadata.title", "Landpipers"),
        ('og:image" content="https', 'og:image" content="http', "metadata.image", "http:"),
        ("beach-plan-share.png", "beach-plan.png", "metadata.image", "beach-plan.png"),
        ('og:image:width" content="1286', 'og:image:width" content="9', "metadata.image", "9 ×"),
        ('"canonical" href="https', '"canonical" href="http', "metadata.canonical_url", "http:"),
    ],
)
def test_a_finding_names_the_place_and_quotes_the_page(old, new, place, message):
    assert old in HTML
    found = parity(ARTICLE, HTML.replace(old, new), PAGE.graph_text)
    assert place in {str(finding.place) for finding in found}
    assert any(message in finding.message for finding in found), found


def test_both_sides_are_quoted():
    html = HTML.replace(">tidal feeding<", ">tidal food<")
    (finding,) = parity(ARTICLE, html, PAGE.graph_text)
    assert finding.message == (
        "The article has “tidal feeding”, but the page has “tidal food”; export again."
    )


def test_an_answer_cut_short_in_the_markup_is_found():
    path = ("@graph", 2, "mainEntity", 1, "acceptedAnswer", "text")
    assert ("parity.graph", "faq[q2].answer") in _rules(*_with(path, lambda text: text[:12]))


def test_a_question_that_only_the_markup_has_is_found():
    path = ("@graph", 2, "mainEntity")
    again = _with(
        path, lambda asked: [*asked, {**asked[0], "@id": asked[0]["@id"] + "x", "name": "X"}]
    )
    assert ("parity.graph", "faq") in _rules(*again)


def test_a_part_that_is_gone_from_the_page_is_found():
    for selector in ("faq", "references", "notice", "short-answer", "disclaimer", "links"):
        html = re.sub(rf'<(\w+) class="{selector}".*?</\1>\n', "", HTML, count=1, flags=re.DOTALL)
        assert html != HTML, selector
        assert _rules(html, PAGE.graph_text), selector


def test_what_is_there_but_hidden_is_not_there():
    for attribute in ("hidden", 'style="display: none"'):
        html = HTML.replace("<h1>", f"<h1 {attribute}>")
        assert ("parity.page", "metadata.headline") in _rules(html, PAGE.graph_text)


def _shape(change):
    """The graph with its nodes of the lead image in other shapes changed."""
    graph = copy.deepcopy(PAGE.graph)
    article = next(node for node in graph["@graph"] if "headline" in node)
    shapes = [node for node in graph["@graph"] if "#/schema/image-" in str(node.get("@id"))]
    assert [reference["@id"] for reference in article["image"]][1:3] == [s["@id"] for s in shapes]
    change(article, shapes)
    text = dump(graph)
    return HTML.replace(PAGE.graph_text, text), text


@pytest.mark.parametrize(
    "change",
    [
        lambda article, _: article["image"].pop(1),
        lambda article, _: article["image"].append(article["image"][1]),
        lambda _, shapes: shapes[0].update(url=shapes[1]["url"]),
        lambda _, shapes: shapes[0]["width"].update(value=1201),
        lambda _, shapes: shapes[1].pop("height"),
        lambda _, shapes: shapes[0].update(creditText="Somebody else"),
    ],
)
def test_a_shape_of_the_lead_image_that_is_not_as_it_is_made_is_found(change):
    places = {place for _, place in _rules(*_shape(change))}
    assert places in ({"metadata.image"}, {"images"})


def test_the_script_and_the_file_are_the_same():
    assert ("parity.script", "metadata") in _rules(HTML, PAGE.graph_text.replace("tide", "time"))
    html = HTML.replace("</head>", '<script type="application/ld+json">{}</script></head>')
    assert ("parity.script", "metadata") in _rules(html, PAGE.graph_text)
    assert ("parity.script", "metadata") in _rules(
        HTML.replace("application/ld+json", "text/plain"), PAGE.graph_text
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"@graph": [], "@graph": []}',
        '{"a": NaN}',
        "[" * 100_000,
        '{"a": 1,}',
    ],
)
def test_markup_that_cannot_be_read_is_one_finding(text):
    found = [rule for rule, _ in _rules(HTML, text)]
    assert found.count("parity.markup") == 1


def test_markup_that_is_not_sound_is_found():
    text = _with(("@graph", 0, "datePublished"), lambda _: "2025")[1]
    assert ("parity.markup", "metadata") in _rules(
        *_with(("@graph", 0, "datePublished"), lambda _: "2025")
    )
    assert "2025" in " ".join(f.message for f in parity(ARTICLE, HTML, text))


@pytest.mark.parametrize(
    "html", ["", "<", "text", "<html><head></head><body></body></html>", "\x00"]
)
def test_another_page_has_findings_and_no_error_of_ours(html):
    assert parity(ARTICLE, html, PAGE.graph_text)


def test_an_edited_source_is_found_against_page_and_markup():
    article = replace(ARTICLE, metadata=replace(ARTICLE.metadata, headline="Another"))
    rules = _rules(HTML, PAGE.graph_text, article)
    assert {("parity.page", "metadata.headline"), ("parity.graph", "metadata.headline")} <= rules


def test_the_kind_of_study_is_told_of_all_works_or_of_none():
    study = Extension(evidence=Evidence(kind="human", n=24))
    article = replace(clean(), references=(replace(REFERENCES[0], palmetto=study),))
    shared = replace(publication(), citations=Citations(badges=True))
    page = page_of(article, shared)
    assert '"genre": "Human, n = 24"' in page.graph_text
    assert parity(article, document(page), page.graph_text, shared.citations) == ()
    other = page.graph_text.replace("n = 24", "n = 2,400")
    found = parity(article, document(page), other, shared.citations)
    assert {str(finding.place) for finding in found} >= {"references[wren2019]"}
