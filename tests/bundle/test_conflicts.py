"""Exporting over what is there: what is replaced, what is kept, what stops it."""

import os
import sys
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from palmetto_editor.bundle import workbench
from palmetto_editor.bundle.codec import decode_article
from palmetto_editor.bundle.conflicts import ChangedOnDisk
from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.manifest import Difference
from palmetto_editor.bundle.write import export_bundle, save_article
from palmetto_editor.errors import UserError
from palmetto_editor.model.values import Image
from sample_articles import minimal, pictured, publication, short

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and permissions of POSIX")
needs_rights = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
PLAIN = replace(pictured(), metadata=minimal().metadata)  # no image in the lead, so no shapes of it
REVISED = replace(PLAIN, images=PLAIN.images[:1], body="Another body.\n")


def _article_in(path):
    return decode_article((path / "article.json").read_bytes())


@pytest.fixture(scope="module")
def put(tmp_path_factory, images, renderer):
    """Puts the bundle of an article, as it was exported once, in the place of what is there."""

    @cache
    def made(article):
        home = tmp_path_factory.mktemp("made")
        export(article, publication(), home, images, renderer=renderer)
        files = [path for path in home.rglob("*") if path.is_file()]
        return {path.relative_to(home).as_posix(): path.read_bytes() for path in files}

    def put(path, article=REVISED, expected=None, **options):
        return export_bundle(path, made(article), expected, **options)

    return put


def test_an_intact_bundle_of_the_same_article_may_be_replaced(bundle, images, renderer, reopen):
    export(REVISED, publication(), bundle, images, renderer=renderer)
    assert reopen(bundle).article == REVISED


def test_a_bundle_of_another_article_may_not(bundle, put, snapshot, renderer):
    before = snapshot(bundle)
    with pytest.raises(ChangedOnDisk, match=r"article\.json"):
        put(bundle, minimal())
    assert snapshot(bundle) == before
    export(minimal(), publication(), bundle, {}, force=True, renderer=renderer)
    assert _article_in(bundle) == minimal()


@pytest.mark.parametrize(
    "name", ["index.html", "article.md", "assets/beach-plan.png", "article.json"]
)
def test_a_file_that_a_stranger_changed_is_named_and_kept(bundle, put, reopen, snapshot, name):
    known = reopen(bundle).fingerprint
    (bundle / name).write_bytes((bundle / name).read_bytes() + b" ")
    before = snapshot(bundle.parent)
    with pytest.raises(ChangedOnDisk) as caught:
        put(bundle, expected=known)
    assert Difference(name, "changed") in caught.value.differences
    assert snapshot(bundle.parent) == before
    put(bundle, expected=known, force=True)
    assert reopen(bundle).is_exported


def test_a_page_that_was_changed_before_it_was_opened_is_kept_too(bundle, put, reopen):
    (bundle / "index.html").write_text("theirs")
    opened = reopen(bundle)
    assert opened.differences == (Difference("index.html", "changed"),)
    with pytest.raises(ChangedOnDisk, match=r"index\.html"):
        put(bundle, expected=opened.fingerprint)


def test_an_article_that_was_saved_since_the_export_is_no_conflict(
    bundle, images, renderer, reopen
):
    saved = replace(REVISED, body="Saved, and then revised.\n")
    known = save_article(bundle, saved, images, reopen(bundle).fingerprint).fingerprint
    export(REVISED, publication(), bundle, images, known, renderer=renderer)
    assert reopen(bundle).is_exported


def test_a_page_in_a_bundle_that_was_never_exported_is_somebody_elses(tmp_path, put, images):
    known = save_article(tmp_path / "tides", REVISED, images).fingerprint
    (tmp_path / "tides" / "index.html").write_text("theirs")
    with pytest.raises(ChangedOnDisk) as caught:
        put(tmp_path / "tides", expected=known)
    assert caught.value.differences == (Difference("index.html", "added"),)


def test_a_damaged_manifest_vouches_for_nothing(bundle, put):
    (bundle / "manifest.json").write_text("{")
    with pytest.raises(ChangedOnDisk):
        put(bundle)


def test_an_image_that_nobody_here_read_is_not_written_over(bundle, images, reopen):
    theirs = bundle / "assets" / "new.png"
    theirs.write_bytes(b"theirs")
    known = reopen(bundle).fingerprint
    article = replace(short(), images=(*short().images, Image(id="new", file="new.png", alt="A")))
    ours = {**images, "new.png": next(iter(images.values()))}
    with pytest.raises(ChangedOnDisk) as caught:
        save_article(bundle, article, ours, known)
    assert caught.value.differences == (Difference("assets/new.png", "changed"),)
    assert theirs.read_bytes() == b"theirs"


def test_foreign_files_come_along(bundle, put, reopen):
    (bundle / "notes.txt").write_text("mine")
    (bundle / "drafts" / "old").mkdir(parents=True)
    (bundle / "drafts" / "old" / "a.txt").write_text("mine too")
    (bundle / "assets" / "source.psd").write_bytes(b"layers")
    (bundle / "tables" / "extra.csv").write_text("a,b")
    put(bundle)
    assert (bundle / "notes.txt").read_text() == "mine"
    assert (bundle / "drafts" / "old" / "a.txt").read_text() == "mine too"
    assert (bundle / "assets" / "source.psd").read_bytes() == b"layers"
    assert (bundle / "tables" / "extra.csv").read_text() == "a,b"
    assert reopen(bundle).is_exported
    assert sorted(path.name for path in bundle.parent.iterdir()) == ["publication.toml", "tides"]


def test_what_the_article_no_longer_has_goes(bundle, put):
    plain = replace(REVISED.metadata, image="")
    article = replace(REVISED, metadata=plain, body="Nothing is shown.\n", images=(), tables=())
    put(bundle, article)
    assert not (bundle / "assets").exists()
    assert not (bundle / "tables").exists()


def test_a_foreign_file_in_the_place_of_one_of_ours_is_kept_beside_it(bundle, put):
    plain = replace(REVISED, tables=())
    put(bundle, plain)
    (bundle / "tables").write_text("a file of that name")
    put(bundle)
    assert (bundle / "tables").is_dir()
    assert (bundle / "tables.kept").read_text() == "a file of that name"


@posix
def test_foreign_links_come_along_as_links(bundle, put, tmp_path):
    (tmp_path / "far").write_text("far")
    (bundle / "far").symlink_to(tmp_path / "far")
    (bundle / "dangling").symlink_to(tmp_path / "nowhere")
    put(bundle)
    assert (bundle / "far").readlink() == tmp_path / "far"
    assert (bundle / "dangling").is_symlink()


@posix
def test_a_folder_keeps_its_permissions(bundle, put):
    bundle.chmod(0o750)
    put(bundle)
    assert bundle.stat().st_mode & 0o777 == 0o750


def test_foreign_files_in_a_zip_come_along(tmp_path, put, reopen):
    target = tmp_path / "tides.zip"
    put(target, short())
    with zipfile.ZipFile(target, "a") as packed:
        packed.writestr("notes/mine.txt", "mine")
        packed.writestr("assets/source.psd", "layers")
        packed.writestr("tables/extra.csv", "a,b")
    put(target)
    with zipfile.ZipFile(target) as packed:
        assert packed.read("notes/mine.txt") == b"mine"
        assert packed.read("assets/source.psd") == b"layers"
        assert packed.read("tables/extra.csv") == b"a,b"
    assert reopen(target).article == REVISED


def test_a_folder_of_other_things_is_not_replaced(tmp_path, put):
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(UserError, match="is no bundle"):
        put(tmp_path, minimal(), force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_disk_that_refuses_the_swap_leaves_the_old_bundle(bundle, put, monkeypatch, snapshot):
    before = snapshot(bundle.parent)
    honest = Path.rename

    def rename(self, target):
        if self.name == "new":
            raise PermissionError(13, "Permission denied", str(self))
        return honest(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(UserError, match="could not be exported"):
        put(bundle)
    assert snapshot(bundle.parent) == before


def test_foreign_files_that_cannot_move_now_move_at_the_next_opening(
    bundle, put, monkeypatch, reopen
):
    (bundle / "notes.txt").write_text("mine")
    honest = Path.rename

    def rename(self, target):
        if self.name == "notes.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return honest(self, target)

    with monkeypatch.context() as refusing:
        refusing.setattr(Path, "rename", rename)
        done = put(bundle)
    assert _article_in(bundle) == REVISED
    opened = reopen(bundle)
    assert opened.fingerprint == done.fingerprint
    assert (bundle / "notes.txt").read_text() == "mine"


def test_two_programs_do_not_write_one_bundle_at_once(bundle, put, monkeypatch):
    monkeypatch.setattr(workbench, "PATIENCE", 0.05)
    with workbench.held(bundle), pytest.raises(UserError, match="another program"):
        put(bundle)
    put(bundle)


def test_a_new_article_can_be_exported_where_nothing_is(tmp_path, renderer):
    article = minimal()
    export(article, publication(), tmp_path / "deep" / "down", {}, renderer=renderer)
    assert _article_in(tmp_path / "deep" / "down") == article
