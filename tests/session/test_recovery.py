import os
import subprocess
import sys
import time

import pytest

from palmetto_editor.model.values import Article
from palmetto_editor.session import recovery
from palmetto_editor.session.recovery import Cadence, Recovery, orphans

ARTICLE = Article(id="a", body="words that must not be lost")

CRASH = """
import os, sys
from pathlib import Path
from palmetto_editor.model.values import Article
from palmetto_editor.session.recovery import Recovery
kept = Recovery(Path(sys.argv[1]))
kept.write(Article(id="a", body="typed before the crash"), Path("/bundles/x"))
kept.assets.mkdir()
(kept.assets / "picture.png").write_bytes(b"x")
os._exit(1)
"""


def test_a_copy_is_due_two_seconds_after_typing_stops():
    cadence = Cadence()
    assert cadence.wait(0.0) is None
    cadence.changed(10.0)
    cadence.changed(11.0)
    assert cadence.wait(11.5) == 1.5
    cadence.written()
    assert cadence.wait(20.0) is None


def test_a_copy_is_due_within_thirty_seconds_of_endless_typing():
    cadence = Cadence()
    for second in range(30):
        cadence.changed(float(second))
    assert cadence.wait(29.5) == 0.5


def test_what_a_living_session_holds_is_no_orphan(tmp_path):
    kept = Recovery(tmp_path)
    kept.write(ARTICLE, None)
    assert orphans(tmp_path) == ()
    kept.release()
    assert list(tmp_path.iterdir()) == []


def test_a_crash_leaves_a_copy_with_its_bundle_and_images(tmp_path):
    process = subprocess.run([sys.executable, "-c", CRASH, str(tmp_path)], check=False)  # noqa: S603
    assert process.returncode == 1
    (copy,) = orphans(tmp_path)
    assert copy.article.body == "typed before the crash"
    assert str(copy.path) == os.path.join("/bundles", "x")
    assert list(copy.assets) == ["picture.png"]


@pytest.fixture
def orphan(tmp_path):
    kept = Recovery(tmp_path)
    kept.write(ARTICLE, None)
    kept._lock.release()
    (copy,) = orphans(tmp_path)
    return copy


def test_a_refused_copy_is_put_aside_and_offered_no_more(orphan, tmp_path):
    orphan.refuse()
    assert orphans(tmp_path) == ()
    assert list((tmp_path / "refused").glob("*/article.json"))


def test_a_refused_copy_is_kept_for_thirty_days(orphan, tmp_path):
    orphan.refuse()
    (aside,) = (tmp_path / "refused").iterdir()
    old = time.time() - recovery.KEPT - 60
    os.utime(aside, (old, old))
    orphans(tmp_path)
    assert not aside.exists()


def test_a_damaged_copy_stays_on_disk_and_stops_nothing(orphan, tmp_path):
    (orphan.folder / "article.json").write_bytes(b"{damaged")
    assert orphans(tmp_path) == ()
    assert (orphan.folder / "article.json").exists()


def test_a_saved_article_leaves_nothing_to_recover(tmp_path):
    kept = Recovery(tmp_path)
    kept.write(ARTICLE, None)
    kept.clear()
    kept._lock.release()
    assert orphans(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []
