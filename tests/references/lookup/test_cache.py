import os
import time

import pytest

from palmetto_editor.references.lookup import cache
from palmetto_editor.references.lookup.cache import Cache


def test_an_answer_is_kept_for_its_question(tmp_path):
    kept = Cache(tmp_path)
    kept.put("https://example.org/a", b"an\nanswer")
    assert kept.get("https://example.org/a") == b"an\nanswer"
    assert kept.get("https://example.org/b") is None


def test_an_old_answer_is_none(tmp_path):
    kept = Cache(tmp_path)
    kept.put("a", b"answer")
    then = time.time() - cache.LONGEST - 60
    os.utime(next(tmp_path.iterdir()), (then, then))
    assert kept.get("a") is None


def test_an_answer_to_another_question_is_none(tmp_path):
    kept = Cache(tmp_path)
    kept.put("a", b"answer")
    next(tmp_path.iterdir()).write_bytes(b"damaged")
    assert kept.get("a") is None


def test_the_oldest_answers_go_where_there_are_too_many(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "MOST", 8)
    kept = Cache(tmp_path)
    for number in range(9):
        kept.put(str(number), b"answer")
        for path in tmp_path.iterdir():
            if kept.get(str(number)) and path.stat().st_mtime > time.time() - 5:
                os.utime(path, (time.time() - 100 + number,) * 2)
    assert len(list(tmp_path.iterdir())) == 6
    assert kept.get("8") == b"answer"


@pytest.mark.parametrize("folder", [None, "file"])
def test_without_a_folder_nothing_is_kept_and_nothing_fails(tmp_path, folder):
    if folder:
        (tmp_path / folder).write_text("no folder")
    kept = Cache(folder and tmp_path / folder)
    kept.put("a", b"answer")
    assert kept.get("a") is None
