"""The style in which the article cites: chosen, added, shared."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

from palmetto_editor import assets
from palmetto_editor.bundle.profile import read_profile
from palmetto_editor.bundle.read import open_bundle
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.model.values import Article
from palmetto_editor.references.styles.style import offered
from palmetto_editor.session import files
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.style_choice import StyleChoice

OWN = assets.text("styles/nature.csl").replace(
    "http://www.zotero.org/styles/nature", "http://example.org/styles/shore-notes", 1
)


@pytest.fixture
def session():
    return Session(Article(id="a"))


@pytest.fixture
def style(qtbot, session, tmp_path):
    widget = StyleChoice(session, lambda _parent: tmp_path / "mine.csl")
    qtbot.addWidget(widget)
    widget.show()
    return widget


def choose(style, name):
    box = style.findChild(QComboBox, "references.style.style")
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def add(style):
    style.findChild(QPushButton, "references.style.add").click()


def said(style):
    return style.box._field.hint.text()


def test_the_style_in_use_is_shown_among_the_others(style):
    box = style.findChild(QComboBox, "references.style.style")
    assert box.currentData() == "nlm-citation-sequence"
    assert [box.itemData(row) for row in range(box.count())] == [one.id for one in offered()]


def test_a_choice_is_used_at_once(style, session):
    choose(style, "apa")
    assert session.publication.citations == Citations(style="apa")
    assert said(style).startswith("Used for this article")


def test_the_kind_of_study_can_be_shown(style, session):
    style.findChild(QCheckBox, "references.style.badges").click()
    assert session.publication.citations.badges


def test_a_profile_above_the_bundle_is_written_with_its_comments(style, session, tmp_path):
    profile = tmp_path / "publication.toml"
    profile.write_text('# Ours.\nname = "Shore Notes"\n')
    session.path = tmp_path / "tides"
    choose(style, "apa")
    assert profile.read_text().startswith("# Ours.")
    assert read_profile(profile) == Publication(
        name="Shore Notes", citations=Citations(style="apa")
    )
    assert said(style).startswith("Kept in publication.toml")


def test_without_a_profile_the_choice_is_saved_with_the_article(style, session, tmp_path):
    choose(style, "apa")
    assert said(style).endswith("saved with it.")
    assert not session.is_clean
    files.save(files.job(session, tmp_path / "tides"))
    opened = open_bundle(tmp_path / "tides", tmp_path)
    assert opened.publication == Publication(citations=Citations(style="apa"))
    assert opened.differences == ()


def test_a_style_of_one_s_own_is_added_used_and_kept_beside_the_profile(style, session, tmp_path):
    (tmp_path / "publication.toml").write_text("")
    session.path = tmp_path / "tides"
    (tmp_path / "mine.csl").write_text(OWN)
    add(style)
    own = Citations(style="shore-notes", csl=OWN)
    assert session.publication.citations == own
    assert (tmp_path / "shore-notes.csl").read_text() == OWN
    assert read_profile(tmp_path / "publication.toml").citations == own
    choose(style, "apa")
    choose(style, "shore-notes")
    assert session.publication.citations == own


def test_a_copy_of_a_shipped_style_gets_a_name_of_its_own(style, session, tmp_path):
    (tmp_path / "mine.csl").write_text(assets.text("styles/nature.csl"))
    add(style)
    assert session.publication.citations.style == "nature-own"


@pytest.mark.parametrize(
    "data",
    [
        b"no xml",
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><style>&a;</style>',
        b"\xff\xfe\x00<",
        b" " * (2**20 + 1),
        None,
    ],
)
def test_a_file_that_is_no_style_is_refused_in_words(style, session, tmp_path, data):
    if data is not None:
        (tmp_path / "mine.csl").write_bytes(data)
    before = session.publication
    add(style)
    assert session.publication is before
    assert said(style)


def test_a_profile_that_cannot_be_written_changes_nothing(style, session, tmp_path):
    (tmp_path / "publication.toml").write_text("no = toml = at all")
    session.path = tmp_path / "tides"
    choose(style, "apa")
    assert session.publication.citations == Citations()
    assert style.findChild(QComboBox).currentData() == "nlm-citation-sequence"
    assert "not TOML" in said(style)


def test_a_publication_that_changes_elsewhere_is_shown(style, session):
    session.use_publication(Publication(citations=Citations(style="ieee", badges=True)))
    assert style.findChild(QComboBox).currentData() == "ieee"
    assert style.findChild(QCheckBox).isChecked()
