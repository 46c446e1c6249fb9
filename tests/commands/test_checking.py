"""palmetto check: folders, several processes, pages, and the report as a page."""

import json
import re
from dataclasses import replace
from shutil import copytree

import pytest
from selectolax.lexbor import LexborHTMLParser

import dying
from palmetto_editor.bundle.write import save_article
from palmetto_editor.cli import main
from palmetto_editor.commands import processes
from palmetto_editor.commands.looked import LONGEST_QUOTE
from palmetto_editor.commands.processes import jobs_for, look_at_all
from palmetto_editor.model.values import Dismissal, Question
from sample_articles import minimal

BODY = "## Tides & wind\n\nOne thing. They follow <b>it</b> [@nobody2000], always. Another.\n"
LET_STAND = Dismissal(rule="people.author", place="metadata.authors", reason="It is <i>ours</i>.")
ACROSS = {"graph.faq-across", "graph.id-across"}
PAGE = """<!doctype html><html lang="en"><head><title>On winds</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article",
"headline": "Ebb and Flow", "datePublished": "2026",}</script></head>
<body><article><h1>Tides</h1><h2>Sea</h2><p>The sea comes and goes.</p></article></body></html>"""


@pytest.fixture
def run(capsys):
    def call(*arguments):
        status = main(["check", *map(str, arguments)])
        written = capsys.readouterr()
        return status, written.out, written.err

    return call


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A folder with two bundles and a page, which nobody changes."""
    home = tmp_path_factory.mktemp("saved")
    broken = replace(minimal(), body=BODY, dismissed=(LET_STAND,))
    save_article(home / "broken", broken, {})
    save_article(home / "whole", minimal(), {})
    (home / "page.html").write_text(PAGE)
    return home


@pytest.fixture
def notes(saved, tmp_path):
    """A copy of that folder."""
    return copytree(saved, tmp_path / "notes")


def _rows(out):
    return [(row["path"], row["rule"]) for row in json.loads(out)["findings"]]


def test_a_folder_means_all_below_it(notes, run):
    status, out, err = run(notes, "--format", "json")
    assert status == 1
    paths = [path for path, _ in _rows(out)]
    assert sorted(set(paths)) == [str(notes / n) for n in ("broken", "page.html", "whole")]
    assert paths == sorted(paths)
    assert err == ""


@pytest.mark.slow
def test_several_processes_say_the_same_in_the_same_order(notes, run):
    one = run(notes, "--format", "json", "--jobs", 1)
    assert run(notes, "--format", "json", "--jobs", 2) == one


def test_a_folder_with_nothing_in_it_is_status_2_and_the_others_go_on(notes, tmp_path, run):
    (tmp_path / "empty").mkdir()
    status, out, err = run(tmp_path / "empty", notes / "broken", "--format", "json")
    assert status == 2
    assert "empty is no bundle" in err
    assert {path for path, _ in _rows(out)} == {str(notes / "broken")}


def test_a_text_report_counts_what_was_dismissed_and_does_not_list_it(notes, run):
    _, out, err = run(notes / "broken")
    assert "people.author" not in out
    assert "1 dismissed with a reason" in err


def test_a_page_is_asked_of_its_texts_and_its_markup(notes, run):
    _, out, _ = run(notes / "page.html", "--format", "json")
    rules = {rule for _, rule in _rows(out)}
    assert {"parity.headline", "intake.title"} <= rules
    assert "intake.headline" not in rules, "it is told twice"
    assert {rule.partition(".")[0] for rule in rules} >= {"graph", "intake"}
    assert not {"metadata.slug", "publication.publisher", "metadata.address"} & rules


def test_a_page_is_asked_what_its_publication_wants(notes, run):
    (notes / "publication.toml").write_text(
        '[checks]\noff = ["intake"]\n[checks.severity]\n"dates.published" = "advice"\n'
    )
    _, out, _ = run(notes / "page.html", "--format", "json")
    assert not any(rule.startswith("intake.") for _, rule in _rows(out))


def test_a_report_goes_where_it_is_wanted(notes, tmp_path, run):
    for form in ("text", "json", "sarif", "html"):
        _, wanted, _ = run(notes / "broken", "--format", form)
        status, out, err = run(
            notes / "broken", "--format", form, "-o", tmp_path / "deep" / f"r.{form}"
        )
        assert (status, out) == (2, ""), "the folder is not made"
        assert "could not be written" in err
        status, out, err = run(notes / "broken", "--format", form, "-o", tmp_path / f"r.{form}")
        assert (status, out) == (1, "")
        assert "1 error" in err
        written = (tmp_path / f"r.{form}").read_text("utf-8")
        if form != "html":  # which names its minute
            assert written == wanted


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_a_number_of_processes_is_one_at_least(notes, number, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["check", str(notes), "--jobs", number])
    assert caught.value.code == 2


# Several articles of one publication


def test_a_question_that_two_articles_ask_is_told_once_for_each_pair(notes, run):
    (notes / "publication.toml").write_text('base_url = "https://example.org/"\n')
    asked = Question(id="q1", question="Why do they come?", answer="For food.")
    for name in ("one", "two"):
        meta = replace(minimal().metadata, slug=name, canonical_url="")
        save_article(notes / name, replace(minimal(), id=name, metadata=meta, faq=(asked,)), {})
    paths = (notes / "one", notes / "two")
    _, out, _ = run(*paths, "--format", "json")
    twice = [path for path, rule in _rows(out) if rule in ACROSS]
    assert twice == [str(notes / "two")]
    (notes / "publication.toml").unlink()
    _, out, _ = run(*paths, "--format", "json")
    assert not [path for path, rule in _rows(out) if rule in ACROSS], "no publication is shared"


# Processes


def test_few_paths_are_not_worth_a_process(monkeypatch):
    monkeypatch.setattr(processes, "_cores", lambda: 8)
    assert [jobs_for(paths, None) for paths in (0, 1, 7, 8, 400)] == [1, 1, 1, 2, 8]
    assert [jobs_for(paths, 3) for paths in (0, 1, 2, 9)] == [1, 1, 2, 3]


@pytest.mark.slow
def test_a_process_that_dies_takes_no_other_path_with_it(monkeypatch):
    monkeypatch.setattr(processes, "look_at", dying.look_at)
    paths = ["a", dying.DEADLY, "b", "c"]
    answers = list(look_at_all(paths, 2))
    assert [one.path for one in answers] == paths
    assert [one.why == "as asked" for one in answers] == [True, False, True, True]
    assert "ended" in answers[1].why


# The report as a page


@pytest.fixture
def page(notes, run):
    """The report on a path, read."""

    def made(*paths):
        _, out, _ = run(*(notes / path for path in paths), "--format", "html")
        return LexborHTMLParser(out)

    return made


def _texts(page, selector):
    return [" ".join(node.text().split()) for node in page.css(selector)]


def test_the_page_stands_alone_and_runs_nothing(page):
    report = page("broken", "whole")
    assert report.css_first("script, link, img, iframe, [src], [onclick]") is None
    assert "url(" not in report.css_first("style").text()
    assert "default-src 'none'" in report.html


def test_it_counts_and_groups_by_article_and_severity(page):
    report = page("broken", "whole")
    assert _texts(report, "h1") == ["2 articles"]
    assert _texts(report, "article h2") == ["Tides", "Tides"]
    counts = dict(zip(_texts(report, ".counts dt"), _texts(report, ".counts dd"), strict=True))
    assert counts["Errors"] == "1"
    assert counts["Dismissed"] == "1"
    warnings = _texts(report, "article .warning .number")
    assert sum(map(int, warnings)) == int(counts["Warnings"])
    assert len(report.css("article .warning .message")) == int(counts["Warnings"])


def test_a_finding_quotes_its_sentence_and_says_why(page):
    report = page("broken")
    rule = next(r for r in report.css(".rule") if "citation.undefined" in r.text())
    assert rule.css_first("mark").text() == "@nobody2000"
    quote = " ".join(rule.css_first("blockquote").text().split())
    assert quote == "They follow <b>it</b> [@nobody2000], always."
    assert "Body › “Tides & wind”" in rule.css_first(".where").text()
    assert rule.css_first(".why p").text().startswith("Why")
    assert re.search(r"gone over \d{4}-\d\d-\d\d", rule.css_first(".source").text())


def test_a_finding_in_a_page_names_its_line(page):
    rule = next(r for r in page("page.html").css(".rule") if "graph.syntax" in r.text())
    assert "line 2 of the page" in rule.css_first(".where").text()


def test_what_was_dismissed_stands_there_with_its_reason(page):
    report = page("broken")
    assert "It is <i>ours</i>." in report.css_first("article .dismissed .reason").text()


def test_it_names_the_program_the_rules_and_what_the_publication_chose(notes, page):
    (notes / "publication.toml").write_text(
        '[checks]\npacks = []\noff = ["links.twice"]\n'
        '[checks.severity]\n"people.author" = "advice"\n'
    )
    report = page("whole")
    asked = _texts(report, ".asked")[0]
    assert "links.twice" in asked
    assert "people.author as advice" in asked
    rows = {row[0]: row for row in (_texts(r, "th, td") for r in report.css(".rules tr"))}
    assert rows["links.twice"][1] == "off"
    assert rows["people.author"][1] == "advice"
    assert rows["citation.undefined"][3]
    assert "Palmetto Editor" in report.css_first("footer").text()
    assert "not legal advice" in report.css_first("footer").text()


def test_a_path_that_could_not_be_read_is_in_the_report(page):
    report = page("nowhere")
    assert "nowhere" in report.css_first(".unread").text()
    assert _texts(report, ".verdict") == ["Nothing could be looked at."]


def test_a_long_sentence_is_cut_around_its_words(notes, page):
    body = f"{'word ' * 150}[@nobody2000] {'word ' * 150}\n"
    save_article(notes / "long", replace(minimal(), body=body), {})
    quote = page("long").css_first("blockquote:has(mark)").text().strip()
    assert "@nobody2000" in quote
    assert len(quote) <= LONGEST_QUOTE + 20
    assert quote.startswith("…")
    assert quote.endswith("…")


def test_a_link_to_an_article_that_the_folder_does_not_have_is_told(tmp_path, run):
    linked = replace(minimal(), body="See [tides](article:tides) and [winds](article:winds).\n")
    save_article(tmp_path / "own", linked, {})
    save_article(tmp_path / "tides", replace(minimal(), id="tides"), {})
    _, out, _ = run(tmp_path / "own", "--format", "json")
    told = [
        f["message"] for f in json.loads(out)["findings"] if f["rule"] == "links.unknown-article"
    ]
    assert len(told) == 1
    assert "winds" in told[0]
