import pytest

from palmetto_editor.errors import UserError
from palmetto_editor.references.lookup.services import ADDRESSES, addresses


def test_a_chosen_address_stands_for_the_usual_one():
    found = addresses({"Crossref": " https://proxy.example.org/crossref ", "PubMed": ""})
    assert found["Crossref"] == "https://proxy.example.org/crossref/"
    assert found["PubMed"] == ADDRESSES["PubMed"]


@pytest.mark.parametrize("text", ["crossref", "ftp://example.org", "file:///etc/passwd"])
def test_what_is_no_address_is_refused(text):
    with pytest.raises(UserError, match="no web address"):
        addresses({"DataCite": text})
