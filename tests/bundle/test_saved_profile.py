"""What an article says of its publication on its own is saved with it, where no profile is."""

from dataclasses import replace

import pytest

from palmetto_editor import assets
from palmetto_editor.bundle.conflicts import ChangedOnDisk
from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.write import save_article
from palmetto_editor.model.publication import Citations, Publication
from sample_articles import minimal

APA = Publication(citations=Citations(style="apa"))
CSL = assets.text("styles/nature.csl").replace(
    "http://www.zotero.org/styles/nature", "http://example.org/styles/shore", 1
)
OWN = Publication(citations=Citations(style="shore", csl=CSL))
COPY = "publication.toml"


@pytest.mark.parametrize("name", ["tides", "tides.zip"])
@pytest.mark.parametrize("publication", [APA, OWN])
def test_it_comes_back(tmp_path, reopen, name, publication):
    target = tmp_path / name
    written = save_article(target, minimal(), {}, publication=publication)
    opened = reopen(target)
    assert opened.publication == publication
    assert opened.fingerprint == written.fingerprint


def test_what_every_article_has_needs_no_file(tmp_path):
    save_article(tmp_path / "tides", minimal(), {}, publication=Publication())
    assert [path.name for path in (tmp_path / "tides").iterdir()] == ["article.json"]


def test_a_profile_above_says_it_for_all(tmp_path):
    (tmp_path / COPY).write_text('name = "Shore Notes"\n')
    save_article(tmp_path / "tides", minimal(), {}, publication=APA)
    assert not (tmp_path / "tides" / COPY).exists()


def test_a_copy_that_says_the_same_stays_as_it_was_written(tmp_path):
    target = tmp_path / "tides"
    save_article(target, minimal(), {})
    by_hand = '# As the editor asked.\n[citations]\nstyle = "apa"\n'
    (target / COPY).write_text(by_hand)
    save_article(target, replace(minimal(), body="More."), {}, force=True, publication=APA)
    assert (target / COPY).read_text() == by_hand


def test_going_back_to_what_every_article_has_is_saved_too(tmp_path, reopen):
    target = tmp_path / "tides"
    known = save_article(target, minimal(), {}, publication=APA).fingerprint
    save_article(target, minimal(), {}, known, publication=Publication())
    assert reopen(target).publication == Publication()


def test_after_an_export_the_page_is_older_and_nothing_else_is_amiss(tmp_path, reopen, renderer):
    target = tmp_path / "tides"
    known = export(minimal(), Publication(), target, {}, renderer=renderer).fingerprint
    save_article(target, minimal(), {}, known, publication=APA)
    opened = reopen(target)
    assert opened.publication == APA
    assert opened.differences == ()
    assert not opened.is_exported
    export(minimal(), APA, target, {}, opened.fingerprint, renderer=renderer)
    assert reopen(target).is_exported


def test_a_copy_that_somebody_changed_meanwhile_is_not_written_over(tmp_path):
    target = tmp_path / "tides"
    known = save_article(target, minimal(), {}, publication=APA).fingerprint
    (target / COPY).write_text('[citations]\nstyle = "ieee"\n')
    with pytest.raises(ChangedOnDisk, match=COPY):
        save_article(target, minimal(), {}, known, publication=OWN)


def test_a_copy_that_was_damaged_meanwhile_stops_no_text_that_is_forced(tmp_path, reopen):
    target = tmp_path / "tides"
    known = save_article(target, minimal(), {}, publication=APA).fingerprint
    (target / COPY).write_text("no = toml = at all")
    with pytest.raises(ChangedOnDisk, match=COPY):
        save_article(target, minimal(), {}, known, publication=APA)
    save_article(target, minimal(), {}, known, publication=APA, force=True)
    assert reopen(target).publication == APA
