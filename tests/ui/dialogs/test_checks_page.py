from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QRadioButton

from palmetto_editor.model.publication import Checks, Publication
from palmetto_editor.ui.dialogs.pack_choice import PackChoice
from palmetto_editor.ui.dialogs.publication import PublicationDialog
from palmetto_editor.ui.dialogs.rule_choice import RuleChoice

HOUSE = (("house", 'title = "House"\n'),)
CHOSEN = Checks(
    packs=("house",), own=HOUSE, off=("links", "gone.rule"), severity=(("images.alt", "error"),)
)


@dataclass(frozen=True)
class Offered:
    id: str = "research-use-only"
    title: str = "Research use only"
    jurisdiction: str = "United States"
    date: str = "2026-11-22"


@pytest.fixture
def packs(qtbot):
    def made(checks, ask=lambda _parent: None):
        choice = PackChoice(checks, [Offered()], ask)
        qtbot.addWidget(choice)
        return choice

    return made


@pytest.fixture
def rules(qtbot):
    def made(checks):
        choice = RuleChoice(checks)
        qtbot.addWidget(choice)
        return choice

    return made


@pytest.fixture
def dialog(qtbot):
    publication = Publication(name="Notes", checks=CHOSEN)
    path = Path("/notes/publication.toml")
    dialog = PublicationDialog(publication, path, packs=lambda: [Offered()])
    qtbot.addWidget(dialog)
    return dialog


def box(choice, pack):
    return choice.findChild(QCheckBox, f"publication.checks.pack.{pack}")


def take(rules, name, value):
    rules.list.setCurrentItem(rules.item(name))
    rules.counts.setCurrentIndex(rules.counts.findData(value))
    rules.counts.activated.emit(rules.counts.currentIndex())


def save(dialog):
    buttons = dialog.findChild(QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Save).click()
    return dialog.answer[0].checks


def test_a_choice_that_is_not_looked_at_comes_back_as_it_was(dialog):
    assert save(dialog) == CHOSEN


def test_a_choice_that_is_looked_at_comes_back_as_it_was(dialog):
    dialog.pages.setCurrentIndex(1)
    assert save(dialog) == CHOSEN


def test_what_is_chosen_there_is_in_the_answer(dialog):
    dialog.pages.setCurrentIndex(1)
    box(dialog, "research-use-only").click()
    take(dialog._rules, "dates.published", "off")
    chosen = save(dialog)
    assert chosen.packs == ("research-use-only", "house")
    assert chosen.off == ("links", "gone.rule", "dates.published")


def test_without_a_choice_the_notice_decides(packs):
    choice = packs(Checks())
    assert choice.by_notice.isChecked()
    assert not box(choice, "research-use-only").isEnabled()
    assert choice.put_into(Checks()) == Checks()


def test_none_at_all_is_a_choice_too(packs):
    choice = packs(Checks())
    choice.findChild(QRadioButton, "publication.checks.these").click()
    assert choice.put_into(Checks()).packs == ()


def test_a_pack_says_where_and_when_it_holds(packs):
    assert box(packs(Checks()), "research-use-only").text() == (
        "Research use only (United States, as of 2026-11-22)"
    )


def test_a_pack_of_ones_own_that_is_not_chosen_is_not_kept(packs):
    choice = packs(CHOSEN)
    box(choice, "house").click()
    put = choice.put_into(CHOSEN)
    assert (put.packs, put.own) == ((), ())


def test_a_file_that_is_no_pack_is_refused_with_a_reason(packs, tmp_path):
    file = tmp_path / "house.toml"
    file.write_bytes(b"\xff\xfe title")
    choice = packs(Checks(), lambda _parent: file)
    choice.add.click()
    said = choice.findChild(QLabel, "publication.checks.said").text()
    assert "house.toml cannot be used" in said
    assert "UTF-8" in said
    assert choice.put_into(Checks()) == Checks()


def test_a_rule_counts_as_it_is_told_to(rules):
    choice = rules(Checks())
    take(choice, "images.alt", "error")
    assert choice.checks.severity == (("images.alt", "error"),)
    assert choice.item("images.alt").text(1) == "Error"


def test_a_family_is_turned_off_as_one(rules):
    choice = rules(Checks())
    take(choice, "images", "off")
    assert choice.checks.off == ("images",)
    assert choice.item("images.alt").text(1) == "Off"


def test_all_come_back_as_they_come(rules):
    choice = rules(replace(CHOSEN, packs=None, own=()))
    assert choice.reset.isEnabled()
    choice.reset.click()
    assert choice.checks == Checks()
    assert not choice.reset.isEnabled()


def test_what_holds_a_page_together_cannot_be_turned_off(rules):
    choice = rules(Checks())
    choice.list.setCurrentItem(choice.item("metadata.slug"))
    assert not choice.counts.isEnabled()


def test_why_a_rule_is_asked_is_told(rules):
    choice = rules(Checks())
    choice.list.setCurrentItem(choice.item("links.target-shape"))
    told = choice.findChild(QLabel, "publication.checks.why").text()
    assert "WHATWG" in told
    assert "2026-11-22" in told


def test_the_filter_leaves_the_rules_with_its_words(rules):
    choice = rules(Checks())
    choice.filter.setText("orcid")
    assert not choice.item("people.orcid").isHidden()
    assert choice.item("people.name").isHidden()
    assert choice.item("images").isHidden()
    choice.filter.setText("")
    assert not choice.item("people.name").isHidden()
    assert not choice.item("images").isHidden()
