"""A style that is not shipped stands beside the profile and travels with the bundle."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor import assets
from palmetto_editor.bundle.archive import read_zip
from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.profile import (
    decode_publication,
    encode_publication,
    read_profile,
    write_profile,
)
from palmetto_editor.bundle.style_file import added
from palmetto_editor.bundle.verify import verify
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Citations, Publication
from sample_articles import minimal
from strategies import ids, publications

CSL = assets.text("styles/ieee.csl").replace("styles/ieee<", "styles/shore<", 1)
OWN = Publication(name="Notes", citations=Citations(style="shore", csl=CSL, badges=True))
ARTICLE = replace(minimal(), body="One.")


def test_a_profile_names_its_style_and_leaves_the_rest_to_the_file():
    text = encode_publication(OWN)
    assert '[citations]\nstyle = "shore"\nbadges = true' in text
    assert decode_publication(text).citations == Citations(style="shore", badges=True)


def test_a_profile_with_the_usual_style_says_nothing_of_it():
    assert "citations" not in encode_publication(Publication(name="Notes"))


def test_going_back_to_the_usual_style_is_written_where_another_was():
    text = encode_publication(Publication(), encode_publication(OWN))
    assert decode_publication(text) == Publication()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[citations]\nstyle = "../x"', "citations.style"),
        ('[citations]\nstyle = ""', "citations.style"),
        ('[citations]\ncsl = "<style/>"', "citations.csl"),
        ("[citations]\nbadges = 1", "citations.badges"),
        ('[citations]\nlook = "x"', "citations"),
    ],
)
def test_what_is_wrong_with_it_is_told_by_its_key(text, said):
    with pytest.raises(UserError, match=said):
        decode_publication(text)


def test_a_style_is_written_and_read_beside_its_profile(tmp_path):
    path = tmp_path / "publication.toml"
    write_profile(OWN, path)
    assert (tmp_path / "shore.csl").read_text("utf-8") == CSL
    assert read_profile(path) == OWN


def test_a_style_that_is_nowhere_is_told(tmp_path):
    path = tmp_path / "publication.toml"
    path.write_text('[citations]\nstyle = "shore"')
    with pytest.raises(UserError, match=r"no shore\.csl beside"):
        read_profile(path)


def test_a_shipped_style_needs_no_file(tmp_path):
    path = tmp_path / "publication.toml"
    path.write_text('[citations]\nstyle = "apa"')
    assert read_profile(path).citations == Citations(style="apa")


@pytest.mark.parametrize(
    "data",
    [
        b"<style",
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><style>&a;</style>',
        b"\xff\xfe\x00<",
        b" " * (2**20 + 1),
        b"<locale xmlns='http://purl.org/net/xbiblio/csl'/>",
    ],
)
def test_a_hostile_style_is_refused_with_a_sentence(tmp_path, data):
    (tmp_path / "publication.toml").write_text('[citations]\nstyle = "shore"')
    (tmp_path / "shore.csl").write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_profile(tmp_path / "publication.toml")
    assert caught.value.why
    assert caught.value.remedy


def test_a_style_is_added_under_a_safe_name(tmp_path):
    path = tmp_path / "My Style.csl"
    path.write_text(CSL.replace("styles/shore<", "styles/Shore &amp; Co/<"))
    citations, title = added(path)
    assert citations.style == "shore-co"
    assert title == "IEEE Reference Guide version 11.29.2023"


@pytest.mark.parametrize("name", ["tides", "tides.zip"])
def test_it_travels_with_the_bundle(tmp_path, renderer, reopen, name):
    target = tmp_path / name
    export(ARTICLE, OWN, target, {}, renderer=renderer)
    opened = reopen(target)
    assert opened.publication == OWN
    assert opened.is_exported
    assert opened.differences == ()
    assert verify(target, renderer) == ()


def test_one_that_is_used_no_longer_goes_and_a_stranger_s_stays(tmp_path, renderer, reopen):
    for target in (tmp_path / "tides", tmp_path / "tides.zip"):
        export(ARTICLE, OWN, target, {}, renderer=renderer)
        if target.is_dir():
            (target / "mine.csl").write_text("theirs")
        known = reopen(target).fingerprint
        plain = replace(OWN, citations=Citations())
        export(ARTICLE, plain, target, {}, known, renderer=renderer)
        assert reopen(target).publication == plain
    assert (tmp_path / "tides" / "mine.csl").read_text() == "theirs"
    assert not (tmp_path / "tides" / "shore.csl").exists()
    assert "shore.csl" not in read_zip(tmp_path / "tides.zip")


def test_a_style_that_was_changed_in_the_bundle_is_told(tmp_path, renderer, reopen):
    export(ARTICLE, OWN, tmp_path / "tides", {}, renderer=renderer)
    (tmp_path / "tides" / "shore.csl").write_text(CSL + "\n")
    opened = reopen(tmp_path / "tides")
    assert [(d.file, d.kind) for d in opened.differences] == [("shore.csl", "changed")]
    assert not opened.is_exported


@examples(20)
@given(publications(), st.builds(Citations, style=ids, badges=st.booleans()), st.booleans())
def test_any_choice_reads_back_also_where_another_stood(publication, citations, was_own):
    chosen = replace(publication, citations=citations)
    assert decode_publication(encode_publication(chosen)) == chosen
    old = encode_publication(OWN if was_own else Publication())
    assert decode_publication(encode_publication(chosen, old)) == chosen
