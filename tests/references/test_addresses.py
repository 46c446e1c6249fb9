from __future__ import annotations

import pytest

from palmetto_editor.references import addresses


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("10.1126/science.273.5277.974", "10.1126/science.273.5277.974"),
        ("https://doi.org/10.1038/45230.", "10.1038/45230"),
        ("http://dx.doi.org/10.1038/45230", "10.1038/45230"),
        ("doi: 10.1038/45230", "10.1038/45230"),
        ("11.1038/45230", ""),
        ("10.1038/", ""),
    ],
)
def test_a_doi_is_read_out_of_its_address(text, bare):
    assert addresses.doi(text) == bare


def test_a_doi_is_percent_encoded_in_its_address():
    address = addresses.doi_address('10.1002/(SICI)1<1::AID-X>3.0.CO;2-"')
    assert address == "https://doi.org/10.1002/(SICI)1%3C1::AID-X%3E3.0.CO;2-%22"


def test_identifiers_of_pubmed_are_read_with_their_labels():
    assert addresses.pmid("PMID: 8688086") == "8688086"
    assert addresses.pmid("0123") == addresses.pmid("123456789") == ""
    assert addresses.pmcid("pmc4443295") == addresses.pmcid("PMCID: PMC4443295") == "PMC4443295"


@pytest.mark.parametrize(
    "text", ["ftp://example.org", "example.org", 'https://e.org/"x', "https://"]
)
def test_what_is_no_web_address_is_none(text):
    assert addresses.web(text) == ""
