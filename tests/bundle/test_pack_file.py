"""A pack of claim rules that is not shipped stands beside the profile and travels with it."""

from dataclasses import replace

import pytest

from palmetto_editor.bundle.archive import read_zip
from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.pack_file import LARGEST, added, is_pack
from palmetto_editor.bundle.profile import encode_publication, read_profile, write_profile
from palmetto_editor.bundle.verify import verify
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Checks, Publication
from sample_articles import minimal

SHIPPED = "research-use-only"
TEXT = """format = "palmetto-claims"
version = 1
id = "shore"
title = "Shores"
jurisdiction = "our own"
date = 2026-11-22
[[rule]]
category = "praise"
severity = "warning"
message = "{quote} praises."
asks = "Nothing is praised."
why = "It is not done."
source = "house"
checked = 2026-11-22
phrases = ["best birds"]
"""
OWN = Publication(name="Notes", checks=Checks(packs=(SHIPPED, "shore"), own=(("shore", TEXT),)))
ARTICLE = minimal()


def test_a_pack_is_written_and_read_beside_its_profile(tmp_path):
    path = tmp_path / "publication.toml"
    write_profile(OWN, path)
    assert (tmp_path / "shore.pack.toml").read_text("utf-8") == TEXT
    assert "shore" in path.read_text("utf-8")
    assert TEXT not in path.read_text("utf-8")
    assert read_profile(path) == OWN


def test_a_pack_that_is_nowhere_is_told(tmp_path):
    path = tmp_path / "publication.toml"
    path.write_text('[checks]\npacks = ["shore"]')
    with pytest.raises(UserError, match=r"no shore\.pack\.toml beside"):
        read_profile(path)


def test_a_shipped_pack_needs_no_file_and_one_of_its_name_goes_before_it(tmp_path):
    path = tmp_path / "publication.toml"
    path.write_text(f'[checks]\npacks = ["{SHIPPED}"]')
    assert read_profile(path).checks == Checks(packs=(SHIPPED,))
    (tmp_path / f"{SHIPPED}.pack.toml").write_text(TEXT)
    assert read_profile(path).checks.own == ((SHIPPED, TEXT),)


@pytest.mark.parametrize(
    "data", [b"rules =", b"\xff\xfe\x00", b"#" * (LARGEST + 1), b"", b"x = " + b"[" * 20_000]
)
def test_a_hostile_pack_is_refused_with_a_sentence(tmp_path, data):
    (tmp_path / "publication.toml").write_text('[checks]\npacks = ["shore"]')
    (tmp_path / "shore.pack.toml").write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_profile(tmp_path / "publication.toml")
    assert "shore.pack.toml" in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("name", ["tides", "tides.zip"])
def test_it_travels_with_the_bundle(tmp_path, renderer, reopen, name):
    target = tmp_path / name
    export(ARTICLE, OWN, target, {}, renderer=renderer)
    opened = reopen(target)
    assert opened.publication == OWN
    assert opened.is_exported
    assert opened.differences == ()
    assert verify(target, renderer) == ()


def test_one_that_no_publication_names_stays_out(tmp_path, renderer, reopen):
    loose = replace(OWN, checks=replace(OWN.checks, packs=(SHIPPED,)))
    export(ARTICLE, loose, tmp_path / "tides", {}, renderer=renderer)
    assert not (tmp_path / "tides" / "shore.pack.toml").exists()
    assert reopen(tmp_path / "tides").publication.checks == Checks(packs=(SHIPPED,))


def test_one_that_is_used_no_longer_goes_and_a_stranger_s_stays(tmp_path, renderer, reopen):
    for target in (tmp_path / "tides", tmp_path / "tides.zip"):
        export(ARTICLE, OWN, target, {}, renderer=renderer)
        if target.is_dir():
            (target / "mine.pack.toml").write_text("theirs")
        known = reopen(target).fingerprint
        export(ARTICLE, replace(OWN, checks=Checks()), target, {}, known, renderer=renderer)
    assert (tmp_path / "tides" / "mine.pack.toml").read_text() == "theirs"
    assert not (tmp_path / "tides" / "shore.pack.toml").exists()
    assert "shore.pack.toml" not in read_zip(tmp_path / "tides.zip")


def test_a_pack_is_added_under_a_safe_name(tmp_path):
    for file, name in (("My Pack.toml", "my-pack"), (f"{SHIPPED}.pack.toml", f"{SHIPPED}-own")):
        (tmp_path / file).write_text(TEXT)
        pack, text, title = added(tmp_path / file)
        assert (pack, text) == (name, TEXT)
        assert title == "Shores"
        assert is_pack(f"{pack}.pack.toml")


def test_a_profile_that_names_no_pack_of_its_own_is_as_before():
    assert "own" not in encode_publication(OWN)
