"""Bundles of every version of the format, kept for ever: each must open."""

from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path

import pytest

from palmetto_editor.bundle.codec import decode_article, encode_article
from palmetto_editor.bundle.migrate import VERSION
from palmetto_editor.bundle.read import open_bundle

HOME = Path(__file__).parents[1] / "bundles"
BUNDLES = sorted(path for path in HOME.glob("v*/*"))


def _said(value):
    """(class and field, whether it says more than its default) of every field in a value."""
    if isinstance(value, tuple):
        for item in value:
            yield from _said(item)
    elif is_dataclass(value):
        for entry in fields(value):
            inner = getattr(value, entry.name)
            default = None if entry.default is MISSING else entry.default
            yield f"{type(value).__name__}.{entry.name}", inner != default
            yield from _said(inner)


def test_there_is_one_of_every_version():
    kept = {path.parent.name for path in BUNDLES}
    assert kept == {f"v{version}" for version in range(1, VERSION + 1)}


@pytest.mark.parametrize("path", BUNDLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_it_opens_whole(path, tmp_path):
    opened = open_bundle(path, tmp_path)
    article = opened.article
    assert article.metadata.headline == "How sandpipers “read” the tide & the wind"
    assert article.references[-1].palmetto.verified.date == "2026-11-22"
    assert opened.publication.publisher.name == "The Shore Station"
    assert opened.differences == ()
    assert opened.is_exported
    assert set(opened.asset) == {image.file for image in article.images}


def test_a_style_of_its_own_comes_with_it(tmp_path):
    opened = open_bundle(HOME / "v1" / "updated-works", tmp_path)
    assert opened.publication.citations.style == "shore-notes"
    assert "Shore Notes" in opened.publication.citations.csl


def test_those_of_this_version_say_something_in_every_field(tmp_path):
    kept = [path for path in BUNDLES if path.parent.name == f"v{VERSION}"]
    opened = [open_bundle(path, tmp_path / str(number)).article for number, path in enumerate(kept)]
    found = [said for article in opened for said in _said(article)]
    assert {name for name, _ in found} - {name for name, says in found if says} == set()


def test_this_version_is_written_as_it_was():
    data = (HOME / f"v{VERSION}" / "sandpipers-and-tides" / "article.json").read_bytes()
    assert encode_article(decode_article(data)) == data


def test_what_was_let_stand_and_chosen_comes_with_it(tmp_path):
    opened = open_bundle(HOME / "v1" / "let-stand", tmp_path)
    assert [one.quote[:12] for one in opened.article.dismissed] == ["Birds were c", ""]
    assert opened.publication.checks.packs == ("research-use-only",)
    assert dict(opened.publication.checks.severity)["claims.dosing"] == "warning"
