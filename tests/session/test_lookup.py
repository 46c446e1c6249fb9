import re

import pytest

from palmetto_editor.errors import UserError
from palmetto_editor.session import lookup, settings
from palmetto_editor.session.settings import Settings


def test_a_client_asks_where_the_settings_say_and_says_who_asks():
    chosen = Settings(services={"Crossref": "https://example.org/crossref"}, email="me@example.org")
    with lookup.client(chosen) as client:
        assert client.agent.endswith("(mailto:me@example.org)")


def test_an_address_that_is_none_is_told():
    with pytest.raises(UserError, match="DataCite"):
        lookup.client(Settings(services={"DataCite": "example"}))


def test_answers_are_kept_beside_the_settings(monkeypatch, tmp_path):
    monkeypatch.setenv("PALMETTO_HOME", str(tmp_path))
    assert lookup.cache_folder() == tmp_path / "lookup"


def test_services_and_mail_are_remembered(tmp_path):
    chosen = Settings(services={"PubMed": "https://example.org/"}, email="me@example.org")
    settings.store(chosen, tmp_path / "settings.json")
    assert settings.load(tmp_path / "settings.json") == chosen


@pytest.mark.parametrize("text", ['{"services": {"PubMed": 7}}', '{"services": [], "email": 3}'])
def test_damaged_addresses_are_not_taken(tmp_path, text):
    (tmp_path / "settings.json").write_text(text)
    assert settings.load(tmp_path / "settings.json") == Settings()


def test_today_is_a_day_of_iso_8601():
    assert re.fullmatch(r"20\d\d-[01]\d-[0-3]\d", lookup.today())
