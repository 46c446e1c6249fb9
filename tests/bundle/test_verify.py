import json
import shutil
from dataclasses import replace

import pytest

from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.manifest import MANIFEST, build, decode, encode
from palmetto_editor.bundle.read import open_bundle
from palmetto_editor.bundle.verify import verify
from palmetto_editor.bundle.write import save_article
from palmetto_editor.errors import UserError
from sample_articles import minimal, publication, short


@pytest.fixture
def found(renderer):
    """(rule, severity, place) of each finding in a bundle."""
    return lambda path: [(f.rule, f.severity, str(f.place)) for f in verify(path, renderer)]


def test_an_intact_bundle_has_nothing_wrong(bundle, found, snapshot):
    before = snapshot(bundle.parent)
    assert found(bundle) == []
    assert found(bundle / "article.json") == []
    assert snapshot(bundle.parent) == before


def test_an_intact_zip_has_nothing_wrong(tmp_path, images, renderer, found):
    export(short(), publication(), tmp_path / "tides.zip", images, renderer=renderer)
    assert found(tmp_path / "tides.zip") == []


def test_a_bundle_is_the_same_elsewhere(bundle, tmp_path, found):
    shutil.copytree(bundle, tmp_path / "away" / "other-name")
    assert found(tmp_path / "away" / "other-name") == []


def test_an_article_saved_since_is_told_as_that(bundle, images, reopen, found):
    article = replace(short(), body="Another body.\n")
    save_article(bundle, article, images, reopen(bundle).fingerprint)
    assert found(bundle) == [("bundle.saved-since", "warning", "bundle[article.json]")]


def test_an_image_that_waits_for_its_export_is_no_strangers(bundle, images, reopen, found):
    article = short()
    image = replace(article.images[0], id="new", file="new.png")
    source = {**images, "new.png": next(iter(images.values()))}
    changed = replace(article, images=(*article.images, image))
    save_article(bundle, changed, source, reopen(bundle).fingerprint)
    assert found(bundle) == [("bundle.saved-since", "warning", "bundle[article.json]")]


@pytest.mark.parametrize(
    "name", ["index.html", "article.md", "references.json", "publication.toml"]
)
def test_a_file_that_a_stranger_changed_is_an_error(bundle, found, name):
    (bundle / name).write_bytes((bundle / name).read_bytes() + b"\n")
    assert ("bundle.changed", "error", f"bundle[{name}]") in found(bundle)


def test_a_file_that_is_gone_is_an_error(bundle, found):
    (bundle / "article.jsonld").unlink()
    (bundle / "assets" / "bird.jpg").unlink()
    rules = found(bundle)
    assert ("bundle.missing", "error", "bundle[article.jsonld]") in rules
    assert ("bundle.missing", "error", "bundle[assets/bird.jpg]") in rules
    assert ("bundle.unreadable", "error", "bundle[article.jsonld]") in rules


def test_files_of_others_are_advice(bundle, found):
    (bundle / "notes.txt").write_text("mine")
    (bundle / "assets" / "source.psd").write_text("mine")
    (bundle / ".DS_Store").write_text("")
    assert found(bundle) == [
        ("bundle.foreign", "advice", "bundle[assets/source.psd]"),
        ("bundle.foreign", "advice", "bundle[notes.txt]"),
    ]


def test_a_bundle_that_was_never_exported_is_told_as_that(tmp_path, found):
    save_article(tmp_path / "tides", minimal(), {})
    assert found(tmp_path / "tides") == [
        ("bundle.not-exported", "warning", "bundle[manifest.json]")
    ]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("index.html", b"twelve", b"thirteen"),
        ("article.jsonld", b'"headline": "', b'"headline": "Not '),
        ("references.json", b"Journal of Shores", b"Journal of Hills"),
        ("tables/counts.csv", b"first", b"third"),
        ("article.md", b"tide", b"tied"),
    ],
)
def test_a_manifest_made_to_fit_does_not_hide_a_change(bundle, found, name, old, new, vouch):
    data = (bundle / name).read_bytes()
    assert old in data
    (bundle / name).write_bytes(data.replace(old, new))
    vouch(bundle)
    rules = found(bundle)
    assert ("bundle.not-reproduced", "error", f"bundle[{name}]") in rules
    if name != "article.md":
        assert any(rule.startswith("parity") for rule, _, _ in rules)


def test_an_article_changed_under_a_manifest_made_to_fit_is_found(bundle, found, vouch):
    data = (bundle / "article.json").read_bytes()
    (bundle / "article.json").write_bytes(data.replace(b'"headline": "', b'"headline": "Not '))
    vouch(bundle)
    assert any(place == "metadata.headline" for _, _, place in found(bundle))


def test_an_export_by_another_version_is_told_as_that(bundle, found):
    manifest = json.loads((bundle / MANIFEST).read_bytes())
    manifest["generator"]["version"] = "0.0.1"
    page = bundle / "article.md"
    page.write_bytes(page.read_bytes() + b"\n")
    (bundle / MANIFEST).write_text(json.dumps(manifest))
    made = decode((bundle / MANIFEST).read_bytes())
    files = {name: (bundle / name).read_bytes() for name in made.files}
    (bundle / MANIFEST).write_bytes(encode(replace(build(files), version="0.0.1")))
    assert found(bundle) == [("bundle.not-reproduced", "advice", "bundle[article.md]")]


def test_a_profile_that_cannot_be_read_stops_only_the_comparison(bundle, found, vouch):
    (bundle / "publication.toml").write_text('titel = "x"')
    vouch(bundle)
    assert found(bundle) == [("bundle.not-reproduced", "error", "bundle[index.html]")]


def test_a_manifest_that_forgets_a_file_is_found(bundle, found):
    manifest = decode((bundle / MANIFEST).read_bytes())
    files = {name: stamp for name, stamp in manifest.files.items() if name != "article.md"}
    (bundle / MANIFEST).write_bytes(encode(replace(manifest, files=files)))
    (bundle / "article.md").unlink()
    assert found(bundle) == [("bundle.unreadable", "error", "bundle[article.md]")]


@pytest.mark.parametrize("name", ["article.json", "manifest.json"])
def test_what_cannot_be_read_is_no_finding_but_an_error(bundle, found, name):
    (bundle / name).write_text("{")
    with pytest.raises(UserError, match=name):
        found(bundle)


def test_opening_and_verifying_agree(bundle, found, tmp_path):
    assert open_bundle(bundle, tmp_path, in_place=True).is_exported
    assert found(bundle) == []
