from __future__ import annotations

from palmetto_editor.references.styles.sorting import collated


def test_accents_and_apostrophes_do_not_part_the_order() -> None:
    words = ["Zeta", "Éclair", "O’Riordan", "eclipse", "Okafor"]
    assert sorted(words, key=collated) == ["Éclair", "eclipse", "O’Riordan", "Okafor", "Zeta"]
