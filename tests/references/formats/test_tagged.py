"""Lines that belong to no record are counted and the first is shown, in every format of lines."""

import pytest

from palmetto_editor.references.formats.read import read

RECORDS = {
    "RIS": "TY  - JOUR\nTI  - Larks\nER  - \n",
    "PubMed": "PMID- 12345\nTI  - Larks\n",
    "EndNote": "%0 Journal Article\n%T Larks\n",
}


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())
@pytest.mark.parametrize(
    ("lines", "told"),
    [("Stray.\n", "1 line, “Stray.”"), ("Stray.\nOther.\n", "2 lines, the first")],
)
def test_lines_outside_of_records_are_told(record, lines, told):
    imported = read(f"{lines}\n{record}")
    assert len(imported.records) == 1
    assert any(told in remark for remark in imported.remarks)
