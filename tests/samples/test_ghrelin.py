"""The sample article: whole, honest about its sources, and clean in its own editor."""

from __future__ import annotations

import re
import tomllib
from xml.etree import ElementTree

import pytest

from palmetto_editor import assets
from palmetto_editor.bundle import codec
from palmetto_editor.bundle.profile import decode_publication
from palmetto_editor.checks.check import check
from palmetto_editor.markup.bounded import Renderer
from palmetto_editor.page.build import Builder

FOLDER = assets.path("samples/ghrelin")
CITED = re.compile(r"@([A-Za-z0-9][\w.-]*[A-Za-z0-9])")
UNREAD = re.compile(r"\[-?@[^\]]*\]|\{\{<.*?>\}\}|\[\^[^\]]*\]:?|\[![A-Z]+\]|\(https?:[^)]*\)")
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@pytest.fixture(scope="module")
def source():
    return (FOLDER / "article.json").read_bytes()


@pytest.fixture(scope="module")
def article(source):
    return codec.decode_article(source)


def _texts(article):
    """Every Markdown text that a reader reads."""
    yield from (article.notice, article.short_answer, article.body, article.disclaimer)
    for question in article.faq:
        yield from (question.question, question.answer)
    for table in article.tables:
        yield from (table.caption, table.note, *(cell for row in table.rows for cell in row))


def _words(text):
    return len(WORD.findall(UNREAD.sub("", text)))


def test_it_is_written_as_the_editor_writes(source, article):
    assert codec.encode_article(article) == source


def test_it_has_the_length_of_a_real_article(article):
    assert 1_200 <= sum(map(_words, _texts(article))) <= 1_600


def test_it_cites_exactly_the_five_papers(article):
    assert {reference.DOI for reference in article.references} == {
        "10.1126/science.273.5277.974",
        "10.1038/45230",
        "10.1021/jm0001727",
        "10.1073/pnas.0305930101",
        "10.1016/j.molmet.2015.03.005",
    }
    assert set(CITED.findall("\n".join(_texts(article)))) == {r.id for r in article.references}


def test_every_reference_says_what_kind_of_study_it_is(article):
    for reference in article.references:
        evidence = reference.palmetto.evidence
        assert evidence is not None, reference.id
        assert evidence.kind, reference.id
        assert evidence.kind == "review" or evidence.species, reference.id


def test_every_row_of_the_table_rests_on_a_section(article):
    (table,) = article.tables
    sections = set(CITED.findall(article.body))
    assert (len(table.columns), len(table.rows)) == (4, 5)
    for row in table.rows:
        assert len(row) == 4
        assert set(CITED.findall(" ".join(row))) <= sections
        assert CITED.search(" ".join(row)), row


def test_it_shows_what_the_editor_can(article):
    body, answers = article.body, [question.answer for question in article.faq]
    for mark in (
        "## ",
        "### ",
        "> [!",
        "\n- ",
        "\n1. ",
        "[^secretagogue]",
        "{{< table findings >}}",
    ):
        assert mark in body, mark
    assert body.count("> [!") >= 2
    assert "{{< figure route >}}" in body
    assert len(answers) >= 6
    assert any("\n- " in answer for answer in answers)
    assert any("](https://" in answer for answer in answers)
    assert {link.relation for link in article.links} >= {"pillar", "related"}
    assert {author.kind for author in article.metadata.authors} == {"person", "organization"}


def test_its_figure_is_described_and_readable_on_any_background(article):
    (image,) = article.images
    assert image.alt
    assert image.caption
    assert image.credit
    root = ElementTree.parse(FOLDER / "assets" / image.file).getroot()  # noqa: S314  (our own file)
    names = [child.tag.rpartition("}")[2] for child in root]
    assert names[:2] == ["title", "desc"]
    width, height = root.get("viewBox", "").split()[2:]
    ground = root[names.index("rect")]
    assert (ground.get("width"), ground.get("height")) == (width, height)


def test_its_own_editor_finds_nothing_to_mend(article):
    publication = decode_publication(assets.text("samples/publication.toml"))
    renderer = Renderer(isolated=False)
    try:
        page = Builder(renderer.render_all, lambda _: (1600, 900)).build(article, publication)
        findings = check(article, publication, page)
    finally:
        renderer.close()
    assert [f"{f.place}: {f.message}" for f in findings if f.severity != "advice"] == []


def test_nobody_in_it_is_real_but_the_papers_authors(article):
    profile = tomllib.loads(assets.text("samples/publication.toml"))
    people = [*article.metadata.authors, *article.metadata.reviewers]
    addresses = [profile["base_url"], profile["publisher"]["url"], *(p.url for p in people)]
    addresses += [author["url"] for author in profile["authors"]]
    for address in addresses:
        assert address.startswith("https://example.org/"), address
