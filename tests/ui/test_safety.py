import pytest

from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.session import recovery
from palmetto_editor.ui.safety import Safety
from palmetto_editor.ui.tasks import Tasks

BODY = Place("body")


@pytest.fixture
def safety(qtbot, session, tmp_path, monkeypatch):
    monkeypatch.setattr(recovery, "QUIET", 0.05)
    safety = Safety(session, tmp_path, Tasks(), lambda: None)
    yield safety
    safety.close()


def copies(folder):
    return list(folder.glob("*/article.json"))


def test_a_copy_is_written_soon_after_typing_stops(qtbot, session, safety, tmp_path):
    session.do(edits.put(BODY, "never saved"))
    qtbot.waitUntil(lambda: safety.kept)
    assert b"never saved" in copies(tmp_path)[0].read_bytes()


def test_a_saved_article_needs_no_copy(qtbot, session, safety, tmp_path):
    session.do(edits.put(BODY, "x"))
    qtbot.waitUntil(lambda: safety.kept)
    session.undo()
    assert not safety.kept
    assert copies(tmp_path) == []


def test_the_end_of_a_session_leaves_nothing(session, tmp_path):
    safety = Safety(session, tmp_path / "r", Tasks(), lambda: None)
    safety.close()
    assert list((tmp_path / "r").iterdir()) == []


def test_a_copy_that_another_replaces_is_dropped_only_then(qtbot, session, safety, tmp_path):
    lost = recovery.Recovery(tmp_path / "old")
    lost.write(session.article, None)
    lost._lock.release()
    (copy,) = recovery.orphans(tmp_path / "old")
    safety.replaces(copy)
    assert copy.folder.exists()
    session.do(edits.put(BODY, "recovered"))
    qtbot.waitUntil(lambda: safety.kept)
    assert not copy.folder.exists()
