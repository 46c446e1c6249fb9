"""Opening, revising, conflicts on disk, recovery and closing, through the real window."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton

from palmetto_editor import assets
from palmetto_editor.bundle.write import save_article
from palmetto_editor.errors import UserError
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Metadata
from palmetto_editor.session.files import now
from palmetto_editor.session.recovery import Recovery
from palmetto_editor.ui import bare
from palmetto_editor.ui.after_crash import AfterCrash

BODY, HEADLINE = Place("body"), Place.parse("metadata.headline")


@pytest.fixture
def bundle(tmp_path):
    """A copy of the sample below its profile, as a bundle that was saved and never exported."""
    target = tmp_path / "bundles" / "ghrelin"
    shutil.copytree(assets.path("samples/ghrelin"), target)
    shutil.copy(assets.path("samples/publication.toml"), target.parent)
    return target


def opened(qtbot, window, path):
    with qtbot.waitSignal(window.desk.tasks.ended):
        window.desk.open_path(path)


def exported(qtbot, window):
    with qtbot.waitSignal(window.desk.exported):
        window.desk.export()


def type_something(window):
    window.session.do(edits.splice(BODY, 0, 0, "Something new.\n\n"))


def test_a_bundle_its_zip_and_its_article_json_open_alike(qtbot, window, bundle, tmp_path):
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", bundle)
    articles = []
    for path in (bundle, packed, bundle / "article.json"):
        opened(qtbot, window, path)
        articles.append(window.session.article)
    assert articles[0] == articles[1] == articles[2]
    assert articles[0].metadata.headline
    assert set(window.session.assets) == {image.file for image in articles[0].images}


def test_a_recent_bundle_opens_again_and_one_that_is_gone_is_told(qtbot, window, bundle, answers):
    opened(qtbot, window, bundle)
    window.desk.new()
    (menu,) = (
        m for m in window.actions_.menus["&File"].findChildren(QMenu) if "recent" in m.title()
    )
    menu.aboutToShow.emit()
    with qtbot.waitSignal(window.desk.tasks.ended):
        menu.actions()[0].trigger()
    assert window.session.path == bundle
    window.desk.new()
    shutil.rmtree(bundle)
    menu.aboutToShow.emit()
    with qtbot.waitSignal(window.desk.tasks.ended):
        menu.actions()[0].trigger()
    assert isinstance(answers.said[-1][1], UserError)


def test_an_article_of_today_that_was_never_exported_is_not_revised(qtbot, window, tmp_path):
    article = Article(id="new", metadata=Metadata(published=now()), body="Begun.")
    opened(qtbot, window, save_article(tmp_path / "tides", article, {}).path)
    type_something(window)
    assert window.banner.words == ""


def test_revising_a_published_article_proposes_a_modified_date(qtbot, window, bundle):
    opened(qtbot, window, bundle)
    assert window.banner.words == ""
    before = window.session.article.metadata.modified
    type_something(window)
    assert "modified date" in window.banner.words
    window.desk.set_modified()
    assert window.session.article.metadata.modified > before
    window.session.undo()
    assert window.session.article.metadata.modified == before


@pytest.mark.parametrize("before", [type_something, lambda _window: None])
def test_what_was_offered_for_one_article_is_not_for_the_next(qtbot, window, bundle, before):
    opened(qtbot, window, bundle)
    before(window)
    window.session.saved = window.session.article
    window.desk.new()
    assert window.banner.words == ""
    type_something(window)
    assert window.banner.words == ""


def test_the_save_state_is_always_said(qtbot, window, bundle):
    opened(qtbot, window, bundle)
    assert window.status.saved.text() == "Saved"
    type_something(window)
    assert window.status.saved.text().startswith("Unsaved changes")
    with qtbot.waitSignal(window.desk.tasks.ended):
        window.desk.save()
    qtbot.waitUntil(lambda: window.status.saved.text() == "Saved")
    assert "Something new." in json.loads((bundle / "article.json").read_text("utf-8"))["body"]


def test_a_file_that_a_stranger_changed_is_shown_and_not_overwritten(
    qtbot, window, bundle, answers
):
    opened(qtbot, window, bundle)
    exported(qtbot, window)
    page = bundle / "index.html"
    page.write_text("a stranger's page", "utf-8")
    opened(qtbot, window, bundle)
    assert ("differs", (("index.html", "changed since it was written"),)) in answers.said
    type_something(window)
    with qtbot.waitSignal(window.desk.tasks.ended):
        window.desk.export()
    qtbot.waitUntil(lambda: answers.said[-1][0] == "overwrite")
    assert page.read_text("utf-8") == "a stranger's page"
    answers.on_overwrite = True
    exported(qtbot, window)
    assert "Something new." in page.read_text("utf-8")


def test_a_zip_is_exported_beside_and_opens_as_the_same_article(
    qtbot, window, bundle, answers, tmp_path
):
    opened(qtbot, window, bundle)
    target = tmp_path / "out.zip"
    answers.files.append(target)
    with qtbot.waitSignal(window.desk.exported):
        window.desk.export_zip()
    assert window.session.path == bundle
    article = window.session.article
    opened(qtbot, window, target)
    assert window.session.article == article


def test_a_damaged_article_gets_a_sentence_and_leaves_the_open_one(
    qtbot, window, tmp_path, answers
):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "article.json").write_text('{"format": "palmetto-article", "version": 99}')
    before = window.session.article
    opened(qtbot, window, broken)
    qtbot.waitUntil(lambda: bool(answers.said))
    kind, error = answers.said[-1]
    assert kind == "error"
    assert error.what
    assert error.remedy
    assert window.session.article is before


def test_closing_with_unsaved_work_asks(window, answers):
    type_something(window)
    answers.on_unsaved = "cancel"
    assert not window.close()
    assert answers.said[-1][0] == "unsaved"
    answers.on_unsaved = "discard"
    assert window.close()


def test_closing_can_save_first(qtbot, window, answers, tmp_path):
    window.session.do(edits.put(HEADLINE, "Kept at the last moment"))
    window.session.do(edits.put(Place.parse("metadata.slug"), "kept"))
    answers.on_unsaved = "save"
    answers.files.append(tmp_path)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert "Kept at the last moment" in (tmp_path / "kept" / "article.json").read_text("utf-8")


def test_after_a_crash_both_versions_are_offered_before_one_is_chosen(
    qtbot, open_window, answers, bundle, tmp_path
):
    home = tmp_path / "home"
    window = open_window(home)
    opened(qtbot, window, bundle)
    saved = window.session.article
    type_something(window)
    typed = window.session.article
    window.close()
    lost = Recovery(home / "recovery")
    lost.write(typed, bundle)
    lost._lock.release()

    again = open_window(home)
    answers.on_recovery = "recovered"
    with qtbot.waitSignal(again.desk.tasks.ended):
        AfterCrash(again.desk).offer()
    qtbot.waitUntil(lambda: again.session.article == typed)
    kind, copy, shown = next(said for said in answers.said if said[0] == "recovery")
    assert (kind, copy.article, shown) == ("recovery", typed, saved)
    assert not again.session.is_clean
    again.session.undo()
    assert again.session.article == saved
    assert (bundle / "article.json").exists()


def test_a_draft_never_saved_is_recovered_too(qtbot, open_window, answers, tmp_path):
    home = tmp_path / "home"
    window = open_window(home)
    type_something(window)
    typed = window.session.article
    qtbot.waitUntil(lambda: window.desk.safety.kept)
    (copy,) = (home / "recovery").glob("*/article.json")
    assert "Something new." in copy.read_text("utf-8")
    answers.on_recovery = "recovered"
    lost = Recovery(home / "recovery")
    lost.write(typed, None)
    lost._lock.release()
    again = open_window(home)
    AfterCrash(again.desk).offer()
    assert again.session.article.body == typed.body


def left_by_a_crash(home, *bodies):
    """Copies of drafts that were never saved, the last one the newest."""
    for number, body in enumerate(bodies):
        lost = Recovery(home / "recovery")
        lost.write(Article(id=f"draft-{number}", body=body), None)
        os.utime(lost.folder / "article.json", (number, number))
        lost._lock.release()


def test_the_next_draft_is_offered_where_one_is_refused(qtbot, open_window, answers, tmp_path):
    left_by_a_crash(tmp_path, "Older.", "Newer.")
    window = open_window(tmp_path)
    answers.on_recovery = "saved"
    AfterCrash(window.desk).offer()
    assert [said[1].article.body for said in answers.said] == ["Newer.", "Older."]
    assert not list((tmp_path / "recovery").glob("*/article.json"))


def test_a_banner_offers_the_drafts_behind_the_one_recovered(qtbot, open_window, answers, tmp_path):
    left_by_a_crash(tmp_path, "Older.", "Newer.")
    window = open_window(tmp_path)
    answers.on_recovery = "recovered"
    AfterCrash(window.desk).offer()
    assert window.session.article.body == "Newer."
    assert window.banner.words.startswith("Another article was not saved")
    button = next(b for b in window.banner.findChildren(QPushButton) if b.text() == "Show the next")
    button.click()
    assert window.session.article.body == "Older."
    assert answers.said[-2:][0] == ("unsaved", "")


def test_the_forms_stand_where_the_bare_window_was_divided(window):
    assert window.columns.sizes()[1] == bare.below(window.height())
    assert window.columns.mapTo(window, QPoint(0, 0)).y() == bare.BARS
    assert window.statusBar().height() == bare.STATUS


def test_dividers_are_remembered(qtbot, open_window, tmp_path):
    home = tmp_path / "home"
    window = open_window(home)
    columns = window.centralWidget().widget(0)
    columns.setSizes([300, 500, 500])
    sizes = columns.sizes()
    kept = window.settings
    window.close()
    assert kept.splitters["splitter.columns"] == sizes
    assert {"splitter.rows", "splitter.side"} <= set(kept.splitters)


def test_a_maximized_window_remembers_that_and_its_size_before(qtbot, open_window, tmp_path):
    window = open_window(tmp_path / "home")
    window.resize(1_200, 700)
    window.showMaximized()
    qtbot.waitUntil(lambda: window.width() > 1_200)
    kept = window.settings
    window.close()
    assert kept.maximized
    assert kept.window == [1_200, 700]


def test_the_profile_is_edited_and_used_at_once(qtbot, window, bundle, answers):
    opened(qtbot, window, bundle)
    path = bundle.parent / "publication.toml"
    profile = replace(window.session.publication, name="Shore Notes")
    answers.on_publication = lambda _: (profile, path)
    window.go_to(Place("publication", field="publisher.name"))
    assert "Shore Notes" in path.read_text("utf-8")
    qtbot.waitUntil(lambda: "Shore Notes" in window.live.page.head)
    opened(qtbot, window, bundle)
    assert window.session.publication == profile


def test_a_profile_that_cannot_be_saved_is_shown_again_as_filled_in(window, answers, tmp_path):
    typed, blocker = Publication(name="Shore Notes"), tmp_path / "file"
    blocker.touch()
    offered = []

    def fill_in(shown):
        offered.append(shown)
        return (typed, blocker / "publication.toml") if len(offered) == 1 else None

    answers.on_publication = fill_in
    window.edit_publication()
    ((_, error),) = answers.said
    assert isinstance(error, UserError)
    assert offered[1] == typed
    assert window.session.publication.name == ""
