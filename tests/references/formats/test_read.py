"""Files as real programs export them, and files that nothing should choke on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from effort import grows_with
from palmetto_editor.errors import UserError
from palmetto_editor.references.formats.read import LARGEST, read
from references_shown import shown

SAMPLES = Path(__file__).parent / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text("utf-8"))
GOOD = "@article{good, title={A good one}, year=2000}\n"


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_program_s_own_export_is_read_field_by_field(name: str) -> None:
    assert shown(read((SAMPLES / name).read_bytes(), name)) == EXPECTED[name]


def test_every_sample_is_compared() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == {*EXPECTED, "expected.json"}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_format_is_told_without_the_file_s_name(name: str) -> None:
    assert read((SAMPLES / name).read_bytes()).format == EXPECTED[name]["format"]


@pytest.mark.parametrize("name", sorted(EXPECTED))
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_nothing(name: str, end: str) -> None:
    data = (SAMPLES / name).read_bytes().replace(b"\n", end.encode())
    assert shown(read(data, name)) == EXPECTED[name]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_found(encoding: str) -> None:
    text = "@article{m, title={Über “Ärzte” – und so}, author={Müller, Jörg}}"
    (record,) = read(text.encode(encoding), "x.bib").records
    assert record.reference.title == "Über “Ärzte” – und so"
    assert record.reference.author[0].family == "Müller"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        ("  \n", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "Word"),
        (b"{\\rtf1\\ansi", "RTF"),
        ("<!DOCTYPE html><title>x</title>", "web page"),
        (bytes(range(256)) * 20, "no text"),
        ("[]", "No reference was found"),
        ("% only a comment\n@comment{x}", "No reference was found"),
        pytest.param(bytes(LARGEST + 1), "100 MB", id="huge"),
    ],
)
def test_what_is_no_list_is_refused_with_a_remedy(data: bytes | str, words: str) -> None:
    with pytest.raises(UserError) as caught:
        read(data, "a.bib")
    assert words in caught.value.what
    assert caught.value.remedy


@pytest.mark.parametrize(
    "bad",
    [
        "@article{deep, title={" + "{" * 10_000 + "x" + "}" * 10_000 + "}}\n",
        "@article{open, title={" + "{" * 10_000 + "\n",
        "@article{gap, title={" + "\n" * 10_000 + "x}}\n",
        '@article{quote, title="' + '"' * 5_000 + "}\n",
        "@article{sum, title=" + " # ".join(["a"] * 5_000) + "}\n",
        "@article{accents, title={" + "\\'" * 5_000 + "x}}\n",
        "@article{math, title={" + "$^" * 5_000 + "}}\n",
        "@article{van, author={{" + "van der " * 500 + "X} Y}}\n",
        "@article{small, author={{" + "a" * 5_000 + "}X, Y}}\n",
        "@a{" * 5_000 + "\n",
        "@" * 10_000 + "{\n",
    ],
    ids=lambda bad: bad[:10].strip(),
)
def test_a_hostile_entry_harms_no_other(bad: str) -> None:
    imported = read(GOOD + bad + "@book{last, title={The last}}\n", "x.bib")
    titles = [r.reference.title for r in imported.records]
    assert titles[0] == "A good one"
    assert titles[-1] == "The last"


@pytest.mark.parametrize(
    "piece",
    [
        "@article{a,\n title = {x\n",
        "@article{a, title={T}, author={A, B and C, D}}\n",
        "TY  - JOUR\nTI  - x\n",
        "PMID- 1\nTI  - x\n      more\n\n",
        '{"id": "a", "title": "t"},\n',
        "<record><titles><title>x</title></titles>",
        "%0 Book\n%T x\n\n",
        "1. Smith J. A title of some words. J Foo. 2000;1:2-3.\n",
        "title = {x}\n\n\n",
    ],
    ids=lambda piece: piece[:12].strip(),
)
def test_the_work_grows_with_the_size(piece: str) -> None:
    assert grows_with(lambda size: read(piece * size), 12)


def test_a_record_of_which_no_field_has_a_place_is_refused() -> None:
    imported = read("TY  - JOUR\nKW  - larks\nER  - \nTY  - BOOK\nTI  - T\nER  - \n")
    assert len(imported.records) == 1
    assert imported.refused[0].why == "None of its fields has a place in the list."


def test_progress_is_told_and_can_cancel() -> None:
    shares: list[float] = []
    read(GOOD * 500, on_progress=shares.append)
    assert shares == sorted(shares)
    assert len(shares) > 4
    assert shares[-1] == 1.0

    def cancel(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(GOOD * 500, on_progress=cancel)
