import os
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from palmetto_editor.bundle import workbench, write
from palmetto_editor.bundle.codec import decode_article
from palmetto_editor.bundle.conflicts import ChangedOnDisk
from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.manifest import Difference
from palmetto_editor.bundle.write import save_article
from palmetto_editor.errors import UserError
from palmetto_editor.model.values import Image, Question
from sample_articles import minimal, publication, sound

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and permissions of POSIX")
needs_rights = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
REVISED = replace(sound(), body="Another body.\n")


def _article_in(path):
    return decode_article((path / "article.json").read_bytes())


# Saving


def test_saving_makes_the_folder_with_article_and_images(tmp_path, images, reopen):
    target = tmp_path / "new" / "tides"
    written = save_article(target, sound(), images)
    opened = reopen(target)
    assert opened.article == sound()
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
    other = save_article(bundle, replace(sound(), body="Theirs.\n"), images, known)
    with pytest.raises(ChangedOnDisk) as caught:
        save_article(bundle, REVISED, images, known)
    assert caught.value.differences == (Difference("article.json", "changed"),)
    assert _article_in(bundle).body == "Theirs.\n"
    save_article(bundle, REVISED, images, known, force=True)
    assert _article_in(bundle) == REVISED
    save_article(bundle, sound(), images, other.fingerprint, force=True)


def test_what_somebody_else_saved_the_same_is_no_conflict(bundle, images, reopen):
    known = reopen(bundle).fingerprint
    save_article(bundle, REVISED, images, known)
    save_article(bundle, REVISED, images, known)


def test_a_draft_never_takes_the_place_of_an_article(bundle, images):
    with pytest.raises(ChangedOnDisk):
        save_article(bundle, minimal(), {})
    assert _article_in(bundle) == sound()


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
    export(sound(), publication(), target, images, renderer=renderer)
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
        save_article(target, replace(sound(), id=minimal().id), images, force=True)
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


# Exporting over what is there


def _export(path, images, renderer, article=REVISED, expected=None, **options):
    return export(article, publication(), path, images, expected, renderer=renderer, **options)


def test_an_intact_bundle_of_the_same_article_may_be_replaced(bundle, images, renderer, reopen):
    _export(bundle, images, renderer)
    assert reopen(bundle).article == REVISED


def test_a_bundle_of_another_article_may_not(bundle, renderer, snapshot):
    before = snapshot(bundle)
    with pytest.raises(ChangedOnDisk, match=r"article\.json"):
        _export(bundle, {}, renderer, minimal())
    assert snapshot(bundle) == before
    _export(bundle, {}, renderer, minimal(), force=True)
    assert _article_in(bundle) == minimal()


@pytest.mark.parametrize(
    "name", ["index.html", "article.md", "assets/beach-plan.png", "article.json"]
)
def test_a_file_that_a_stranger_changed_is_named_and_kept(
    bundle, images, renderer, reopen, snapshot, name
):
    known = reopen(bundle).fingerprint
    (bundle / name).write_bytes((bundle / name).read_bytes() + b" ")
    before = snapshot(bundle.parent)
    with pytest.raises(ChangedOnDisk) as caught:
        _export(bundle, images, renderer, expected=known)
    assert Difference(name, "changed") in caught.value.differences
    assert snapshot(bundle.parent) == before
    _export(bundle, images, renderer, expected=known, force=True)
    assert reopen(bundle).is_exported


def test_a_page_that_was_changed_before_it_was_opened_is_kept_too(bundle, images, renderer, reopen):
    (bundle / "index.html").write_text("theirs")
    opened = reopen(bundle)
    assert opened.differences == (Difference("index.html", "changed"),)
    with pytest.raises(ChangedOnDisk, match=r"index\.html"):
        _export(bundle, images, renderer, expected=opened.fingerprint)


def test_an_article_that_was_saved_since_the_export_is_no_conflict(
    bundle, images, renderer, reopen
):
    known = save_article(bundle, REVISED, images, reopen(bundle).fingerprint).fingerprint
    _export(bundle, images, renderer, expected=known)
    assert reopen(bundle).is_exported


def test_a_page_in_a_bundle_that_was_never_exported_is_somebody_elses(tmp_path, images, renderer):
    known = save_article(tmp_path / "tides", REVISED, images).fingerprint
    (tmp_path / "tides" / "index.html").write_text("theirs")
    with pytest.raises(ChangedOnDisk) as caught:
        _export(tmp_path / "tides", images, renderer, expected=known)
    assert caught.value.differences == (Difference("index.html", "added"),)


def test_a_damaged_manifest_vouches_for_nothing(bundle, images, renderer):
    (bundle / "manifest.json").write_text("{")
    with pytest.raises(ChangedOnDisk):
        _export(bundle, images, renderer)


def test_foreign_files_come_along(bundle, images, renderer, reopen):
    (bundle / "notes.txt").write_text("mine")
    (bundle / "drafts" / "old").mkdir(parents=True)
    (bundle / "drafts" / "old" / "a.txt").write_text("mine too")
    (bundle / "assets" / "source.psd").write_bytes(b"layers")
    (bundle / "tables" / "extra.csv").write_text("a,b")
    _export(bundle, images, renderer)
    assert (bundle / "notes.txt").read_text() == "mine"
    assert (bundle / "drafts" / "old" / "a.txt").read_text() == "mine too"
    assert (bundle / "assets" / "source.psd").read_bytes() == b"layers"
    assert (bundle / "tables" / "extra.csv").read_text() == "a,b"
    assert reopen(bundle).is_exported
    assert sorted(path.name for path in bundle.parent.iterdir()) == ["publication.toml", "tides"]


def test_what_the_article_no_longer_has_goes(bundle, renderer):
    plain = replace(REVISED.metadata, image="")
    article = replace(REVISED, metadata=plain, body="Nothing is shown.\n", images=(), tables=())
    _export(bundle, {}, renderer, article)
    assert not (bundle / "assets").exists()
    assert not (bundle / "tables").exists()


def test_a_foreign_file_in_the_place_of_one_of_ours_is_kept_beside_it(bundle, images, renderer):
    plain = replace(REVISED, tables=())
    _export(bundle, images, renderer, plain)
    (bundle / "tables").write_text("a file of that name")
    _export(bundle, images, renderer)
    assert (bundle / "tables").is_dir()
    assert (bundle / "tables.kept").read_text() == "a file of that name"


@posix
def test_foreign_links_come_along_as_links(bundle, images, renderer, tmp_path):
    (tmp_path / "far").write_text("far")
    (bundle / "far").symlink_to(tmp_path / "far")
    (bundle / "dangling").symlink_to(tmp_path / "nowhere")
    _export(bundle, images, renderer)
    assert (bundle / "far").readlink() == tmp_path / "far"
    assert (bundle / "dangling").is_symlink()


@posix
def test_a_folder_keeps_its_permissions(bundle, images, renderer):
    bundle.chmod(0o750)
    _export(bundle, images, renderer)
    assert bundle.stat().st_mode & 0o777 == 0o750


def test_foreign_files_in_a_zip_come_along(tmp_path, images, renderer, reopen):
    target = tmp_path / "tides.zip"
    _export(target, images, renderer, sound())
    with zipfile.ZipFile(target, "a") as packed:
        packed.writestr("notes/mine.txt", "mine")
    _export(target, images, renderer)
    with zipfile.ZipFile(target) as packed:
        assert packed.read("notes/mine.txt") == b"mine"
    assert reopen(target).article == REVISED


def test_a_folder_of_other_things_is_not_replaced(tmp_path, renderer):
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(UserError, match="is no bundle"):
        _export(tmp_path, {}, renderer, minimal(), force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_disk_that_refuses_the_swap_leaves_the_old_bundle(
    bundle, images, renderer, monkeypatch, snapshot
):
    before = snapshot(bundle.parent)
    honest = Path.rename

    def rename(self, target):
        if self.name == "new":
            raise PermissionError(13, "Permission denied", str(self))
        return honest(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(UserError, match="could not be exported"):
        _export(bundle, images, renderer)
    assert snapshot(bundle.parent) == before


def test_foreign_files_that_cannot_move_now_move_at_the_next_opening(
    bundle, images, renderer, monkeypatch, reopen
):
    (bundle / "notes.txt").write_text("mine")
    honest = Path.rename

    def rename(self, target):
        if self.name == "notes.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return honest(self, target)

    with monkeypatch.context() as refusing:
        refusing.setattr(Path, "rename", rename)
        done = _export(bundle, images, renderer)
    assert _article_in(bundle) == REVISED
    opened = reopen(bundle)
    assert opened.fingerprint == done.fingerprint
    assert (bundle / "notes.txt").read_text() == "mine"


def test_two_programs_do_not_write_one_bundle_at_once(bundle, images, renderer, monkeypatch):
    monkeypatch.setattr(workbench, "PATIENCE", 0.05)
    with workbench.held(bundle), pytest.raises(UserError, match="another program"):
        _export(bundle, images, renderer)
    _export(bundle, images, renderer)


def test_a_whole_disk_is_no_bundle():
    with pytest.raises(UserError):
        write.save_article(Path(Path.cwd().anchor), minimal(), {})


def test_an_article_of_another_kind_of_name_is_found_by_its_article_json(bundle, images, reopen):
    known = reopen(bundle / "article.json").fingerprint
    written = save_article(bundle / "article.json", REVISED, images, known)
    assert written.path == bundle
    assert _article_in(bundle) == REVISED


def test_a_new_article_can_be_exported_where_nothing_is(tmp_path, renderer):
    article = minimal()
    _export(tmp_path / "deep" / "down", {}, renderer, article)
    assert _article_in(tmp_path / "deep" / "down") == article
