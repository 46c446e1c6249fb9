import json
from html import unescape

from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference, Verified
from palmetto_editor.references.embedded import attribute, public

WORK = Reference(
    id="w",
    title='It\'s <i>Calidris</i> & "more"',
    author=(Name(family="Wren", non_dropping_particle="van"),),
    issued=Date(date_parts=((2019, 8),)),
    abstract="Long.",
    note="Mine.",
    palmetto=Extension(
        authors_truncated=True,
        evidence=Evidence(kind="human", n=3),
        verified=Verified(source="Crossref", date="2026-01-01"),
    ),
)


def test_it_is_csl_json_without_what_is_no_part_of_a_citation():
    assert json.loads(unescape(attribute(WORK))) == {
        "type": "article-journal",
        "title": 'It\'s <i>Calidris</i> & "more"',
        "author": [{"family": "Wren", "non-dropping-particle": "van"}],
        "issued": {"date-parts": [[2019, 8]]},
        "palmetto": {"authors_truncated": True, "evidence": {"kind": "human", "n": 3}},
    }


def test_it_stands_in_single_quotes_without_ending_them():
    assert "'" not in attribute(WORK)
    assert "<" not in attribute(WORK)


def test_what_a_page_tells_is_the_reference_but_for_that():
    told = public(WORK)
    assert (told.abstract, told.note, told.palmetto.verified) == ("", "", None)
    assert told.palmetto.evidence == WORK.palmetto.evidence
