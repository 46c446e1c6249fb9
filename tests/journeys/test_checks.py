"""A reviewer beside the writer: found while typing, walked to, mended, let stand, and exported."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Question
from palmetto_editor.ui.badges import COUNTS
from sample_articles import clean, minimal, publication

UNCITED = "reference.uncited"


def opened(qtbot, window, article, shared=None):
    window.session.open(article, shared or publication())
    checked(qtbot, window)


def checked(qtbot, window):
    """Wait until the panel shows what is found of the article as it is now."""
    article = window.session.article
    window.live.worker.submit(article, window.session.publication, window.session.assets)
    with qtbot.waitSignal(window.live.checked):
        pass
    assert window.session.article is article


def rules(window):
    return [finding.rule for finding in window.problems.found]


def with_unanswered():
    article = clean()
    return replace(article, faq=(*article.faq, Question(id="q9", question="Do they sleep?")))


def badge(window, part):
    row = next(
        window.parts.item(at)
        for at in range(window.parts.count())
        if window.parts.item(at).text().startswith(part)
    )
    return row.data(COUNTS), row.data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_wrong_is_counted_walked_to_and_gone_when_mended(qtbot, window):
    opened(qtbot, window, with_unanswered())
    assert "faq.answer" in rules(window)
    counts, spoken = badge(window, "FAQ")
    assert counts["error"] == 1
    assert spoken.endswith("1 error")
    assert badge(window, "Disclaimer")[0].total() == 0
    window.show_part("body")
    while window.problems.current is None or window.problems.current.rule != "faq.answer":
        window.actions_["problem.next"].trigger()
    assert window.stack.part == "faq"
    focus = QApplication.focusWidget() or window.stack.currentWidget().focusWidget()
    assert focus.objectName() == "faq.answer"
    qtbot.keyClicks(focus, "At high water.")
    checked(qtbot, window)
    assert "faq.answer" not in rules(window)
    assert badge(window, "FAQ")[0]["error"] == 0


def test_a_fix_is_offered_at_the_cursor_and_undone(qtbot, window):
    article = clean()
    spare = replace(article.references[0], id="spare", DOI="10.5555/spare", title="Spare tides")
    opened(qtbot, window, replace(article, references=(*article.references, spare)))
    finding = next(f for f in window.problems.found if f.rule == UNCITED)
    window.go_to(finding.place)
    window.actions_["problem.fix"].trigger()
    menu = next(m for m in window.problems.findChildren(QMenu) if m.isVisible())
    next(a for a in menu.actions() if finding.fixes[0].label in a.text()).trigger()
    menu.close()
    assert "spare" not in [reference.id for reference in window.session.article.references]
    window.undo()
    assert "spare" in [reference.id for reference in window.session.article.references]


def test_what_is_let_stand_is_listed_with_its_reason_until_it_is_asked_again(
    qtbot, window, answers
):
    article = clean()
    spare = replace(article.references[0], id="spare", DOI="10.5555/spare", title="Spare tides")
    opened(qtbot, window, replace(article, references=(*article.references, spare)))
    finding = next(f for f in window.problems.found if f.rule == UNCITED)
    answers.on_dismissal = "It is further reading."
    window.problems.dismissing.emit(finding)
    checked(qtbot, window)
    assert UNCITED not in rules(window)
    (dismissal,) = (kept for _, kept in window.problems.checked.dismissed if kept.rule == UNCITED)
    assert dismissal.reason == "It is further reading."
    window.problems.restoring.emit(dismissal)
    checked(qtbot, window)
    assert UNCITED in rules(window)


def test_an_error_blocks_the_export_until_a_reason_is_given(qtbot, window, answers, tmp_path):
    asked = Question(id="q1", question="When do they come?")
    opened(qtbot, window, replace(minimal(), faq=(asked,)))
    answers.files.extend([tmp_path, tmp_path])
    answers.on_blocked = lambda found: next(f.place for f in found if f.rule == "faq.answer")
    with qtbot.waitSignal(window.desk.place_wanted):
        window.desk.export()
    assert window.stack.part == "faq"
    assert list(tmp_path.glob("*/index.html")) == []
    answers.on_blocked = "The reviewers read it first."
    with qtbot.waitSignal(window.desk.exported) as exported:
        window.desk.export()
    manifest = json.loads((exported.args[0] / "manifest.json").read_text("utf-8"))
    assert manifest["forced"]["reason"] == "The reviewers read it first."
    assert "faq.answer" in [error["rule"] for error in manifest["forced"]["errors"]]


def test_what_is_known_to_be_wrong_is_shown_before_a_place_is_asked_for(
    qtbot, window, answers, tmp_path
):
    opened(qtbot, window, replace(minimal(), faq=(Question(id="q1", question="When?"),)))
    checked(qtbot, window)
    answers.files.append(tmp_path)
    answers.on_blocked = lambda found: found[0].place
    with qtbot.waitSignal(window.desk.place_wanted):
        window.desk.export_zip()
    assert [kind for kind, *_ in answers.said] == ["blocked"]
    assert len(answers.files) == 1
    answers.on_blocked = "The reviewers read it first."
    with qtbot.waitSignal(window.desk.exported):
        window.desk.export()
    assert [kind for kind, *_ in answers.said] == ["blocked", "blocked"]


def test_errors_that_are_mended_already_ask_nothing(qtbot, window, answers, tmp_path):
    metadata = replace(minimal().metadata, canonical_url="")
    opened(qtbot, window, replace(minimal(), metadata=metadata), Publication())
    checked(qtbot, window)
    window.session.use_publication(Publication(base_url="https://example.org/"))
    answers.files.append(tmp_path)
    with qtbot.waitSignal(window.desk.exported):
        window.desk.export()
    assert answers.said == []


def test_an_export_without_an_address_leads_to_the_field_that_takes_one(
    qtbot, window, answers, tmp_path
):
    metadata = replace(minimal().metadata, canonical_url="")
    opened(qtbot, window, replace(minimal(), metadata=metadata), Publication())
    answers.files.extend([tmp_path, tmp_path])
    answers.on_blocked = lambda found: found[0].place
    window.show_part("body")
    with qtbot.waitSignal(window.desk.place_wanted):
        window.desk.export()
    _, (error,) = next(said for said in answers.said if said[0] == "blocked")
    assert error.rule == "metadata.address"
    focus = QApplication.focusWidget() or window.stack.currentWidget().focusWidget()
    assert focus.objectName() == "metadata.canonical_url"
    qtbot.keyClicks(focus, "https://example.org/tides/")
    with qtbot.waitSignal(window.desk.exported) as exported:
        window.desk.export()
    page = (exported.args[0] / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/tides/">' in page


def test_the_panel_comes_and_goes_with_the_focus(qtbot, window):
    opened(qtbot, window, with_unanswered())
    window.go_part("body")
    window.toggle_problems()
    assert not window.problems.isVisible()
    window.toggle_problems()
    assert window.problems.isVisible()
    assert window.problems.current is not None


def test_the_second_of_several_reviewers_is_walked_to_and_mended(qtbot, window):
    article = clean()
    known = article.metadata.reviewers[0]
    reviewers = (known, replace(known, name="", url="https://example.org/people/b/"))
    metadata = replace(article.metadata, reviewers=reviewers)
    opened(qtbot, window, replace(article, metadata=metadata))
    assert "people.name" in rules(window)
    window.show_part("body")
    while window.problems.current is None or window.problems.current.rule != "people.name":
        window.actions_["problem.next"].trigger()
    focus = QApplication.focusWidget() or window.stack.currentWidget().focusWidget()
    assert focus.objectName() == "metadata.reviewers.name"
    assert [f.rule for f in window.marks.at_cursor()] == ["people.name"]
    qtbot.keyClicks(focus, "Bea Lark")
    assert window.session.article.metadata.reviewers[1].name == "Bea Lark"
    checked(qtbot, window)
    assert "people.name" not in rules(window)


def test_what_is_wrong_with_the_publication_is_walked_to_and_opens_its_dialog(
    qtbot, window, answers
):
    opened(qtbot, window, clean())
    shared = replace(publication(), base_url="example", language="no language")
    with qtbot.waitSignal(window.live.checked):
        window.session.use_publication(shared)
    window.show_part("disclaimer")
    window.actions_["problem.next"].trigger()
    found = [f for f in window.problems.found if f.place.part == "publication"]
    assert window.problems.current.finding == found[0]
    assert answers.profile is None
    qtbot.keyClick(window.problems.view, Qt.Key.Key_Return)
    dialog = answers.profile
    assert dialog.focusWidget().objectName() == "publication.base_url"
    assert any(label.text() == found[0].message for label in dialog.findChildren(QLabel))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    assert dialog.focusWidget().objectName() == "publication.language"
    dialog.close()


def test_how_problems_are_grouped_is_remembered(window):
    window.problems.group("part")
    window.close()
    assert window.settings.problems_by == "part"


def test_a_link_to_no_article_is_told_once_the_article_has_a_folder(qtbot, window, tmp_path):
    article = replace(clean(), notice="See [the tides](article:tides).")
    opened(qtbot, window, article)
    assert "links.unknown-article" not in rules(window)
    (tmp_path / "winds").mkdir()
    (tmp_path / "winds" / "article.json").write_text("{}", "utf-8")
    with qtbot.waitSignal(window.live.checked):
        window.session.path = tmp_path / "own"
        window.session.use_publication(window.session.publication)
    assert "links.unknown-article" in rules(window)
