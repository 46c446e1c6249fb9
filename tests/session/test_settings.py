from pathlib import Path

from palmetto_editor.session import settings


def test_what_is_stored_is_loaded(tmp_path):
    before = settings.Settings(splitters={"a": [1, 2]}, window=[800, 600], colours="dark")
    before.remember(Path("/x"))
    settings.store(before, tmp_path / "deep" / "settings.json")
    assert settings.load(tmp_path / "deep" / "settings.json") == before


def test_a_damaged_file_gives_the_defaults(tmp_path):
    file = tmp_path / "settings.json"
    for text in (
        "", "[]", "{", "\x00", '{"window": "wide", "splitters": {"a": "b"}, "maximized": 1}',
        '{"recent": [1], "splitters": {"a": ["b"]}, "window": [1e9, true], "services": {"a": 1}}',
        '{"recent": {}, "splitters": [], "window": [900000, 1], "services": [], "email": null}',
    ):  # fmt: skip
        file.write_text(text)
        assert settings.load(file) == settings.Settings()


def test_the_newest_of_the_recent_ones_comes_first_and_once():
    kept = settings.Settings()
    for name in ("a", "b", "a"):
        kept.remember(Path(name))
    assert kept.recent == ["a", "b"]


def test_a_disk_that_refuses_is_no_reason_to_fail(tmp_path):
    blocker = tmp_path / "file"
    blocker.write_text("")
    settings.store(settings.Settings(), blocker / "settings.json")
    assert blocker.read_text() == ""
