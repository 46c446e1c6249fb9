"""Saving: what is written, and what is never written over."""

import os
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from palmetto_editor.bundle import write
from palmetto_editor.bundle.codec import decode_article
from palmetto_editor.bundle.conflicts import ChangedOnDisk
from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.manifest import Difference
from palmetto_editor.bundle.write import save_article
from palmetto_editor.errors import UserError
from palmetto_editor.model.values import Image, Question
from sample_articles import minimal, publication, short

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and permissions of POSIX")
needs_rights = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
REVISED = replace(short(), body="Another body.\n")


def _article_in(path):
    return decode_article((path / "article.json").read_bytes())


def test_saving_makes_the_folder_with_article_and_images(tmp_path, images, reopen):
    target = tmp_path / "new" / "tides"
    written = save_article(target, short(), images)
    opened = reopen(target)
    assert opened.article == short()
    assert opened.fingerprint == written.fingerprint
    assert {name: path.read_bytes() for name, path in opened.asset.items()} == {
        name: path.read_bytes() for name, path in images.items()
    }
    assert not opened.is_exported


def test_saving_again_touches_nothing_but_the_article(bundle, images, reopen, snapshot):
    opened = reopen(bundle)
    before = snapshot(bundle)
    ages = {path: path.stat().st_mtime_ns for path in bundle.rglob("*.png")}
    written = save_article(bundle, REVISED, images, opened.fingerprint)
    after = snapshot(bundle)
    assert {name for name in after if after[name] != before.get(name)} == {"article.json"}
    assert ages == {path: path.stat().st_mtime_ns for path in ages}
    assert written.fingerprint == reopen(bundle).fingerprint
    assert sorted(path.name for path in bundle.parent.iterdir()) == ["publication.toml", "tides"]


def test_each_save_is_what_the_next_one_expects(bundle, images, reopen):
    known = reopen(bundle).fingerprint
    for number in range(3):
        article = replace(REVISED, body=f"{number}\n")
        known = save_article(bundle, article, images, known).fingerprint
    assert _article_in(bundle).body == "2\n"


def test_an_article_that_somebody_changed_is_not_written_over(bundle, images, reopen):
    known = reopen(bundle).fingerprint
    other = save_article(bundle, replace(short(), body="Theirs.\n"), images, known)
    with pytest.raises(ChangedOnDisk) as caught:
        save_article(bundle, REVISED, images, known)
    assert caught.value.differences == (Difference("article.json", "changed"),)
    assert _article_in(bundle).body == "Theirs.\n"
    save_article(bundle, REVISED, images, known, force=True)
    assert _article_in(bundle) == REVISED
    save_article(bundle, short(), images, other.fingerprint, force=True)


def test_what_somebody_else_saved_the_same_is_no_conflict(bundle, images, reopen):
    known = reopen(bundle).fingerprint
    save_article(bundle, REVISED, images, known)
    save_article(bundle, REVISED, images, known)


def test_a_draft_never_takes_the_place_of_an_article(bundle, images):
    with pytest.raises(ChangedOnDisk):
        save_article(bundle, minimal(), {})
    assert _article_in(bundle) == short()


def test_an_image_that_somebody_changed_is_not_written_over(bundle, images, reopen):
    known = reopen(bundle).fingerprint
    name = next(iter(images))
    (bundle / "assets" / name).write_bytes(b"theirs")
    with pytest.raises(ChangedOnDisk, match=name):
        save_article(bundle, REVISED, images, known)
    assert (bundle / "assets" / name).read_bytes() == b"theirs"


def test_an_image_whose_bytes_are_nowhere_does_not_stop_the_saving_of_text(tmp_path):
    article = replace(minimal(), images=(Image(id="i", file="x.png"),))
    save_article(tmp_path / "tides", article, {})
    assert _article_in(tmp_path / "tides") == article


def test_an_image_that_cannot_be_read_is_told_of(tmp_path):
    article = replace(minimal(), images=(Image(id="i", file="x.png"),))
    with pytest.raises(UserError, match=r"gone\.png"):
        save_article(tmp_path / "tides", article, {"x.png": tmp_path / "gone.png"})
    assert not (tmp_path / "tides").exists()


def test_an_article_that_could_not_be_read_again_is_not_saved(tmp_path):
    article = replace(minimal(), faq=(Question(id="q"), Question(id="Q")))
    with pytest.raises(UserError, match=r"faq\[Q\]"):
        save_article(tmp_path / "tides", article, {})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_other_things_does_not_become_a_bundle(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear")
    for name in ("", "."):
        with pytest.raises(UserError, match="is no bundle"):
            save_article(tmp_path / name, minimal(), {}, force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_folder_becomes_one(tmp_path):
    (tmp_path / ".DS_Store").write_bytes(b"x")
    save_article(tmp_path, minimal(), {})
    assert _article_in(tmp_path) == minimal()


def test_saving_into_a_zip_keeps_what_is_in_it(tmp_path, images, renderer, reopen):
    target = tmp_path / "tides.zip"
    export(short(), publication(), target, images, renderer=renderer)
    with zipfile.ZipFile(target, "a") as packed:
        packed.writestr("notes/mine.txt", "mine")
    opened = reopen(target)
    written = save_article(target, REVISED, images, opened.fingerprint)
    again = reopen(target)
    assert again.article == REVISED
    assert again.fingerprint == written.fingerprint
    with zipfile.ZipFile(target) as packed:
        assert packed.read("notes/mine.txt") == b"mine"
        assert "index.html" in packed.namelist()
    assert [path.name for path in tmp_path.iterdir() if path.name != "workspace"] == ["tides.zip"]


def test_a_zip_that_somebody_changed_is_not_written_over(tmp_path, reopen):
    target = tmp_path / "tides.zip"
    known = save_article(target, minimal(), {}).fingerprint
    save_article(target, replace(minimal(), body="Theirs.\n"), {}, known)
    with pytest.raises(ChangedOnDisk):
        save_article(target, replace(minimal(), body="Mine.\n"), {}, known)
    assert reopen(target).article.body == "Theirs.\n"


def test_a_damaged_zip_is_not_written_over(tmp_path):
    target = tmp_path / "tides.zip"
    target.write_bytes(b"PK\x03\x04 damaged")
    with pytest.raises(UserError, match="cannot be read as a zip"):
        save_article(target, minimal(), {}, force=True)
    assert target.read_bytes() == b"PK\x03\x04 damaged"


@posix
def test_a_linked_folder_of_images_is_not_written_through(tmp_path, images):
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "tides"
    save_article(target, minimal(), {})
    (target / "assets").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UserError, match="is a link"):
        save_article(target, replace(short(), id=minimal().id), images, force=True)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert _article_in(target) == minimal()


@posix
def test_a_link_to_a_bundle_stays_a_link(tmp_path):
    save_article(tmp_path / "real", minimal(), {})
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    written = save_article(tmp_path / "link", minimal(), {})
    assert written.path == tmp_path / "real"
    assert (tmp_path / "link").is_symlink()


@posix
def test_an_article_that_is_a_link_is_replaced_and_not_written_through(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    target = tmp_path / "tides"
    target.mkdir()
    (target / "article.json").symlink_to(secret)
    with pytest.raises(ChangedOnDisk):
        save_article(target, minimal(), {})
    save_article(target, minimal(), {}, force=True)
    assert secret.read_text() == "secret"
    assert not (target / "article.json").is_symlink()


@posix
@needs_rights
def test_a_bundle_in_a_folder_that_is_not_ours_can_be_saved(tmp_path, reopen):
    target = tmp_path / "theirs" / "tides"
    known = save_article(target, minimal(), {}).fingerprint
    target.parent.chmod(0o555)
    try:
        save_article(target, replace(minimal(), body="x\n"), {}, known)
    finally:
        target.parent.chmod(0o755)
    assert _article_in(target).body == "x\n"


def test_a_bench_that_cannot_be_made_does_not_stop_the_saving(tmp_path, monkeypatch):
    target = tmp_path / "tides"
    known = save_article(target, minimal(), {}).fingerprint
    honest = Path.mkdir

    def mkdir(self, *given, **named):
        if self.name.endswith(".swap"):
            raise PermissionError(13, "Permission denied", str(self))
        honest(self, *given, **named)

    monkeypatch.setattr(Path, "mkdir", mkdir)
    save_article(target, replace(minimal(), body="x\n"), {}, known)
    assert _article_in(target).body == "x\n"


def test_a_whole_disk_is_no_bundle():
    with pytest.raises(UserError):
        write.save_article(Path(Path.cwd().anchor), minimal(), {})


def test_an_article_of_another_kind_of_name_is_found_by_its_article_json(bundle, images, reopen):
    known = reopen(bundle / "article.json").fingerprint
    written = save_article(bundle / "article.json", REVISED, images, known)
    assert written.path == bundle
    assert _article_in(bundle) == REVISED
