"""palmetto new."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from palmetto_editor.bundle.codec import decode_article
from palmetto_editor.bundle.profile import encode_publication
from sample_articles import full, publication


def _article(path):
    return decode_article((path / "article.json").read_bytes())


def test_new_makes_an_article_that_holds_what_its_publication_gives(tmp_path, run):
    (tmp_path / "publication.toml").write_text(
        encode_publication(
            replace(publication(), authors=full().metadata.authors, notice="N", disclaimer="D")
        )
    )
    before = datetime.now().astimezone().replace(microsecond=0)
    status, out, err = run("new", tmp_path / "a" / "tides", "--title", "Über Tides")
    assert (status, err) == (0, "")
    assert str(tmp_path / "a" / "tides") in out
    article = _article(tmp_path / "a" / "tides")
    assert article.metadata.headline == "Über Tides"
    assert article.metadata.slug == "uber-tides"
    assert article.metadata.language == "en-GB"
    assert article.metadata.authors == full().metadata.authors
    assert (article.notice, article.disclaimer) == ("N", "D")
    published = datetime.fromisoformat(article.metadata.published)
    assert published.utcoffset() == before.utcoffset()
    assert 0 <= (published - before).total_seconds() < 60


def test_new_articles_have_ids_of_their_own(tmp_path, run):
    for name in ("a", "b"):
        assert run("new", tmp_path / name)[0] == 0
    assert _article(tmp_path / "a").id != _article(tmp_path / "b").id


def test_a_profile_named_for_a_new_article_stays_with_it(tmp_path, run):
    (tmp_path / "ours.toml").write_text(encode_publication(publication()))
    made = run("new", tmp_path / "tides", "--publication", tmp_path / "ours.toml", "--title", "T")
    assert made[0] == 0
    status, _, err = run("export", tmp_path / "tides")
    assert status == 0, err
    assert "The Shore Station" in (tmp_path / "tides" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("make", [Path.touch, lambda path: (path.mkdir(), (path / "x").touch())])
def test_new_takes_the_place_of_nothing(tmp_path, run, make):
    make(tmp_path / "tides")
    status, out, err = run("new", tmp_path / "tides")
    assert (status, out) == (2, "")
    assert "exists already" in err
    assert not (tmp_path / "tides" / "article.json").exists()
