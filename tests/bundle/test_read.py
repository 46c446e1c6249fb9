import json
import os
import shutil
import sys
import zipfile
from dataclasses import replace

import pytest

from palmetto_editor.bundle.codec import encode_article
from palmetto_editor.bundle.manifest import Difference
from palmetto_editor.bundle.profile import encode_publication
from palmetto_editor.bundle.read import open_bundle
from palmetto_editor.bundle.workbench import bench_of
from palmetto_editor.bundle.write import save_article
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Publication
from sample_articles import minimal, publication, short

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


def _packed(folder, target, top=""):
    with zipfile.ZipFile(target, "w") as packed:
        for path in sorted(folder.rglob("*")):
            packed.write(path, top + str(path.relative_to(folder)))
    return target


def test_a_folder_its_article_and_its_zip_are_one_bundle(bundle, tmp_path, reopen):
    profile = bundle.parent / "publication.toml"
    shutil.copy(profile, tmp_path)
    packed = _packed(bundle, tmp_path / "tides.zip")
    nested = _packed(bundle, tmp_path / "nested.zip", "sandpipers-and-tides/")
    first = reopen(bundle)
    for path in (bundle / "article.json", packed, nested):
        opened = reopen(path)
        assert opened.article == first.article
        assert opened.publication == first.publication
        assert opened.fingerprint == first.fingerprint
        assert opened.differences == ()
        assert opened.is_exported
        assert {n: p.read_bytes() for n, p in opened.asset.items()} == {
            n: p.read_bytes() for n, p in first.asset.items()
        }
    assert reopen(bundle / "article.json").path == bundle
    assert reopen(packed).path == packed


def test_a_zip_may_have_any_name(bundle, tmp_path, reopen):
    assert reopen(_packed(bundle, tmp_path / "tides.palmetto")).article == short()


def test_the_profile_above_comes_before_the_copy(bundle, reopen):
    changed = replace(publication(), name="Renamed")
    (bundle.parent / "publication.toml").write_text(encode_publication(changed))
    opened = reopen(bundle)
    assert opened.publication == changed
    assert opened.profile == bundle.parent / "publication.toml"
    assert not opened.is_exported, "its page does not show this publication"


def test_elsewhere_a_bundle_opens_with_its_copy(bundle, tmp_path, reopen):
    away = tmp_path / "away" / "tides"
    shutil.copytree(bundle, away)
    opened = reopen(away)
    assert opened.publication == publication()
    assert opened.profile == away / "publication.toml"
    assert opened.is_exported


def test_an_article_may_have_no_publication(tmp_path, reopen):
    save_article(tmp_path / "tides", minimal(), {})
    assert reopen(tmp_path / "tides").publication is None


def test_images_outlive_the_bundle(bundle, reopen):
    opened = reopen(bundle)
    name, path = next(iter(opened.asset.items()))
    data = (bundle / "assets" / name).read_bytes()
    shutil.rmtree(bundle)
    assert path.read_bytes() == data


def test_images_of_one_opening_are_not_those_of_the_next(bundle, reopen):
    first = reopen(bundle).asset
    assert first.keys() == reopen(bundle).asset.keys()
    assert not set(first.values()) & set(reopen(bundle).asset.values())


def test_commands_look_at_images_where_they_lie(bundle, tmp_path):
    opened = open_bundle(bundle, tmp_path / "workspace", in_place=True)
    assert {path.parent for path in opened.asset.values()} == {bundle / "assets"}
    assert not (tmp_path / "workspace").exists()


def test_each_file_that_is_not_as_it_was_exported_is_told(bundle, reopen):
    (bundle / "index.html").write_text("theirs")
    (bundle / "article.md").unlink()
    (bundle / "notes.txt").write_text("theirs")
    opened = reopen(bundle)
    assert opened.differences == (
        Difference("index.html", "changed"),
        Difference("article.md", "missing"),
    )
    assert not opened.is_exported


def test_an_article_saved_since_is_no_difference(bundle, images, reopen):
    save_article(bundle, replace(short(), body="x\n"), images, reopen(bundle).fingerprint)
    opened = reopen(bundle)
    assert opened.differences == ()
    assert not opened.is_exported


def _refused(path, reopen, snapshot):
    before = snapshot(path.parent) if path.parent.exists() else {}
    with pytest.raises(UserError) as caught:
        reopen(path)
    after = snapshot(path.parent) if path.parent.exists() else {}
    assert {name: data for name, data in after.items() if "workspace" not in name} == before
    assert all((caught.value.what, caught.value.why, caught.value.remedy))
    return str(caught.value)


def test_an_article_json_opens_where_a_crash_has_put_its_folder_aside(bundle, reopen):
    bench_of(bundle).mkdir()
    bundle.rename(bench_of(bundle) / "old")
    assert reopen(bundle / "article.json").article == short()


@posix
def test_a_linked_bench_is_not_followed(bundle, images, tmp_path, reopen):
    (tmp_path / "precious" / "new").mkdir(parents=True)
    bench_of(bundle).symlink_to(tmp_path / "precious")
    assert reopen(bundle).article == short()
    with pytest.raises(UserError, match="is a link"):
        save_article(bundle, short(), images, reopen(bundle).fingerprint)
    assert (tmp_path / "precious" / "new").is_dir()


@pytest.mark.parametrize("path", ["nowhere", "nowhere/article.json", "x" * 300, "a\0b"])
def test_what_is_not_there_cannot_be_opened(tmp_path, reopen, snapshot, path):
    _refused(tmp_path / path, reopen, snapshot)


def test_a_folder_without_an_article_is_no_bundle(tmp_path, reopen, snapshot):
    (tmp_path / "tides").mkdir()
    assert "article.json" in _refused(tmp_path / "tides", reopen, snapshot)


def test_a_file_of_another_kind_is_no_bundle(tmp_path, reopen, snapshot):
    (tmp_path / "letter.txt").write_text("Dear")
    assert "neither a zip" in _refused(tmp_path / "letter.txt", reopen, snapshot)


def test_a_zip_without_an_article_is_no_bundle(tmp_path, reopen, snapshot):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr("letter.txt", "Dear")
    assert "missing" in _refused(tmp_path / "x.zip", reopen, snapshot)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("article.json", '{"format": "palmetto-article", "version": 99}'),
        ("article.json", "{"),
        ("manifest.json", '{"format": "palmetto-bundle", "version": 99}'),
        ("manifest.json", "null"),
        ("manifest.json", '{"files": [{"path": "../../etc/passwd"}]}'),
    ],
)
def test_a_damaged_or_newer_bundle_is_refused_whole(bundle, reopen, snapshot, name, text):
    (bundle / name).write_text(text)
    assert name in _refused(bundle, reopen, snapshot)


def test_a_damaged_profile_is_named_with_its_path(bundle, reopen, snapshot):
    profile = bundle.parent / "publication.toml"
    profile.write_text('titel = "x"')
    said = _refused(bundle, reopen, snapshot)
    assert str(profile) in said
    assert "“titel”" in said


@pytest.mark.parametrize("name", ["article.json", "manifest.json"])
def test_a_folder_in_the_place_of_a_file_is_refused(bundle, reopen, snapshot, name):
    (bundle / name).unlink()
    (bundle / name).mkdir()
    assert name in _refused(bundle, reopen, snapshot)


@posix
@pytest.mark.parametrize("name", ["article.json", "manifest.json", "publication.toml"])
def test_a_pipe_in_the_place_of_a_file_is_refused_without_waiting(bundle, tmp_path, reopen, name):
    away = tmp_path / "away"
    shutil.move(bundle, away)
    (away / name).unlink()
    os.mkfifo(away / name)
    with pytest.raises(UserError, match=name):
        reopen(away)


@posix
def test_a_pipe_is_no_bundle(tmp_path, reopen):
    os.mkfifo(tmp_path / "tides")
    with pytest.raises(UserError, match="is no bundle"):
        reopen(tmp_path / "tides")


@posix
@pytest.mark.parametrize("name", ["article.json", "manifest.json"])
def test_a_link_in_the_place_of_a_file_is_refused(bundle, tmp_path, reopen, name):
    (bundle / name).rename(tmp_path / "real")
    (bundle / name).symlink_to(tmp_path / "real")
    with pytest.raises(UserError, match="links"):
        reopen(bundle)


@posix
def test_an_image_that_is_a_link_is_not_taken_in(tmp_path, reopen):
    (tmp_path / "secret.png").write_bytes(b"secret")
    target = tmp_path / "tides"
    target.mkdir()
    (target / "article.json").write_bytes(encode_article(short()))
    (target / "assets").mkdir()
    (target / "assets" / "bird.jpg").symlink_to(tmp_path / "secret.png")
    assert reopen(target).asset == {}


@posix
def test_a_folder_of_images_that_is_a_link_is_not_followed(tmp_path, reopen):
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "bird.jpg").write_bytes(b"secret")
    target = tmp_path / "tides"
    target.mkdir()
    (target / "article.json").write_bytes(encode_article(short()))
    (target / "assets").symlink_to(tmp_path / "private")
    assert reopen(target).asset == {}


@posix
def test_a_link_that_leads_nowhere_or_in_circles_is_no_bundle(tmp_path, reopen):
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    for name in ("round", "gone"):
        with pytest.raises(UserError):
            reopen(tmp_path / name)


def test_a_giant_article_is_not_read(tmp_path, reopen):
    target = tmp_path / "tides"
    target.mkdir()
    with (target / "article.json").open("wb") as file:
        file.truncate(100 * 2**20)
    with pytest.raises(UserError, match="larger than"):
        reopen(target)


def test_a_folder_of_very_many_files_is_not_read(tmp_path, reopen, monkeypatch):
    monkeypatch.setattr("palmetto_editor.bundle.contents.MOST_FILES", 5)
    target = tmp_path / "tides"
    save_article(target, minimal(), {})
    (target / "assets").mkdir()
    for number in range(6):
        (target / "assets" / f"{number}.png").touch()
    with pytest.raises(UserError, match="more than 5 files"):
        reopen(target)


def test_nothing_is_left_of_a_hostile_zip(tmp_path, reopen, snapshot):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr("article.json", json.dumps({}))
        packed.writestr("../../evil.txt", "x")
    assert "leads out" in _refused(tmp_path / "x.zip", reopen, snapshot)
    assert not (tmp_path.parent.parent / "evil.txt").exists()


def test_a_publication_is_not_needed_to_be_told_apart_from_none(bundle, tmp_path, reopen):
    away = tmp_path / "away"
    shutil.move(bundle, away)
    (away / "publication.toml").unlink()
    opened = reopen(away)
    assert opened.publication is None
    assert opened.differences == (Difference("publication.toml", "missing"),)
    assert Publication() != publication()
