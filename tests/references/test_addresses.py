from __future__ import annotations

import pytest

from palmetto_editor.references import addresses


def test_a_doi_is_percent_encoded_in_its_address():
    address = addresses.doi_address('10.1002/(SICI)1<1::AID-X>3.0.CO;2-"')
    assert address == "https://doi.org/10.1002/(SICI)1%3C1::AID-X%3E3.0.CO;2-%22"


@pytest.mark.parametrize(
    "text", ["ftp://example.org", "example.org", 'https://e.org/"x', "https://"]
)
def test_what_is_no_web_address_is_none(text):
    assert addresses.web(text) == ""
