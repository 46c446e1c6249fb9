import pytest

from palmetto_editor.references.identifiers import orcid


@pytest.mark.parametrize(
    "text", ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "0000000218250097"]
)
def test_an_orcid_is_read_in_each_of_its_forms(text):
    assert orcid(text) == "0000-0002-1825-0097"


def test_the_check_may_be_an_x():
    assert orcid("0000-0002-1694-233X") == "0000-0002-1694-233X"


@pytest.mark.parametrize("text", ["0000-0002-1825-0098", "0000-0002-1825", "", "orcid"])
def test_a_wrong_orcid_is_none(text):
    assert orcid(text) == ""
