import os

import pytest

from palmetto_editor.bundle.siblings import siblings


def _bundle(folder, name, article='{"format": "palmetto-article", "id": "x-1"}'):
    (folder / name).mkdir()
    (folder / name / "article.json").write_text(article, "utf-8")


def test_the_bundles_beside_are_known_by_slug_and_id(tmp_path):
    _bundle(tmp_path, "tides")
    _bundle(tmp_path, "winds", "{}")
    _bundle(tmp_path, "own")
    (tmp_path / "packed.zip").touch()
    (tmp_path / "notes").mkdir()
    assert siblings(tmp_path / "own") == {"tides", "x-1", "winds", "packed"}


def test_an_article_alone_has_none(tmp_path):
    _bundle(tmp_path, "own")
    assert siblings(tmp_path / "own") is None
    assert siblings(tmp_path / "gone" / "own") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_bears_an_articles_name_is_not_waited_at(tmp_path):
    _bundle(tmp_path, "tides")
    (tmp_path / "pipe").mkdir()
    os.mkfifo(tmp_path / "pipe" / "article.json")
    assert siblings(tmp_path / "own") == {"tides", "x-1"}
