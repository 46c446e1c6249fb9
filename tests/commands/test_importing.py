import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from palmetto_editor.bundle.codec import decode_article
from palmetto_editor.bundle.write import save_article
from palmetto_editor.cli import main
from sample_articles import minimal

GRAPH = {
    "@context": "https://schema.org",
    "@type": "Article",
    "headline": "Ebb and Flow",
    "author": {"@type": "Person", "name": "Ada Wren"},
    "datePublished": "2026",
}
PAGE = f"""<!doctype html>
<html lang="en"><head><title>Tides | Shore Notes</title>
<script type="application/ld+json">{json.dumps(GRAPH)}</script></head>
<body><nav><a href="/">Home</a> <a href="/a/">About us</a></nav>
<main><article><h1>Tides</h1><p class="byline">By Ada Wren</p>
<p>The sea comes and goes, twice a day, and nobody has ever seen it do anything else.</p>
<h2>Why</h2><p>The moon pulls at the water, and the water follows it round the earth.</p>
</article></main></body></html>
"""


@pytest.fixture
def page(tmp_path):
    (tmp_path / "page.html").write_text(PAGE)
    return tmp_path / "page.html"


@pytest.fixture
def bundle(tmp_path):
    save_article(tmp_path / "bundle", minimal(), {})
    return tmp_path / "bundle"


def _article(folder):
    return decode_article((folder / "article.json").read_bytes())


def _given(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_page_becomes_a_bundle_in_a_folder_of_its_own(page, tmp_path, run):
    status, out, err = run("import", page, "-o", tmp_path / "out")
    assert status == 0
    assert f"Imported {page} to {tmp_path / 'out' / 'tides'}\n" in out
    assert "intake.headline" in out
    assert "disagreement" in err
    article = _article(tmp_path / "out" / "tides")
    assert article.metadata.headline == "Tides"
    assert "The moon pulls" in article.body


def test_the_markup_wins_where_it_is_asked_to(page, tmp_path, run):
    assert run("import", page, "-o", tmp_path, "--markup-wins")[0] == 0
    (article,) = tmp_path.glob("*/article.json")
    assert _article(article.parent).metadata.headline == "Ebb and Flow"


def test_only_one_side_can_win(page, tmp_path):
    with pytest.raises(SystemExit) as caught:
        main(["import", str(page), "-o", str(tmp_path), "--page-wins", "--markup-wins"])
    assert caught.value.code == 2


def test_nothing_is_written_over(page, tmp_path, run):
    (tmp_path / "tides").mkdir()
    (tmp_path / "tides" / "mine.txt").write_text("mine")
    for name in ("tides-2", "tides-3"):
        assert run("import", page, "-o", tmp_path)[0] == 0
        assert (tmp_path / name / "article.json").exists()
    assert [path.name for path in (tmp_path / "tides").iterdir()] == ["mine.txt"]


def test_the_report_has_all_of_each_source(page, tmp_path, run):
    shutil.copy(page, tmp_path / "again.html")
    report = tmp_path / "reports" / "report.json"
    sources = (page, tmp_path / "again.html")
    assert run("import", *sources, "-o", tmp_path / "out", "--report", report)[0] == 0
    rows = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    assert [set(row) for row in rows] == [
        {"source", "bundle", "fields", "mended", "disagreements", "leftovers"}
    ] * 2
    assert [Path(row["bundle"]).name for row in rows] == ["tides", "tides-2"]
    (headline,) = (d for d in rows[0]["disagreements"] if d["rule"] == "intake.headline")
    assert (headline["page"], headline["markup"]) == ("Tides", "Ebb and Flow")
    assert any("About us" in left["text"] for left in rows[0]["leftovers"])


def test_the_report_may_be_a_text(page, tmp_path, run):
    run("import", page, "-o", tmp_path / "out", "--report", tmp_path / "report.txt")
    text = (tmp_path / "report.txt").read_text("utf-8")
    assert "metadata.headline: Tides" in text
    assert "Appendix" in text


def test_json_on_standard_output_is_a_line_for_each_source(page, tmp_path, run):
    status, out, err = run("import", page, "-o", tmp_path / "out", "--format", "json")
    (row,) = map(json.loads, out.splitlines())
    assert (status, err) == (0, "")
    assert row["source"] == "page.html"


def test_one_bad_source_does_not_stop_the_others(page, tmp_path, run):
    (tmp_path / "bad.html").write_bytes(b"%PDF-1.7")
    sources = (tmp_path / "bad.html", tmp_path / "nowhere.md", page)
    status, out, err = run("import", *sources, "-o", tmp_path / "out")
    assert status == 2
    assert "bad.html is a PDF" in err
    assert "nowhere.md" in err
    assert "Imported" in out
    assert (tmp_path / "out" / "tides" / "article.json").exists()


def test_the_severity_decides_the_status(page, tmp_path, run):
    for severity, expected in ((None, 0), ("advice", 1), ("error", 1)):
        more = ("--severity", severity) if severity else ()
        assert run("import", page, "-o", tmp_path / "out", *more)[0] == expected


def test_a_page_may_come_from_standard_input(tmp_path, run, monkeypatch):
    _given(monkeypatch, PAGE.encode())
    status, out, err = run("import", "-", "-o", tmp_path)
    assert status == 0, err
    assert "Imported - to" in out


def test_a_bundle_is_not_imported(bundle, tmp_path, run, monkeypatch):
    for source in (bundle, bundle / "article.json"):
        status, out, err = run("import", source, "-o", tmp_path / "out")
        assert (status, out) == (2, "")
        assert "a bundle already" in err
    _given(monkeypatch, (bundle / "article.json").read_bytes())
    assert run("import", "-", "-o", tmp_path / "out")[0] == 2
    assert run("export", bundle, "-o", tmp_path / "b.zip")[0] == 0
    assert "a bundle already" in run("import", tmp_path / "b.zip", "-o", tmp_path / "out")[2]


def test_no_output_is_wrong_usage(page):
    with pytest.raises(SystemExit) as caught:
        main(["import", str(page)])
    assert caught.value.code == 2


# check


def test_check_says_where_a_page_disagrees_and_writes_nothing(page, run):
    before = sorted(page.parent.iterdir())
    status, out, _ = run("check", page, "--format", "json")
    rows = json.loads(out)["findings"]
    assert status == 1
    assert {"parity.headline", "graph.date-format"} <= {row["rule"] for row in rows}
    assert {tuple(sorted(row)) for row in rows} == {
        ("message", "path", "place", "rule", "severity")
    }
    assert sorted(page.parent.iterdir()) == before


def test_check_takes_pages_and_bundles_together(page, bundle, run):
    _, out, _ = run("check", page, bundle, "--format", "json")
    paths = {row["path"] for row in json.loads(out)["findings"]}
    assert str(page) in paths


def test_check_reads_a_page_from_standard_input(run, monkeypatch):
    _given(monkeypatch, PAGE.encode())
    status, out, _ = run("check", "-")
    assert status == 1
    assert "[parity.headline]" in out


def test_a_page_that_agrees_with_itself_is_not_told_otherwise(tmp_path, run):
    plain = PAGE.replace("Ebb and Flow", "Tides").replace(', "datePublished": "2026"', "")
    (tmp_path / "page.html").write_text(plain)
    _, out, err = run("check", tmp_path / "page.html")
    assert "[intake." not in out
    assert "in 1 article." in err
