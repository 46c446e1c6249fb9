import os
import zipfile

import pytest

from palmetto_editor.commands import walking
from palmetto_editor.commands.walking import below
from palmetto_editor.errors import UserError


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A folder with bundles and pages among much else; the working folder is above it."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "notes/tides/article.json",
        "notes/tides/index.html",
        "notes/tides/assets/deep.html",
        "notes/Old.HTM",
        "notes/readme.md",
        "notes/.git/x.html",
        "notes/node_modules/a/x.html",
        "notes/b/c/page.html",
        "notes/.shore.swap/old/article.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    for name, inside in (("a.zip", "article.json"), ("b.zip", "x/article.json"), ("c.zip", "y")):
        with zipfile.ZipFile(tmp_path / "notes" / name, "w") as packed:
            packed.writestr(inside, "{}")
    (tmp_path / "notes" / "broken.zip").write_bytes(b"PK\x03\x04 no zip")
    whole = (tmp_path / "notes" / "a.zip").read_bytes()
    (tmp_path / "notes" / "cut.zip").write_bytes(whole[:-20])  # to be told of
    return tmp_path / "notes"


def _names(*arguments):
    return [one.replace(os.sep, "/") for one in below(arguments) if isinstance(one, str)]


def test_bundles_and_pages_are_found_below_a_folder_and_nothing_else(tree):
    assert _names("notes") == [
        "notes/Old.HTM",
        "notes/a.zip",
        "notes/b.zip",
        "notes/cut.zip",
        "notes/shore",
        "notes/tides",
        "notes/b/c/page.html",
    ]


def test_what_is_named_itself_is_looked_at_whatever_it_is(tree):
    named = ["notes/tides", "notes/readme.md", "-", "nowhere", "notes/c.zip"]
    assert _names(*named) == named


def test_a_path_below_two_folders_is_looked_at_once(tree):
    assert _names("notes/b", "notes/b") == ["notes/b/c/page.html"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_are_not_followed(tree, tmp_path):
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "page.html").write_text("x")
    (tree / "b" / "link").symlink_to(tmp_path / "away", target_is_directory=True)
    (tree / "b" / "loop").symlink_to(tree, target_is_directory=True)
    (tree / "b" / "one.html").symlink_to(tmp_path / "away" / "page.html")
    assert _names("notes/b") == ["notes/b/c/page.html"]


def test_a_folder_with_nothing_to_look_at_says_so_and_the_others_go_on(tree):
    (tree / "empty").mkdir()
    (argument, error), path = below(["notes/empty", "notes/b"])
    assert argument == "notes/empty"
    assert isinstance(error, UserError)
    assert path.endswith("page.html")


def test_an_endless_folder_ends_with_a_sentence(tree, monkeypatch):
    monkeypatch.setattr(walking, "MOST_ENTRIES", 5)
    ((_, error),) = below(["notes"])
    assert "more than 5" in error.what


def test_a_path_that_is_named_twice_is_looked_at_once(tree):
    assert _names("notes/tides", "-", "notes/tides", "-") == ["notes/tides", "-"]
