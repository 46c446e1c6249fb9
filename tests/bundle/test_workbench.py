"""What a crash may leave beside a bundle, state by state, and what opening makes of it."""

from dataclasses import replace

import pytest

from palmetto_editor.bundle import workbench
from palmetto_editor.bundle.workbench import bench_of, held, keep, repair
from palmetto_editor.bundle.write import save_article
from sample_articles import minimal, short

NEW = replace(minimal(), body="New.\n")


@pytest.fixture
def target(tmp_path):
    return tmp_path / "tides"


def _bench(target):
    """A bench as a process that died leaves it."""
    made = bench_of(target)
    made.mkdir()
    (made / "lock").touch()
    return made


def _bundle(path, article):
    save_article(path, article, {})
    return path


def _left(target, reopen):
    """The article that opening finds; nothing lies beside the bundle then."""
    article = reopen(target).article
    assert not bench_of(target).exists()
    return article


def test_what_was_only_begun_goes(target, reopen):
    _bundle(target, minimal())
    bench = _bench(target)
    (bench / "new").mkdir()
    (bench / "new" / "article.json").write_text("{")
    assert _left(target, reopen) == minimal()


def test_a_zip_that_was_only_begun_goes(tmp_path, reopen):
    target = _bundle(tmp_path / "tides.zip", minimal())
    bench_of(target).mkdir()
    (bench_of(target) / "new").write_bytes(b"PK")
    assert _left(target, reopen) == minimal()


def test_a_whole_new_bundle_takes_the_place_when_the_old_one_was_put_aside(target, reopen):
    bench = _bench(target)
    _bundle(bench / "old", minimal())
    (bench / "old" / "notes.txt").write_text("mine")
    _bundle(bench / "new", NEW)
    assert _left(target, reopen) == NEW
    assert (target / "notes.txt").read_text() == "mine"


def test_the_old_bundle_comes_back_where_there_is_no_new_one(target, reopen):
    bench = _bench(target)
    _bundle(bench / "old", minimal())
    assert _left(target, reopen) == minimal()


def test_foreign_files_that_had_not_moved_yet_do_so(target, reopen):
    _bundle(target, NEW)
    bench = _bench(target)
    _bundle(bench / "old", minimal())
    for name in ("a.txt", "b.txt"):
        (bench / "old" / name).write_text(name)
    (target / "b.txt").write_text("b.txt")
    assert _left(target, reopen) == NEW
    assert (target / "a.txt").read_text() == "a.txt"
    assert sorted(p.name for p in target.iterdir()) == ["a.txt", "article.json", "b.txt"]


def test_what_was_being_removed_goes_without_a_look(target, reopen):
    _bundle(target, NEW)
    bench = _bench(target)
    _bundle(bench / "gone", minimal())
    (bench / "gone" / "article.json").unlink()
    assert _left(target, reopen) == NEW


def test_where_somebody_made_another_bundle_meanwhile_nothing_is_guessed(target, reopen):
    _bundle(target, minimal())
    bench = _bench(target)
    _bundle(bench / "old", replace(minimal(), body="Old.\n"))
    _bundle(bench / "new", NEW)
    assert _left(target, reopen) == minimal()
    assert reopen(target.parent / "old").article.body == "Old.\n"


def test_a_bundle_that_is_being_written_is_not_repaired(target, monkeypatch, reopen):
    _bundle(target, minimal())
    monkeypatch.setattr(workbench, "GLANCE", 0.05)
    with held(target) as bench:
        (bench / "new").mkdir()
        repair(target)
        assert (bench / "new").exists()
    assert _left(target, reopen) == minimal()


def test_repairing_needs_no_bundle(target):
    repair(target)
    assert not target.exists()


def test_kept_things_get_the_next_free_name(tmp_path):
    (tmp_path / "to").mkdir()
    for number in range(3):
        (tmp_path / "a.txt").write_text(str(number))
        keep(tmp_path / "a.txt", tmp_path / "to")
    found = {path.name: path.read_text() for path in (tmp_path / "to").iterdir()}
    assert found == {"a.txt": "0", "a.txt.kept": "1", "a.txt.kept-2": "2"}


def test_saving_over_a_bundle_that_a_crash_took_apart_repairs_it_first(target, images, reopen):
    bench = _bench(target)
    _bundle(bench / "old", short())
    known = save_article(target, replace(short(), body="x\n"), images, force=True).fingerprint
    assert _left(target, reopen).body == "x\n"
    assert known == reopen(target).fingerprint
