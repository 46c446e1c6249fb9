import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.references import identifiers
from palmetto_editor.references.identifiers import (
    Identifier,
    isbn,
    isbn13,
    issn,
    issns,
    orcid,
    recognise,
)


@pytest.mark.parametrize(
    "text", ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "0000000218250097"]
)
def test_an_orcid_is_read_in_each_of_its_forms(text):
    assert orcid(text) == "0000-0002-1825-0097"


def test_the_check_may_be_an_x():
    assert orcid("0000-0002-1694-233x") == "0000-0002-1694-233X"


@pytest.mark.parametrize("text", ["0000-0002-1825-0098", "0000-0002-1825", "", "orcid"])
def test_a_wrong_orcid_is_none(text):
    assert orcid(text) == ""


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("10.1126/science.273.5277.974", "10.1126/science.273.5277.974"),
        ("https://doi.org/10.1038/45230.", "10.1038/45230"),
        ("http://dx.doi.org/10.1038/45230", "10.1038/45230"),
        ("doi: 10.1038/45230", "10.1038/45230"),
        ("DOI: https://doi.org/10.1038/45230", "10.1038/45230"),
        ("doi.org/10.1038/45230", "10.1038/45230"),
        ("info:doi/10.1038/45230", "10.1038/45230"),
        ("urn:doi:10.1038/45230", "10.1038/45230"),
        ("DOI：10.1038/45230", "10.1038/45230"),
        ("https://doi.org/10.1038/45230?utm_source=news&utm_medium=x", "10.1038/45230"),
        ("https://doi.org/10.1594/WDCC/CLM?x=1", "10.1594/WDCC/CLM?x=1"),
        ("[doi] 10.1038/45230", "10.1038/45230"),
        ("<10.1038/45230>", "10.1038/45230"),
        ("10.1038/45230\u200b ", "10.1038/45230"),
        ("(10.1016/S0140-6736(00)04337-4).", "10.1016/S0140-6736(00)04337-4"),
        ("10.1016/S0140-6736(00)04337-4", "10.1016/S0140-6736(00)04337-4"),
        ("10.1016/S0140-6736(00)04337-4).", "10.1016/S0140-6736(00)04337-4"),
        ('10.1002/(SICI)1<1::AID-X>3.0.CO;2-"', '10.1002/(SICI)1<1::AID-X>3.0.CO;2-"'),
        (
            "https://doi.org/10.1002/(SICI)1%3C1::AID-X%3E3.0.CO;2-4",
            "10.1002/(SICI)1<1::AID-X>3.0.CO;2-4",
        ),
        ("10.1000.10/123", "10.1000.10/123"),
        ("11.1038/45230", ""),
        ("10.1038/", ""),
        ("", ""),
    ],
)
def test_a_doi_is_read_in_every_habit(text, bare):
    assert identifiers.doi(text) == bare


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("8688086", "8688086"),
        ("PMID: 8688086", "8688086"),
        ("PMID 8688086.", "8688086"),
        ("[PMID] 8688086", "8688086"),
        ("https://pubmed.ncbi.nlm.nih.gov/8688086/", "8688086"),
        ("pubmed.ncbi.nlm.nih.gov/8688086/?dopt=Abstract", "8688086"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/8688086", "8688086"),
        ("https://europepmc.org/article/MED/8688086", "8688086"),
        ("0123", ""),
        ("123456789", ""),
    ],
)
def test_a_pmid_is_read_in_every_habit(text, bare):
    assert identifiers.pmid(text) == bare


@pytest.mark.parametrize(
    "text",
    ["PMC4443295", "pmc4443295", "PMCID: PMC4443295", "4443295", "PMCID PMC4443295",
     "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4443295/", "PMC4443295.1",
     "https://pmc.ncbi.nlm.nih.gov/articles/PMC4443295/#s2"],
)  # fmt: skip
def test_a_pmcid_is_read_in_every_habit(text):
    assert identifiers.pmcid(text) == "PMC4443295"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("arXiv:2101.00001", "2101.00001"),
        ("arXiv: 2101.00001v2 [q-bio.NC]", "2101.00001v2"),
        ("https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001"),
        ("https://arxiv.org/pdf/2101.00001v3.pdf", "2101.00001v3"),
        ("10.48550/arXiv.2101.00001", "2101.00001"),
        ("2101.001", ""),
    ],
)
def test_an_arxiv_id_is_read_in_every_habit(text, bare):
    assert identifiers.arxiv(text) == bare


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("978-3-16-148410-0", "9783161484100"),
        ("978‑3‑16‑148410‑0", "9783161484100"),
        ("ISBN 3-16-148410-X", "316148410X"),
        ("ISBN-13: 978-3-16-148410-0; 3-16-148410-X", "9783161484100"),
        ("9783161484100 (hardcover)", "9783161484100"),
        ("urn:isbn:9783161484100", "9783161484100"),
        ("https://openlibrary.org/isbn/9783161484100", "9783161484100"),
        ("978-3-16-148410-1", ""),
        ("316148410", ""),
        ("", ""),
    ],
)
def test_an_isbn_is_read_if_its_check_digit_is_right(text, bare):
    assert isbn(text) == bare


def test_both_forms_of_an_isbn_are_one_number():
    assert isbn13("3-16-148410-X") == isbn13("978-3-16-148410-0") == "9783161484100"


@given(st.text("0123456789", min_size=9, max_size=9))
@examples(30)
def test_every_isbn_of_ten_digits_has_one_of_thirteen(digits):
    ten = next(isbn(digits + check) for check in "0123456789X" if isbn(digits + check))
    assert isbn(isbn13(ten)) == isbn13(ten)
    assert isbn13(ten)[3:12] == digits


def test_every_issn_with_a_right_check_digit_is_found():
    text = "0036-8075, 10959203; 0036-8076 2434-561x"
    assert issns(text) == ("0036-8075", "1095-9203", "2434-561X")


def test_one_issn_is_the_whole_text():
    assert issn("eISSN: 1095-9203") == issn("10959203") == "1095-9203"
    assert issn("0036-8076") == issn("0036-8075, 1095-9203") == ""


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("10.1038/45230", "DOI", "10.1038/45230"),
        ("https://onlinelibrary.wiley.com/doi/full/10.1111/j.1365.x", "DOI", "10.1111/j.1365.x"),
        ("https://onlinelibrary.wiley.com/doi/10.1111/j.136.x/abstract", "DOI", "10.1111/j.136.x"),
        ("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000217&type=x",
         "DOI", "10.1371/journal.pone.0000217"),
        ("https://link.springer.com/content/pdf/10.1007/s00125-020-05209-1.pdf",
         "DOI", "10.1007/s00125-020-05209-1"),
        ("https://www.biorxiv.org/content/10.1101/2020.01.30.927871v1.full.pdf",
         "DOI", "10.1101/2020.01.30.927871"),
        ("https://www.nature.com/articles/s41586-020-2649-2", "DOI", "10.1038/s41586-020-2649-2"),
        ("https://doi-org.proxy.example.edu/10.1038/45230", "DOI", "10.1038/45230"),
        ("https://www.tandfonline.com/doi/abs/10.1080%2F1061186X.2020.1?journalCode=x#top",
         "DOI", "10.1080/1061186X.2020.1"),
        ("“10.1038/45230”", "DOI", "10.1038/45230"),
        ("'https://doi.org/10.1038/45230'", "DOI", "10.1038/45230"),
        ("10.1038/45230 [pii]", "DOI", "10.1038/45230"),
        ("doi: 10.1038/45230. [Epub ahead of print]", "DOI", "10.1038/45230"),
        ("PMID: 8688086 [PubMed - indexed for MEDLINE]", "PMID", "8688086"),
        ("8688086", "PMID", "8688086"),
        ("pmid:17", "PMID", "17"),
        ("PMC4443295", "PMCID", "PMC4443295"),
        ("pmc.ncbi.nlm.nih.gov/articles/PMC4443295", "PMCID", "PMC4443295"),
        ("arXiv:2101.00001", "arXiv", "2101.00001"),
        ("2101.00001", "arXiv", "2101.00001"),
        ("ISBN 978-3-16-148410-0", "ISBN", "9783161484100"),
        ("316148410X", "ISBN", "316148410X"),
        ("0036-8075", "ISSN", "0036-8075"),
        ("e-ISSN 1095-9203", "ISSN", "1095-9203"),
        ("https://orcid.org/0000-0002-1825-0097", "ORCID", "0000-0002-1825-0097"),
        ("www.example.org/report", "URL", "https://www.example.org/report"),
        ("https://www.example.org/2020/10.5/x", "URL", "https://www.example.org/2020/10.5/x"),
    ],
)  # fmt: skip
def test_one_identifier_is_recognised_whatever_it_is(text, kind, value):
    assert recognise(text) == Identifier(kind, value)
    assert recognise(f"  ({text}) ") == Identifier(kind, value)


@pytest.mark.parametrize(
    "text",
    ["", "2014", "1999", "ISBN 978-3-16-148410-1", "A title of a paper", "Doing research", "10.1",
     "Doi", "pmid", "ISBN", "0036-8076", "ftp://example.org/x", "javascript:alert(1)",
     "see 10.1038/45230 and 8688086", "PMC", "10.1038/" + "x" * 3000],
)  # fmt: skip
def test_what_is_no_single_identifier_is_none(text):
    assert recognise(text) is None


@given(st.text(max_size=40))
@examples(40)
def test_a_recognised_identifier_is_recognised_again_by_its_value(text):
    found = recognise(text)
    if found is not None:
        assert identifiers.READERS[found.kind](found.value) == found.value
