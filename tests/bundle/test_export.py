import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given

from examples import examples
from palmetto_editor.bundle import export as exporting
from palmetto_editor.bundle import layout
from palmetto_editor.bundle.archive import write_zip
from palmetto_editor.bundle.conflicts import ChangedOnDisk
from palmetto_editor.bundle.export import NotWhole, export
from palmetto_editor.bundle.layout import read_csv, table_csv
from palmetto_editor.bundle.manifest import MANIFEST, decode
from palmetto_editor.bundle.profile import decode_publication
from palmetto_editor.bundle.progress import Cancelled
from palmetto_editor.bundle.read import open_bundle
from palmetto_editor.bundle.verify import verify
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Column, Image, Metadata, Table
from sample_articles import clean, full, minimal, publication, short
from strategies import articles, plain_texts, publications, tables

ARTICLE = short()
FILES = {
    "article.json",
    "index.html",
    "article.jsonld",
    "article.md",
    "references.json",
    "publication.toml",
    "manifest.json",
}


def test_a_bundle_has_its_files_and_no_others(bundle, snapshot):
    found = {name for name, data in snapshot(bundle).items() if data is not None}
    tables = {f"tables/{table.id}.csv" for table in ARTICLE.tables}
    images = {f"assets/{image.file}" for image in ARTICLE.images}
    shapes = {f"assets/beach-plan-{name}.png" for name in ("4x3", "1x1", "share")}
    assert found == FILES | tables | images | shapes
    assert sorted(path.name for path in bundle.parent.iterdir()) == ["publication.toml", "tides"]


def test_the_manifest_names_every_other_file(bundle, snapshot):
    manifest = decode((bundle / MANIFEST).read_bytes())
    found = {name for name, data in snapshot(bundle).items() if data is not None}
    assert set(manifest.files) | {MANIFEST} == found


def test_what_was_exported_opens_as_it_was(bundle, reopen):
    opened = reopen(bundle)
    assert opened.article == ARTICLE
    assert opened.publication == publication()
    assert opened.is_exported
    assert opened.differences == ()


def test_works_of_every_kind_come_back(tmp_path, images, renderer, reopen):
    kinds = {one.type for one in full().references}
    assert {one.type for one in clean().references} == kinds
    for name in ("tides", "tides.zip"):
        export(clean(), publication(), tmp_path / name, images, renderer=renderer)
        assert reopen(tmp_path / name).article == clean()
        assert verify(tmp_path / name, renderer) == ()


def test_the_same_article_gives_the_same_bytes(bundle, tmp_path, images, renderer, snapshot):
    for name in ("again", "first.zip", "second.zip"):
        export(ARTICLE, publication(), tmp_path / name, images, renderer=renderer)
    assert snapshot(tmp_path / "again") == snapshot(bundle)
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()


def test_a_zip_is_the_same_bundle(bundle, tmp_path, images, renderer, snapshot):
    export(ARTICLE, publication(), tmp_path / "tides.zip", images, renderer=renderer)
    with zipfile.ZipFile(tmp_path / "tides.zip") as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    assert files == {name: data for name, data in snapshot(bundle).items() if data is not None}


@examples(5)
@given(article=articles(plain_texts), shared=publications(plain_texts))
def test_any_article_comes_back_from_its_bundle(
    article, shared, tmp_path_factory, renderer, images
):
    home = tmp_path_factory.mktemp("any")
    image = next(iter(images.values()))
    asset = {one.file: image for one in article.images if one.file}
    folder, packed = home / "folder", home / "packed.zip"
    export(article, shared, folder, asset, forced="As it came.", renderer=renderer)
    files = [path for path in folder.rglob("*") if path.is_file()]
    packed.write_bytes(
        write_zip({file.relative_to(folder).as_posix(): file.read_bytes() for file in files})
    )
    for target in (folder, packed):
        opened = open_bundle(target, home / "workspace")
        assert opened.article == article
        assert opened.publication == shared
        assert opened.is_exported
        assert {name: path.read_bytes() for name, path in opened.asset.items()} == {
            name: image.read_bytes() for name in asset
        }


@examples(20)
@given(tables())
def test_a_table_comes_back_from_its_csv(table):
    expected = [[column.label for column in table.columns], *map(list, table.rows)]
    assert read_csv(table_csv(table)) == expected


def test_a_cell_that_a_spreadsheet_takes_for_a_formula_is_left_as_it_is():
    columns = (Column(id="a", label="=1+1"), Column(id="b", label="+x"))
    data = table_csv(Table(id="t", columns=columns, rows=(("-2", "@a, “b”\nc"),)))
    assert data.decode() == '=1+1,+x\r\n-2,"@a, “b”\nc"\r\n'


def test_a_cell_may_be_longer_than_the_csv_module_expects():
    table = Table(id="t", columns=(Column(id="a"),), rows=(("x" * 200_000,),))
    assert read_csv(table_csv(table))[1] == ["x" * 200_000]
    assert csv.field_size_limit() == layout.LONGEST_CELL


def test_the_graph_on_its_own_is_the_one_in_the_page(bundle):
    graph = (bundle / "article.jsonld").read_text("utf-8")
    assert graph.strip() in (bundle / "index.html").read_text("utf-8")
    assert json.loads(graph)["@context"] == "https://schema.org"


def test_only_images_that_the_article_names_are_written(tmp_path, images, renderer):
    export(minimal(), Publication(), tmp_path / "tides", images, renderer=renderer)
    assert not (tmp_path / "tides" / "assets").exists()


def test_an_image_whose_bytes_are_nowhere_stops_the_export(tmp_path, renderer):
    article = replace(minimal(), images=(Image(id="i", file="x.png"),))
    with pytest.raises(UserError, match=r"x\.png is missing"):
        export(article, Publication(), tmp_path / "tides", {}, renderer=renderer)
    assert list(tmp_path.iterdir()) == []


def test_an_article_that_could_not_be_opened_again_is_not_written(tmp_path, renderer):
    with pytest.raises(UserError, match="at id"):
        export(Article(id="../x"), Publication(), tmp_path / "x", {}, renderer=renderer)
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_no_file_can_keep_is_named_before_anything_is_made(tmp_path, renderer):
    article = replace(minimal(), body="half \ud83e of it")
    with pytest.raises(UserError, match="at body"):
        export(article, Publication(), tmp_path / "x", {}, renderer=renderer)
    assert list(tmp_path.iterdir()) == []


def test_a_base_url_without_its_slash_is_completed(tmp_path, renderer):
    shared = Publication(base_url="https://example.org/notes")
    export(minimal(), shared, tmp_path / "tides", {}, renderer=renderer)
    copy = decode_publication((tmp_path / "tides" / "publication.toml").read_text("utf-8"))
    assert copy.base_url == "https://example.org/notes/"


def _falsified(monkeypatch, name, change):
    """Every export now writes one file otherwise than the article says."""
    honest = exporting.files

    def files(*given):
        made = honest(*given)
        made[name] = change(made[name])
        return made

    monkeypatch.setattr(exporting, "files", files)


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("index.html", b"</h1>", b"!</h1>", "metadata.headline"),
        ("article.jsonld", b'"headline": "', b'"headline": "X', "metadata"),
        ("references.json", b'"title": "', b'"title": "X', "references["),
        ("tables/sites.csv", b"\r\n", b",\r\n", "tables[sites]"),
        ("article.json", b'"section": "', b'"section": "X', "bundle[article.json]"),
        ("publication.toml", b'name = "', b'name = "X', "bundle[publication.toml]"),
    ],
)
def test_a_bundle_that_disagrees_with_itself_is_not_put_in_place(
    bundle, images, renderer, monkeypatch, snapshot, name, old, new, place
):
    if name.startswith("tables/"):
        name = f"tables/{ARTICLE.tables[0].id}.csv"
        place = f"tables[{ARTICLE.tables[0].id}]"
    before = snapshot(bundle.parent)
    assert old in (bundle / name).read_bytes()
    _falsified(monkeypatch, name, lambda data: data.replace(old, new, 1))
    with pytest.raises(NotWhole) as caught:
        export(ARTICLE, publication(), bundle, images, force=True, renderer=renderer)
    assert str(caught.value.place).startswith(place)
    assert str(caught.value.place) in str(caught.value)
    assert snapshot(bundle.parent) == before


def test_bytes_that_the_disk_changed_are_found(bundle, images, renderer, monkeypatch, snapshot):
    before = snapshot(bundle.parent)
    honest = exporting.export_bundle

    def decaying(target, made, expected, *, verify, **options):
        def verify_late(staged):
            page = staged.path / "index.html"
            page.write_bytes(page.read_bytes() + b" ")
            verify(staged)

        return honest(target, made, expected, verify=verify_late, **options)

    monkeypatch.setattr(exporting, "export_bundle", decaying)
    with pytest.raises(NotWhole, match=r"bundle\[index\.html\]"):
        export(ARTICLE, publication(), bundle, images, force=True, renderer=renderer)
    assert snapshot(bundle.parent) == before


def test_progress_rises_and_ends(tmp_path, renderer, listening):
    progress = listening()
    export(minimal(), Publication(), tmp_path / "x", {}, renderer=renderer, progress=progress)
    assert progress.shares == sorted(progress.shares)
    assert progress.shares[-1] == 1.0


@pytest.mark.parametrize(
    "until", ["Building the page", "Writing index.html", "Reading the bundle back"]
)
def test_an_export_can_be_stopped_until_it_is_in_place(
    bundle, images, renderer, listening, snapshot, until
):
    before = snapshot(bundle.parent)
    article = replace(ARTICLE, body="Another body.\n")
    with pytest.raises(Cancelled):
        export(
            article,
            publication(),
            bundle,
            images,
            force=True,
            renderer=renderer,
            progress=listening(until),
        )
    assert snapshot(bundle.parent) == before


def test_the_page_that_was_written_is_given_back(tmp_path, renderer):
    done = export(minimal(), Publication(), tmp_path / "x", {}, renderer=renderer)
    assert done.page.blocks
    assert done.path == tmp_path / "x"
    assert set(done.fingerprint) == FILES


def test_a_draft_with_nothing_in_it_can_be_exported(tmp_path, renderer, reopen):
    made = tmp_path / "x"
    export(Article(id="a"), Publication(), made, {}, forced="A draft.", renderer=renderer)
    assert reopen(made).article == Article(id="a")


def test_no_script_and_no_foreign_address_leaves_in_a_page(tmp_path, renderer):
    hostile = "<script>alert(1)</script>![x](https://evil.example/x.png)[y](javascript:alert(1))"
    article = replace(
        short(), images=(), metadata=Metadata(headline=hostile), body=hostile, notice=hostile
    )
    export(article, Publication(), tmp_path / "x", {}, forced="A try.", renderer=renderer)
    html = (tmp_path / "x" / "index.html").read_text("utf-8")
    assert "<script>" not in html
    assert 'src="https://evil.example' not in html
    assert 'href="javascript:' not in html


def test_the_bundle_that_is_there_is_asked_for(bundle, images, renderer):
    (bundle / "index.html").write_text("<p>mine</p>")
    with pytest.raises(ChangedOnDisk):
        export(ARTICLE, publication(), bundle, images, renderer=renderer)


def test_a_zip_reads_like_any_other(tmp_path, renderer):
    export(minimal(), Publication(), tmp_path / "x.ZIP", {}, renderer=renderer)
    assert zipfile.is_zipfile(io.BytesIO((tmp_path / "x.ZIP").read_bytes()))
