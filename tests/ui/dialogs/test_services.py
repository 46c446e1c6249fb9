import pytest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit

from palmetto_editor.session.settings import Settings
from palmetto_editor.ui.dialogs.services import ServicesDialog


@pytest.fixture
def settings():
    return Settings(services={"PubMed": "https://mirror.example.org/"}, email="ada@example.org")


@pytest.fixture
def dialog(qtbot, settings):
    dialog = ServicesDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def line(dialog, name):
    return dialog.findChild(QLineEdit, f"services.{name}")


def test_addresses_that_were_changed_are_kept_and_the_usual_ones_are_not(dialog, settings):
    assert line(dialog, "PubMed").text() == "https://mirror.example.org/"
    line(dialog, "PubMed").clear()
    line(dialog, "Crossref").setText("https://crossref.example.org/")
    line(dialog, "email").setText(" ada@example.net ")
    dialog.save()
    assert settings.services == {"Crossref": "https://crossref.example.org/"}
    assert settings.email == "ada@example.net"


def test_what_is_no_address_is_told_and_nothing_is_kept(dialog, settings):
    line(dialog, "DataCite").setText("nowhere")
    dialog.save()
    assert "nowhere" in dialog.findChild(QLabel, "services.fault").text()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert "DataCite" not in settings.services


def test_kept_answers_can_be_thrown_away(dialog, monkeypatch, tmp_path):
    monkeypatch.setenv("PALMETTO_HOME", str(tmp_path))
    (tmp_path / "lookup").mkdir()
    dialog.forget_answers()
    assert not (tmp_path / "lookup").exists()


def test_leaving_it_changes_nothing(dialog, settings):
    line(dialog, "email").clear()
    dialog.reject()
    assert settings.email == "ada@example.org"
