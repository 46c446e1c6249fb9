import os

import pytest

from palmetto_editor.checks.rule import Stopped
from palmetto_editor.session.beside import LASTS, Beside


class Folder:
    """Articles side by side; counts how many entries of the folder were looked at."""

    def __init__(self, path):
        self.path, self.now, self.looked = path, 0.0, 0
        self.beside = Beside(lambda: self.now)
        for name in ("own", "tides"):
            self.add(name)

    def add(self, name):
        (self.path / name).mkdir()
        (self.path / name / "article.json").write_text('{"id": "x"}', "utf-8")

    def names(self):
        def look():
            self.looked += 1

        return self.beside.names(self.path / "own", look)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_the_folder_is_not_read_again_while_it_stays_as_it_is(folder):
    first = folder.names()
    assert first == {"tides", "x"}
    assert folder.names() is first
    assert folder.looked == 2


def test_an_article_that_comes_is_known(folder):
    folder.names()
    folder.add("winds")
    os.utime(folder.path, ns=(1, 1))  # some file systems tell the time in seconds
    assert "winds" in folder.names()


def test_after_a_while_the_folder_is_read_again_and_the_same_names_stay_the_same(folder):
    first = folder.names()
    article = folder.path / "tides" / "article.json"
    folder.now = LASTS + 1
    assert folder.names() is first
    assert folder.looked == 4
    article.write_text('{"id": "y"}', "utf-8")
    folder.now += LASTS + 1
    assert folder.names() == {"tides", "y"}


def test_reading_is_given_up_where_somebody_waits_and_done_the_next_time(folder):
    def stop():
        raise Stopped

    with pytest.raises(Stopped):
        folder.beside.names(folder.path / "own", stop)
    assert folder.names() == {"tides", "x"}


def test_an_article_never_saved_stands_beside_none(folder):
    folder.names()
    assert folder.beside.names(None, lambda: None) is None


def test_an_article_saved_elsewhere_stands_beside_others(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    assert folder.names() == {"tides", "x"}
    assert folder.beside.names(other / "own", lambda: None) is None
    assert folder.beside.names(folder.path / "gone" / "own", lambda: None) is None
