"""A reference section as text: where its entries begin."""

from __future__ import annotations

import pytest

from palmetto_editor.references.formats.read import read

FIRST = "Ferrand L, Brandt I. Larks in the morning sun. Tides. 2001;3(4):5-9."
SECOND = "Okafor C. Handbook of things. 2nd ed. Oxford: Low Tide Press; 1998."
THIRD = "Papp M. Rooms without tides and their use. Tides. 2003;5:11-19."
ALL = (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(ALL),
        "\n\n".join(ALL),
        "References\n\n" + "\n".join(f"{n}. {entry}" for n, entry in enumerate(ALL, 1)),
        "\n".join(f"[{n}] {entry}" for n, entry in enumerate(ALL, 7)),
        "\n".join(f"• {entry}" for entry in ALL),
        "\n".join(f"{n} {entry}" for n, entry in enumerate(ALL, 1)),
        "\n\n".join(f"{n}: {entry}" for n, entry in enumerate(ALL, 1)),
        "\n".join(f"[{n}] {entry}" for n, entry in zip((1, 2, 40), ALL, strict=True)),
        "\n\n".join(entry.replace(". ", ".\n") for entry in ALL),
        "\n".join(
            entry.replace(" of ", " of\n    ").replace(" and ", " and\n    ") for entry in ALL
        ),
        "\n".join(
            f"{n}) {entry.replace(' of ', chr(10) + 'of ')}" for n, entry in enumerate(ALL, 1)
        ),
        "**References**\n\n" + "\n".join(f"- {entry}" for entry in ALL),
    ],
    ids=[
        "lines",
        "gaps",
        "numbers",
        "brackets",
        "bullets",
        "bare numbers",
        "colons",
        "a gap in the numbers",
        "wrapped",
        "hanging",
        "both",
        "markdown",
    ],
)
def test_entries_are_told_apart(text: str) -> None:
    records = read(text).records
    assert [record.reference.author[0].family for record in records] == [
        "Ferrand",
        "Okafor",
        "Papp",
    ]
    assert [record.reference.issued.date_parts[0][0] for record in records] == [2001, 1998, 2003]


def test_an_identifier_alone_is_a_reference_to_look_up() -> None:
    records = read("10.5555/lark.1\nhttps://doi.org/10.5555/lark.2\nPMID: 31415926").records
    assert [record.reference.DOI for record in records] == ["10.5555/lark.1", "10.5555/lark.2", ""]
    assert records[2].reference.PMID == "31415926"


def test_what_is_no_reference_is_refused_and_told() -> None:
    imported = read(f"1. {FIRST}\n2. See the text.\n3. {THIRD}")
    assert len(imported.records) == 2
    assert imported.refused[0].source == "2. See the text."


def test_a_work_that_says_it_has_no_date_is_a_reference() -> None:
    found = read("Marrow, A. B. (n.d.). Tides and mussels. Quay Press.")
    assert [record.reference.title for record in found.records] == ["Tides and mussels"]


def test_words_without_a_field_are_told() -> None:
    (record,) = read(FIRST + " Zanzibar reprint quokka.").records
    assert "Zanzibar" in " ".join(record.remarks) or "quokka" in " ".join(record.remarks)


def test_a_dash_stands_for_the_authors_above() -> None:
    records = read(f"{FIRST}\n———. Gulls in rooms at night. Tides. 2012;29:1-3.").records
    assert records[1].reference.author == records[0].reference.author
    assert records[1].reference.title == "Gulls in rooms at night"
    assert records[1].is_doubtful("author")


def test_entries_above_the_first_number_are_told_apart() -> None:
    imported = read(f"{FIRST}\n{SECOND}\n[3] {THIRD}\n[4] {FIRST}")
    assert len(imported.records) == 4


def test_a_year_at_a_line_s_front_is_no_number() -> None:
    text = "\n".join(
        f"{n}. {entry.replace(' Tides. ', f' Tides.{chr(10)}')}" for n, entry in enumerate(ALL, 1)
    )
    assert len(read(text).records) == 3


def test_a_journal_between_asterisks_is_no_bullet():
    (record,) = read(
        'Lund A, et al. "Peat and its water." *Journal of Bogs.* 2003;17(2):207–15.', "x"
    ).records
    assert record.reference.container_title == "Journal of Bogs"
