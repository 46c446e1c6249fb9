from __future__ import annotations

import pytest

from palmetto_editor.references.styles.runs import concatenated, joined, plain, text_of


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        (("Does it?", ". Next"), "Does it? Next"),
        (("et al.", "."), "et al."),
        (("Wake up!", ","), "Wake up!,"),
        (("one,", ", two"), "one, two"),
        (("one ", " two"), "one two"),
        (("one ", ". two"), "one. two"),
        (("1923. ", ". two"), "1923. two"),
    ],
)
def test_punctuation_that_meets(parts: tuple[str, ...], shown: str) -> None:
    assert text_of(concatenated([plain(part) for part in parts])) == shown


def test_a_delimiter_is_left_out_before_a_part_that_brings_its_own() -> None:
    assert text_of(joined([plain("a"), plain(", b"), (), plain("c")], ". ")) == "a, b. c"
