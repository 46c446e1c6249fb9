"""Keys for works that come in."""

from __future__ import annotations

from effort import grows_with
from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references.keys import Keys


def work(key: str = "") -> Reference:
    issued = Date(date_parts=((2001,),))
    return Reference(id=key, title="Larks", author=(Name(family="Ferrand"),), issued=issued)


def test_a_sound_key_is_kept_and_another_one_made() -> None:
    keys = Keys()
    own = ["Lark2001", "lark2001", "http://zotero.org/items/A", "12", "two words", ""]
    assert [keys.give(work(key)) for key in own] == [
        "Lark2001", "ferrand2001", "ferrand2001b", "ferrand2001c", "ferrand2001d", "ferrand2001e",
    ]  # fmt: skip


def test_a_key_of_the_list_is_not_taken() -> None:
    assert Keys(["ferrand2001"]).give(work("Ferrand2001")) == "ferrand2001b"


def test_fresh_keys_cost_no_more_in_a_long_list() -> None:
    def give(count: int) -> None:
        keys = Keys()
        for _ in range(count):
            keys.give(work())

    assert grows_with(give, 60)
