"""Records meet a list."""

from __future__ import annotations

from effort import grows_with
from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references.imported import Record
from palmetto_editor.references.merging import merged


def record(key: str = "", title: str = "Larks in the morning sun", **more: object) -> Record:
    issued = Date(date_parts=((2001,),))
    author = (Name(family="Ferrand"),)
    return Record(Reference(id=key, title=title, author=author, issued=issued, **more))


def test_a_sound_key_is_kept_and_another_one_made() -> None:
    titles = [f"One work of number {n}" for n in range(6)]
    keys = ["Lark2001", "lark2001", "http://zotero.org/items/A", "12", "two words", ""]
    rows = merged([], [record(k, t) for k, t in zip(keys, titles, strict=True)]).rows
    assert [row.reference.id for row in rows] == [
        "Lark2001", "ferrand2001", "ferrand2001b", "ferrand2001c", "ferrand2001d", "ferrand2001e",
    ]  # fmt: skip


def test_a_key_of_the_list_is_not_taken() -> None:
    merge = merged([Reference(id="ferrand2001", title="Other")], [record("Ferrand2001")])
    assert [reference.id for reference in merge.new] == ["ferrand2001b"]


def test_a_known_work_tells_its_key_and_why() -> None:
    mine = record("mine").reference
    merge = merged(
        [mine], [record("", "LARKS in the morning sun."), record("", "Something new here")]
    )
    assert [(row.known, row.why) for row in merge.rows] == [
        ("mine", "the same title and year"), ("", ""),
    ]  # fmt: skip
    assert len(merge.new) == len(merge.known) == 1


def test_a_work_that_comes_twice_is_new_once() -> None:
    merge = merged([], [record("a", DOI="10.5555/x"), record("b", "Y", DOI="10.5555/X")])
    assert [reference.id for reference in merge.new] == ["a"]
    assert merge.known[0].known == "a"


def test_doubles_of_the_list_itself_are_left_alone() -> None:
    mine = [record("a").reference, record("b").reference]
    assert merged(mine, []).rows == ()
    assert merged(mine, [record()]).rows[0].known in {"a", "b"}


def test_fresh_keys_cost_no_more_in_a_long_list() -> None:
    assert grows_with(
        lambda n: merged([], [record("", f"Work of number {i}") for i in range(n)]), 60
    )
