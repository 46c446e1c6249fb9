"""palmetto export, and verify of what it wrote."""

import io
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from palmetto_editor.bundle.codec import decode_article, encode_article


def _article(path):
    return decode_article((path / "article.json").read_bytes())


def test_export_writes_the_bundle_where_the_article_is(plain, run):
    status, out, _ = run("export", plain)
    assert status == 0
    assert out == f"Exported to {plain}\n"
    assert (plain / "index.html").exists()
    assert run("verify", plain)[0] == 0
    assert run("export", plain)[0] == 0, "again"


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (["-o", "out"], "out/index.html"),
        (["-o", "out.zip"], "out.zip"),
        (["-o", "out", "--zip"], "out.zip"),
        (["--output", "deep/down/out"], "deep/down/out/index.html"),
    ],
)
def test_export_writes_elsewhere_as_asked(plain, tmp_path, run, monkeypatch, options, name):
    monkeypatch.chdir(tmp_path)
    assert run("export", plain, *options)[0] == 0
    assert (tmp_path / name).exists()
    assert not (plain / "index.html").exists()
    assert run("verify", Path(name.removesuffix("/index.html")))[0] == 0


def test_export_can_zip_beside_the_bundle(plain, run):
    assert run("export", plain, "--zip")[0] == 0
    assert (plain.parent / "tides.zip").exists()


def test_export_prints_the_errors_that_stop_it(draft, run):
    status, out, err = run("export", draft)
    assert (status, out) == (1, "")
    assert f"{draft}: error: body:" in err
    assert "nobody2000" in err
    assert "2 errors" in err
    assert "--force-errors" in err
    assert [path.name for path in draft.iterdir()] == ["article.json"]


def test_export_goes_on_for_a_reason_that_the_manifest_keeps(draft, run):
    status, out, err = run("export", draft, "--force-errors", "Agreed with the editor.")
    assert status == 0
    assert out.startswith("Exported to ")
    assert "nobody2000" in err
    manifest = json.loads((draft / "manifest.json").read_bytes())
    assert manifest["forced"]["reason"] == "Agreed with the editor."
    assert any("nobody2000" in row["message"] for row in manifest["forced"]["errors"])


def test_an_article_of_no_address_is_stopped_by_that_and_so_is_its_page(tmp_path, run):
    tides = tmp_path / "tides"
    run("new", tides, "--title", "Tides")
    status, _, err = run("export", tides)
    assert status == 1
    assert "error: metadata.canonical_url: The page has no address;" in err
    assert "1 error." in err
    assert run("export", tides, "--force-errors", "A draft to be read.")[0] == 0
    status, out, _ = run("check", tides / "index.html")
    assert status == 1
    assert [row.rpartition("[")[2] for row in out.splitlines() if ": error: " in row] == [
        "head.canonical]"
    ]


def test_export_wants_the_reason_in_words(draft, run):
    status, out, err = run("export", draft, "--force-errors", " ")
    assert (status, out) == (2, "")
    assert "reason" in err


def test_export_names_each_file_that_was_changed_and_writes_over_it_when_forced(plain, run):
    run("export", plain)
    (plain / "index.html").write_text("theirs")
    status, out, err = run("export", plain)
    assert (status, out) == (2, "")
    assert "index.html: changed" in err
    assert "--force" in err
    assert (plain / "index.html").read_text() == "theirs"
    assert run("export", plain, "--force")[0] == 0
    assert run("verify", plain)[0] == 0


def test_an_article_edited_by_hand_is_exported_again_without_force(plain, run):
    run("export", plain)
    article = replace(_article(plain), body="Another body.\n")
    (plain / "article.json").write_bytes(encode_article(article))
    assert run("verify", plain)[0] == 1
    assert run("export", plain)[0] == 0
    assert "Another body." in (plain / "index.html").read_text("utf-8")


def test_export_of_standard_input_needs_a_place_to_go(plain, tmp_path, run, monkeypatch):
    data = (plain / "article.json").read_bytes()
    for options, expected in (([], 2), (["-o", tmp_path / "out"], 0)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert run("export", "-", *options)[0] == expected
    assert (tmp_path / "out" / "index.html").exists()


def test_verify_tells_json_and_a_status(clean, run):
    status, out, _ = run("verify", clean, "--format", "json")
    assert status == 1
    (row,) = json.loads(out)["findings"]
    assert row["rule"] == "bundle.not-exported"
    assert row["place"] == "bundle[manifest.json]"
    assert run("verify", clean, "--severity", "error")[0] == 0


def test_verify_is_not_for_standard_input(run):
    assert run("verify", "-")[0] == 2


def test_a_disk_that_refuses_is_told_in_words(plain, run, monkeypatch):
    def refuse(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    status, out, err = run("export", plain)
    assert (status, out) == (2, "")
    assert "No space left on device" in err
    assert "Make room" in err
