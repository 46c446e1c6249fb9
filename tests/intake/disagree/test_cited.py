import pytest

from palmetto_editor.model.csl import Date, Name, Reference


@pytest.fixture
def asked(found):
    return lambda draft: found(draft, but=())


def _work(key, family="Wren", **more):
    return Reference(
        id=key, author=(Name(family=family),), issued=Date(date_parts=((2019,),)), **more
    )


def test_a_list_that_nobody_cites_is_one_finding(draft, asked):
    works = tuple(_work(f"w{n}", DOI="10.5555/1") for n in range(3))
    (one,) = asked(draft(references=works))
    assert (one.rule, str(one.place)) == ("intake.uncited", "references")
    assert one.message.startswith("3 of 3 references are cited nowhere")
    assert one.page.splitlines() == ["Wren 2019"] * 3


@pytest.mark.parametrize("body", ["So [@w0].", "So [see @w0, p. 3; @x].", "So @w0 said."])
def test_a_citation_is_one(draft, asked, body):
    assert asked(draft(body=body, references=(_work("w0", DOI="10.5555/1"),))) == []


@pytest.mark.parametrize("body", ["So Wren et al. (2019) said.", "So it is (Wren, 2019)."])
def test_a_name_and_a_year_cite_too(draft, asked, body):
    assert asked(draft(body=body, references=(_work("w0", DOI="10.5555/1"),))) == []


def test_a_name_alone_is_no_citation(draft, asked):
    (one,) = asked(draft(body="So Wren said.", references=(_work("w0", DOI="10.5555/1"),)))
    assert str(one.place) == "references[w0]"


def test_references_without_identifiers_are_one_finding_with_their_names(draft, asked):
    works = (_work("w0", "Wren"), _work("w1", "Sand", PMID="1"), _work("w2", "Li"))
    (one,) = asked(draft(body="[@w0; @w1; @w2]", references=works))
    assert one.rule == "intake.no-identifier"
    assert one.message.startswith("2 of 3 references have no")
    assert one.page.splitlines() == ["Wren 2019", "Li 2019"]
