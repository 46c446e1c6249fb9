"""palmetto check on one article; test_checking.py asks it of many."""

import io
import json
import sys
from dataclasses import replace

import pytest

from palmetto_editor.bundle.codec import decode_article, encode_article
from palmetto_editor.model.values import Image
from pictures import png


def _article(path):
    return decode_article((path / "article.json").read_bytes())


def test_check_names_what_is_wrong_and_where(draft, run):
    status, out, err = run("check", draft)
    assert status == 1
    assert f"{draft}: error: body:" in out
    assert "nobody2000" in out
    assert "error" in err


def test_check_writes_json_for_programs(draft, run):
    status, out, err = run("check", draft, "--format", "json")
    found = json.loads(out)["findings"]
    assert status == 1
    assert err == ""
    assert {tuple(sorted(row)) for row in found} == {
        ("message", "path", "place", "rule", "severity")
    }
    assert {row["path"] for row in found} == {str(draft)}
    assert any("nobody2000" in row["message"] for row in found)


def test_a_clean_article_passes(clean, run):
    status, out, _ = run("check", clean, "--severity", "warning")
    assert status == 0, out
    assert [line.rpartition(" ")[2] for line in out.splitlines()] == ["[graph.faq-search]"]


def test_a_page_of_ours_disagrees_with_itself_in_nothing(plain, run):
    """The lead image stands in the head in another shape than on the page."""
    article = _article(plain)
    image = Image(id="lead", file="shore.png", alt="A shore")
    metadata = replace(article.metadata, image="lead")
    made = replace(article, images=(image,), metadata=metadata)
    (plain / "article.json").write_bytes(encode_article(made))
    (plain / "assets").mkdir()
    (plain / "assets" / "shore.png").write_bytes(png(350, 150))
    assert run("export", plain)[0] == 0
    assert (plain / "assets" / "shore-share.png").exists()
    _, out, _ = run("check", plain / "index.html")
    assert "[intake." not in out


@pytest.mark.parametrize("name", ["index.html", "article.jsonld", "references.json"])
def test_a_file_that_somebody_edited_after_the_export_is_an_error(plain, run, name):
    assert run("export", plain)[0] == 0
    assert "[parity.file]" not in run("check", plain)[1]
    file = plain / name
    file.write_bytes(file.read_bytes() + b" ")
    status, out, _ = run("check", plain)
    assert status == 1
    assert f"error: bundle[{name}]: Somebody edited {name}" in out


def test_where_nothing_is_found_programs_read_an_empty_list(clean, run):
    (clean / "article.json").write_bytes(encode_article(replace(_article(clean), faq=())))
    assert run("check", clean, "--format", "json")[1].split() == ["{", '"findings":', "[]", "}"]


def test_the_severity_decides_the_status_and_hides_nothing(plain, run):
    rows = json.loads(run("check", plain, "--format", "json")[1])["findings"]
    assert {row["severity"] for row in rows} == {"warning"}
    for asked, counted in (
        ("error", {"error"}),
        ("warning", {"error", "warning"}),
        ("advice", {"error", "warning", "advice"}),
    ):
        status, out, _ = run("check", plain, "--format", "json", "--severity", asked)
        assert status == int(any(row["severity"] in counted for row in rows))
        assert json.loads(out)["findings"] == rows


def test_an_article_may_come_from_standard_input(draft, run, monkeypatch):
    data = (draft / "article.json").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    status, out, _ = run("check", "-")
    assert status == 1
    assert out.startswith("-: ")


def test_one_path_that_cannot_be_read_does_not_hide_the_others(draft, tmp_path, run):
    status, out, err = run("check", tmp_path / "nowhere", draft, "--format", "json")
    assert status == 2
    assert "nowhere" in err
    assert json.loads(out)["findings"]
