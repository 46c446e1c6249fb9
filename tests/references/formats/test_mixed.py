from itertools import permutations

import pytest

from effort import grows_with
from palmetto_editor.references.formats.mixed import parts
from palmetto_editor.references.formats.read import read

LINE = "Smith A, Jones B. A line of free text. J Test. 2003;4(2):11-19.\n"
PIECES = {
    "One of BibTeX": "@article{s1,\n title={One of BibTeX}, author={Roe, K}, year=2000}\n",
    "One of RIS": "TY  - JOUR\nTI  - One of RIS\nAU  - Roe, K\nER  - \n",
    "One of PubMed": "PMID- 12345678\nTI  - One of PubMed\nAU  - Roe K\n",
    "One of JSON": '[{"id": "q", "type": "book", "title": "One of JSON"}]\n',
    "One of XML": "<xml><records><record><titles><title>One of XML</title></titles></record>"
    "</records></xml>\n",
    "One of EndNote": "%0 Book\n%T One of EndNote\n%A Roe, K\n",
    "A line of free text": LINE,
}


@pytest.mark.parametrize("pair", list(permutations(PIECES, 2)), ids=" then ".join)
def test_two_formats_in_one_paste_are_both_read(pair):
    imported = read("\n".join(PIECES[title] for title in pair))
    assert {record.reference.title for record in imported.records} == set(pair)
    assert imported.count == 2


def test_all_formats_in_one_paste_are_read_and_a_record_keeps_its_line():
    imported = read("\n".join(PIECES.values()), "all.txt")
    assert [record.reference.title for record in imported.records] == list(PIECES)
    assert imported.records[1].origin == "all.txt, line 4"


@pytest.mark.parametrize(
    "text",
    [
        "TY  - JOUR\nTI  - One\nAB  - Of files:\n\n@article{x, title={No}}\n\nER  - \n",
        '@article{a, title={One}, abstract={Of\n\nTY  - JOUR\n\n and\n\n[{"id": 1}]\n\n}}\n',
        f"@article{{a, title={{One}}, abstract={{Words.\n\n{LINE}}}}}\n",
    ],
)
def test_a_sign_within_a_record_begins_no_other_format(text):
    assert parts(text) == {}
    (record,) = read(text).records
    assert record.reference.title == "One"


def test_remarks_between_entries_are_no_references():
    assert (
        parts("@comment{x}\n\nThis file was made by a program in 2019, version 4, on a day.\n")
        == {}
    )


@pytest.mark.parametrize("piece", ["\n ", "\n\n", "\n\n@a{", "\n\nSmith A. ", '\n\n[{"', " "])
def test_the_work_grows_with_the_size(piece):
    assert grows_with(lambda size: parts("\n" + piece * size + "x"), 300)
