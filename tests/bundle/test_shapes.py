"""The lead image in other shapes: in the bundle, in its page and markup, and nowhere else."""

import zipfile
from dataclasses import replace

import pytest
from PIL import Image as Picture

from palmetto_editor.bundle.conflicts import ChangedOnDisk
from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.progress import Cancelled
from palmetto_editor.bundle.read import open_bundle
from palmetto_editor.bundle.verify import verify
from palmetto_editor.bundle.write import save_article
from palmetto_editor.checks.graph import published
from palmetto_editor.errors import UserError
from palmetto_editor.model.values import Image
from pictures import png, read, written
from sample_articles import full, pictured, publication

ARTICLE = pictured()
SHAPES = {f"beach-plan-{name}.png" for name in ("4x3", "1x1", "share")}


def _lead(image, article=ARTICLE):
    """The article with this image in the lead, and no other that is new."""
    images = (image, *(one for one in article.images if one.id != image.id))
    return replace(article, images=images, metadata=replace(article.metadata, image=image.id))


def _assets(path):
    return {file.name for file in (path / "assets").iterdir()}


@pytest.fixture
def lead(tmp_path, images, renderer):
    """Exports the article with a lead image of given bytes; gives where the bundle is."""

    def make(file, data, article=ARTICLE, **options):
        (tmp_path / file).write_bytes(data)
        asset = {**images, file: tmp_path / file}
        led = _lead(Image(id="lead", file=file, alt="A tide"), article)
        return export(
            led, publication(), tmp_path / "tides", asset, renderer=renderer, **options
        ).path

    return make


def test_the_shapes_have_the_sizes_that_markup_and_head_say(lead):
    path = lead("a.png", png(320, 180), replace(ARTICLE, metadata=full().metadata))
    names = ("a-4x3.png", "a-1x1.png", "a-share.png")
    sizes = {name: read((path / "assets" / name).read_bytes()).size for name in names}
    assert sizes == {
        "a-4x3.png": (320, 240),
        "a-1x1.png": (320, 320),
        "a-share.png": (343, 180),
    }
    html = (path / "index.html").read_text("utf-8")
    assert 'og:image:width" content="343"' in html
    too_small = {"graph.image-width", "head.share-image-size"}  # as it is: large ones take long
    assert {finding.rule for finding in published(html)} == too_small


@pytest.mark.parametrize(
    ("file", "data", "made"),
    [
        ("a.png", png(240, 100), {"a-16x9.png", "a-4x3.png", "a-1x1.png", "a-share.png"}),
        (
            "a.jpg",
            written(Picture.new("L", (240, 180)), "JPEG"),
            {"a-16x9.jpg", "a-1x1.jpg", "a-share.jpg"},
        ),
        ("a.svg", b'<svg viewBox="0 0 1600 900"/>', {"a-4x3.svg", "a-1x1.svg"}),
        ("a.svg", b"<svg/>", set()),
        ("a.png", b"of no size", set()),
    ],
)
def test_each_kind_of_image_has_its_shapes(lead, renderer, file, data, made):
    path = lead(file, data)
    assert _assets(path) - {image.file for image in ARTICLE.images} == {file} | made
    assert verify(path, renderer) == ()


def test_a_photo_taken_upright_is_offered_upright(lead):
    exif = Picture.Exif()
    exif[0x0112] = 6
    photo = written(Picture.new("RGB", (320, 240)), "JPEG", exif=exif)
    path = lead("a.jpg", photo)
    made = read((path / "assets" / "a-16x9.jpg").read_bytes())
    assert made.size == (569, 320)
    assert made.getpixel((160, 160)) == (255, 255, 255)
    assert made.getpixel((284, 2)) == (0, 0, 0)


def test_the_names_of_images_are_left_to_them(tmp_path, images, renderer, reopen):
    other = Image(id="other", file="beach-plan-4x3.png", alt="Another")
    article = replace(ARTICLE, images=(*ARTICLE.images, other))
    asset = {**images, other.file: tmp_path / "other.png"}
    asset[other.file].write_bytes(png(7, 5))
    path = export(article, publication(), tmp_path / "tides", asset, renderer=renderer).path
    assert (path / "assets" / other.file).read_bytes() == png(7, 5)
    assert (path / "assets" / "beach-plan-4x3-2.png").exists()
    assert reopen(path).article == article


@pytest.mark.parametrize("target", ["tides", "tides.zip"])
def test_opened_again_they_are_no_images_of_the_article(tmp_path, images, renderer, reopen, target):
    path = export(ARTICLE, publication(), tmp_path / target, images, renderer=renderer).path
    opened = reopen(path)
    assert opened.article == ARTICLE
    assert set(opened.asset) == {image.file for image in ARTICLE.images}
    assert opened.differences == ()
    assert opened.is_exported
    assert verify(path, renderer) == ()


@pytest.mark.parametrize("chosen", ["bird", ""])
@pytest.mark.parametrize("target", ["tides", "tides.zip"])
def test_another_lead_image_leaves_none_behind(tmp_path, images, renderer, target, chosen):
    target = tmp_path / target
    done = export(ARTICLE, publication(), target, images, renderer=renderer)
    article = replace(ARTICLE, metadata=replace(ARTICLE.metadata, image=chosen))
    export(article, publication(), target, images, done.fingerprint, renderer=renderer)
    if target.is_dir():
        found = _assets(target)
    else:
        with zipfile.ZipFile(target) as packed:
            found = {name.removeprefix("assets/") for name in packed.namelist()}
    assert not SHAPES & found
    assert ("bird-4x3.jpg" in found) is (chosen == "bird")


def test_without_an_address_none_is_made(tmp_path, images, renderer):
    home = replace(publication(), base_url="")
    path = export(
        ARTICLE, home, tmp_path / "tides", images, renderer=renderer, forced="A draft."
    ).path
    assert _assets(path) == {image.file for image in ARTICLE.images}


@pytest.mark.parametrize(
    ("file", "data"), [("a.png", png(240, 135)[:-30]), ("a.png", b"<svg width='9' height='5'/>")]
)
def test_a_damaged_lead_image_is_told_and_nothing_is_written(lead, tmp_path, file, data):
    with pytest.raises(UserError, match=r"The lead image a\.png could not be put") as caught:
        lead(file, data)
    assert "another lead image" in str(caught.value)
    assert not (tmp_path / "tides").exists()


def test_making_them_is_told_and_can_be_stopped(lead, tmp_path, listening):
    progress = listening("Making a-4x3.png")
    with pytest.raises(Cancelled):
        lead("a.png", png(240, 100), progress=progress)
    assert "Making a-1x1.png" not in progress.words
    assert not (tmp_path / "tides").exists()
    progress = listening()
    lead("a.png", png(240, 100), progress=progress)
    assert progress.shares == sorted(progress.shares)
    assert sum(words.startswith("Making a-") for words in progress.words) == 4


def test_one_that_a_stranger_changed_is_not_written_over(bundle, images, renderer, reopen):
    shape = bundle / "assets" / "beach-plan-1x1.png"
    shape.write_bytes(b"a better cut")
    opened = reopen(bundle)
    assert [difference.file for difference in opened.differences] == ["assets/beach-plan-1x1.png"]
    with pytest.raises(ChangedOnDisk, match=r"beach-plan-1x1\.png"):
        export(ARTICLE, publication(), bundle, images, opened.fingerprint, renderer=renderer)
    assert shape.read_bytes() == b"a better cut"


def test_a_strangers_file_of_such_a_name_is_asked_about(tmp_path, images, renderer):
    known = save_article(tmp_path / "tides", ARTICLE, images).fingerprint
    stranger = tmp_path / "tides" / "assets" / "beach-plan-1x1.png"
    stranger.write_bytes(b"mine")
    known = open_bundle(tmp_path / "tides", tmp_path / "w").fingerprint
    with pytest.raises(ChangedOnDisk, match=r"beach-plan-1x1\.png"):
        export(ARTICLE, publication(), tmp_path / "tides", images, known, renderer=renderer)
    assert stranger.read_bytes() == b"mine"


def test_saving_leaves_them_to_the_export(bundle, images, renderer, reopen):
    article = replace(ARTICLE, metadata=replace(ARTICLE.metadata, image=""))
    saved = save_article(bundle, article, images, reopen(bundle).fingerprint)
    assert _assets(bundle) >= SHAPES
    export(article, publication(), bundle, images, saved.fingerprint, renderer=renderer)
    assert not SHAPES & _assets(bundle)


def test_one_that_is_gone_is_told_as_any_file_of_the_bundle(bundle, renderer):
    (bundle / "assets" / "beach-plan-share.png").unlink()
    rules = [finding.rule for finding in verify(bundle, renderer)]
    assert rules == ["bundle.missing", "bundle.unreadable"]


def test_one_that_no_manifest_misses_is_told_too(bundle, renderer, vouch):
    (bundle / "assets" / "beach-plan-share.png").unlink()
    vouch(bundle)
    found = {(finding.rule, str(finding.place)) for finding in verify(bundle, renderer)}
    assert ("parity.image-file", "bundle[assets/beach-plan-share.png]") in found


def test_an_export_of_a_version_that_made_none_is_advised_to_be_made_anew(bundle, renderer, vouch):
    for name in SHAPES:
        (bundle / "assets" / name).unlink()
    vouch(bundle, version="0.0.1")
    told = {(f.rule, f.severity) for f in verify(bundle, renderer) if "4x3" in str(f.place)}
    assert told == {("parity.image-file", "error"), ("bundle.not-reproduced", "advice")}
