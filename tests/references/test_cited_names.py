from __future__ import annotations

import pytest

from palmetto_editor.model.csl import Extension, Name, Reference
from palmetto_editor.references.cited_names import in_sentence, inverted, names


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (Name(family="Howard", given="A. D."), "Howard AD"),
        (Name(family="Howard", given="AD"), "Howard AD"),
        (Name(family="Kojima", given="Masayasu"), "Kojima M"),
        (Name(family="Sartre", given="Jean-Paul"), "Sartre JP"),
        (Name(family="Berg", given="Jan", non_dropping_particle="van den"), "van den Berg J"),
        (Name(family="King", given="Martin", suffix="Jr"), "King M Jr"),
        (Name(family="王", given="小明"), "王 小明"),
        (Name(literal="  World  Health Organization"), "World Health Organization"),
        (Name(given="Prince"), "P"),
    ],
)
def test_a_name_is_inverted_with_initials_without_points(name, shown):
    assert inverted(name) == shown


def test_names_are_escaped_and_empty_ones_are_not_there():
    assert names((Name(family="A<b>"), Name(), Name(family="C"))) == "A&lt;b&gt;, C"


@pytest.mark.parametrize(
    ("families", "truncated", "shown"),
    [
        ("Sun", False, "Sun"),
        ("Sun Wang", False, "Sun and Wang"),
        ("Sun Wang Zheng", False, "Sun et al."),
        ("Sun", True, "Sun et al."),
        ("", False, ""),
    ],
)
def test_a_sentence_names_at_most_two(families, truncated, shown):
    authors = tuple(Name(family=family) for family in families.split())
    item = Reference(id="x", author=authors, palmetto=Extension(authors_truncated=truncated))
    assert in_sentence(item) == shown
