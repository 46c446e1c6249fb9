from __future__ import annotations

import pytest

from palmetto_editor.references.styles.initials import initialised


@pytest.mark.parametrize(
    ("given", "mark", "shown"),
    [
        ("Jane T.", "", "JT"),
        ("Jane T.", ". ", "J. T."),
        ("Jean-Luc", ". ", "J.-L."),
        ("Jean-Luc", ".", "J.-L."),
        ("Min-jun", "", "M"),
        ("T.J.", ". ", "T. J."),
        ("Brother", ".", "B."),
        ("DL", "", "DL"),
        ("DL", ". ", "D. L."),
        ("JPR.", ".", "J.P.R."),
        ("Jane DL", "", "JDL"),
        ("JUAN", "", "J"),
        ("John III", "", "JI"),
        ("Th. P.", ". ", "Th. P."),
    ],
)
def test_given_names_become_initials(given: str, mark: str, shown: str) -> None:
    assert initialised(given, mark) == shown


def test_initials_without_a_hyphen_and_names_in_full() -> None:
    assert initialised("Jean-Luc", "", hyphen=False) == "JL"
    assert initialised("J T", ". ", whole=True) == "J. T."
    assert initialised("Jane T", ". ", whole=True) == "Jane T."
