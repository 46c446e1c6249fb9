"""Works looked up at services on loopback, which answer as the real ones do."""

import threading
from dataclasses import replace

import pytest

import lookup_service as faults
from lookup_answers import NOTICE, RECEPTOR, RETRACTED
from palmetto_editor.model.csl import Date, Name, Reference, Update
from palmetto_editor.references.identifiers import Identifier, recognise
from palmetto_editor.references.lookup import look
from palmetto_editor.references.lookup.found import Answer

TITLE = (
    "Ileal lymphoid nodular hyperplasia, nonspecific colitis and pervasive developmental disorder"
)
LANCET = Reference(
    id="wakefield1998",
    title=f"{TITLE} in children",
    author=(Name(family="Wakefield", given="A"),),
    issued=Date(date_parts=((1998,),)),
)


def found(answer, service):
    return next(one.reference for one in answer.found if one.service == service)


def silent(answer, service):
    return next(one for one in answer.silent if one.service == service)


def test_a_doi_is_known_to_crossref_and_pubmed(client):
    answer = look.by_identifier(Identifier("DOI", RETRACTED), client)
    assert [one.service for one in answer.found] == ["Crossref", "PubMed"]
    assert {one.likeness for one in answer.found} == {1.0}
    assert answer.silent == ()
    assert answer.found[1].address == "https://pubmed.ncbi.nlm.nih.gov/9500320/"


def test_crossref_tells_the_gravest_of_each_notice(client):
    work = found(look.by_identifier(Identifier("DOI", RETRACTED), client), "Crossref")
    assert [(u.kind, u.date) for u in work.palmetto.updates] == [
        ("retraction", "2010-02-06"), ("correction", "2004-03-06"),
    ]  # fmt: skip
    assert NOTICE.lower() == work.palmetto.updates[0].DOI
    assert {update.source for update in work.palmetto.updates} == {"Crossref"}


def test_pubmed_tells_a_retraction(client):
    work = found(look.by_identifier(Identifier("PMID", "9500320"), client), "PubMed")
    assert work.palmetto.updates == (
        Update(kind="retraction", source="PubMed", date="2010-02-06", DOI=NOTICE),
    )
    assert work.abstract == ""
    assert (work.volume, work.issue, work.container_title) == ("351", "9103", "Lancet")


def test_a_pmid_leads_to_crossref_by_its_doi(client):
    answer = look.by_identifier(Identifier("PMID", "9500320"), client)
    assert [one.service for one in answer.found] == ["PubMed", "Crossref"]


def test_all_that_became_of_a_work_is_told_once_for_each_service(client):
    answer = look.by_identifier(Identifier("PMID", "9500320"), client)
    told = look.updates(replace(LANCET, DOI=RETRACTED), answer)
    assert [(u.source, u.kind) for u in told] == [
        ("PubMed", "retraction"), ("Crossref", "retraction"), ("Crossref", "correction"),
    ]  # fmt: skip
    other = Reference(id="a", title="Quite another work on barley", DOI="10.1000/other")
    assert look.updates(other, answer) == ()


def test_crossref_gives_a_whole_reference(client):
    work = found(look.by_identifier(Identifier("DOI", RECEPTOR), client), "Crossref")
    assert work.title == "A Receptor in Pituitary & Hypothalamus <i>in vivo</i>"
    assert work.author == (
        Name(family="Howard", given="Andrew D."),
        Name(literal="The Receptor Group"),
    )
    assert (work.container_title, work.container_title_short) == ("Science", "")
    assert (work.page, work.ISSN) == ("974–977", "0036-8075, 1095-9203")
    assert work.issued == Date(date_parts=((1996, 8, 16),))
    assert work.publisher == work.URL == work.id == ""


def test_crossref_gives_a_chapter_with_its_book(client):
    work = found(look.by_identifier(Identifier("DOI", "10.1000/chapter"), client), "Crossref")
    assert (work.type, work.title) == ("chapter", "Peptides: A short history")
    assert (work.publisher, work.publisher_place) == ("Example Press", "Berlin")
    assert work.editor == (Name(family="Roe", given="Jane", suffix="Jr"),)
    assert work.issued == Date(date_parts=((2011,),))
    assert (work.ISBN, work.page) == ("9783161484100, 316148410X", "e12")


@pytest.mark.parametrize(
    "text", ["arXiv:1706.03762v7", "10.48550/arXiv.1706.03762", "https://arxiv.org/pdf/1706.03762"]
)
def test_an_arxiv_id_is_known_to_datacite(client, service, text):
    answer = look.by_identifier(recognise(text), client)
    work = found(answer, "DataCite")
    assert (work.type, work.genre, work.title) == (
        "article", "preprint", "Attention Is All You Need",
    )  # fmt: skip
    assert work.issued == Date(date_parts=((2017, 6, 12),))
    assert work.author == (
        Name(family="Vaswani", given="Ashish"), Name(family="Shazeer", given="Noam"),
        Name(literal="Example Consortium"),
    )  # fmt: skip
    assert len(service.asked) == 1


def test_a_doi_that_crossref_lacks_is_asked_for_at_datacite(client):
    answer = look.by_identifier(Identifier("DOI", "10.5281/zenodo.1"), client)
    work = found(answer, "DataCite")
    assert (work.title, work.publisher, work.version) == (
        "Plasma levels: Raw data",
        "Zenodo",
        "1.0",
    )
    assert (work.type, work.ISSN, work.page) == ("dataset", "0022-0795", "12–14")
    assert work.editor == (Name(family="Roe", given="Kim"),)
    assert silent(answer, "Crossref").reached


def test_a_pmcid_leads_to_its_record(client):
    answer = look.by_identifier(Identifier("PMCID", "PMC4443295"), client)
    assert found(answer, "PubMed").PMCID == "PMC4443295"


def test_a_pmcid_without_a_pmid_leads_to_crossref(client):
    answer = look.by_identifier(Identifier("PMCID", "PMC7000001"), client)
    assert found(answer, "Crossref").DOI == RECEPTOR


@pytest.mark.parametrize("text", ["9780980200447", "ISBN 978-0-9802004-4-7"])
def test_an_isbn_is_known_to_open_library(client, text):
    work = found(look.by_identifier(recognise(text), client), "Open Library")
    assert (work.title, work.ISBN) == ("Slow reading", "9780980200447")
    assert work.author == (Name(family="Miedema", given="John"),)
    assert (work.publisher, work.publisher_place) == ("Litwin Books", "Duluth, Minn")
    assert work.issued == Date(date_parts=((2009, 3),))
    assert work.number_of_pages == "92"


def test_a_chapter_is_no_answer_to_its_books_isbn(client):
    answer = look.by_identifier(Identifier("ISBN", "9783161484100"), client)
    assert answer.found == ()
    assert {one.service for one in answer.silent} == {"Open Library", "Crossref"}


@pytest.mark.parametrize(
    "identifier",
    [Identifier("DOI", "10.9999/none"), Identifier("PMID", "17"), Identifier("PMCID", "PMC9"),
     Identifier("ISBN", "9780674724723"), Identifier("arXiv", "2101.99999")],
)  # fmt: skip
def test_not_found_is_no_proof_that_there_is_none(client, identifier):
    answer = look.by_identifier(identifier, client)
    assert answer.found == ()
    for one in answer.silent:
        assert one.reached
        assert f"has no record of {identifier.kind}" in one.why
        assert "may exist all the same" in one.why


def test_a_service_that_is_down_is_not_one_that_knows_nothing(client, service):
    service.faults["Crossref"].extend([faults.status(503)] * 4)
    answer = look.by_identifier(Identifier("DOI", RETRACTED), client)
    assert not silent(answer, "Crossref").reached
    assert "fault at the moment" in silent(answer, "Crossref").why
    assert found(answer, "PubMed").PMID == "9500320"


def test_an_answer_of_another_shape_is_no_record(client, service):
    for name in faults.PATHS:
        service.faults[name].extend([faults.nothing_useful] * 9)
    for identifier in (Identifier("DOI", RETRACTED), Identifier("ISBN", "9780980200447")):
        assert look.by_identifier(identifier, client).found == ()
    assert look.by_title(LANCET, client).found == ()


def test_a_service_is_silent_once_for_all_that_it_was_asked(client, service):
    work = Reference(id="a", title="Growth of barley", DOI="10.9999/none", PMID="17")
    answer = look.for_reference(work, client)
    assert [one.service for one in answer.silent] == ["Crossref", "PubMed", "DataCite"]
    said = silent(answer, "PubMed").why
    assert said.startswith("PubMed has no record of DOI 10.9999/none or PMID 17 or this title. ")


def test_what_a_service_knew_before_it_failed_is_told_too(client, service):
    service.faults["DataCite"].append(faults.status(403))
    work = Reference(id="a", type="dataset", title="Growth of barley", DOI="10.9999/none")
    one = silent(look.for_reference(work, client), "DataCite")
    assert one.reached
    assert "no record of this title" in one.why
    assert "refused the question" in one.why


def test_a_record_does_not_hide_that_another_service_was_not_reached(client, service):
    service.faults["Crossref"].append(faults.status(403))
    answer = look.for_reference(replace(LANCET, DOI=RETRACTED), client)
    assert found(answer, "PubMed").PMID == "9500320"
    assert not silent(answer, "Crossref").reached


def test_an_issn_is_of_no_single_work(client, service):
    assert look.by_identifier(Identifier("ISSN", "0036-8075"), client) == Answer()
    assert service.asked == []


def test_a_title_is_found_in_another_spelling(client):
    answer = look.by_title(LANCET, client)
    assert [one.service for one in answer.found] == ["Crossref", "PubMed"]
    assert answer.found[0].likeness >= answer.found[1].likeness > 0.9


def test_a_title_that_no_record_is_like_finds_none(client):
    answer = look.by_title(Reference(id="a", title="Growth of barley in the north"), client)
    assert answer.found == ()
    assert "has no record of this title" in silent(answer, "Crossref").why


def test_a_book_is_looked_for_in_the_library(client):
    book = Reference(
        id="a", type="book", title="Slow Reading", author=(Name(family="Miedema", given="J."),)
    )
    answer = look.by_title(book, client)
    best = answer.found[0]
    assert (best.service, best.likeness) == ("Open Library", 1.0)
    assert best.reference.ISBN == "9780980200447"
    assert best.address == "https://openlibrary.org/works/OL13694821W"


def test_a_book_of_many_editions_comes_without_an_editions_data(client):
    book = Reference(id="a", type="book", title="Slow reading in a hurried age")
    work = found(look.by_title(book, client), "Open Library")
    assert (work.ISBN, work.publisher) == ("", "")


def test_a_data_set_is_looked_for_at_datacite(client):
    answer = look.by_title(Reference(id="a", type="dataset", title="Plasma levels"), client)
    assert found(answer, "DataCite").DOI == "10.5281/zenodo.1"


def test_without_a_title_nothing_is_asked(client, service):
    assert look.for_reference(Reference(id="a"), client) == Answer()
    assert service.asked == []


def test_a_reference_is_looked_up_by_its_identifier_alone(client, service):
    answer = look.for_reference(replace(LANCET, DOI=RETRACTED, PMID="9500320"), client)
    assert [one.service for one in answer.found] == ["Crossref", "PubMed"]
    assert not any("query.bibliographic" in path for path in service.paths())


def test_a_known_pmid_spares_a_search(client, service):
    look.for_reference(replace(LANCET, DOI=RETRACTED, PMID="9500320"), client)
    assert len(service.asked) == 2


def test_a_wrong_pmid_beside_a_doi_is_not_believed(client):
    answer = look.for_reference(replace(LANCET, DOI=RETRACTED, PMID="25963236"), client)
    assert found(answer, "PubMed").PMID == "9500320"


def test_an_identifier_that_nobody_knows_leaves_the_title(client):
    answer = look.for_reference(replace(LANCET, DOI="10.9999/none"), client)
    assert found(answer, "PubMed").PMID == "9500320"


def test_an_identifier_of_another_work_has_the_works_of_the_title_behind_it(client):
    answer = look.for_reference(replace(LANCET, DOI=RECEPTOR), client)
    assert [one.reference.DOI.lower() for one in answer.found] == [
        RECEPTOR, RETRACTED.lower(), RETRACTED.lower(),
    ]  # fmt: skip


def test_an_address_with_an_identifier_in_it_is_one(client):
    url = "https://pubmed.ncbi.nlm.nih.gov/9500320/"
    assert look.for_reference(Reference(id="a", URL=url), client).found[0].service == "PubMed"


def test_many_are_answered_in_their_order_and_tell_how_far_they_are(client):
    works = [LANCET, Reference(id="b"), Reference(id="c", DOI=RECEPTOR), Reference(id="d")]
    told = []
    answers = look.many(works, client, lambda share, words: told.append((share, words)))
    assert [len(answer.found) for answer in answers] == [2, 0, 1, 0]
    assert [share for share, _ in told] == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert LANCET.title in [words for _, words in told]


def test_pubmed_is_asked_for_many_together(client, service):
    works = [Reference(id=str(n), DOI=f"10.1000/{n}") for n in range(30)]
    works += [replace(LANCET, DOI=RETRACTED), Reference(id="b", PMID="25963236")]
    answers = look.many(works, client)
    assert found(answers[-2], "PubMed").PMID == "9500320"
    assert found(answers[-1], "PubMed").PMID == "25963236"
    assert silent(answers[0], "PubMed").why.startswith("PubMed has no record of DOI 10.1000/0.")
    assert sum(path.startswith("/entrez/") for path in service.paths()) == 4


def test_where_pubmed_is_down_each_of_many_tells(client, service):
    service.faults["PubMed"].extend([faults.status(403)] * 99)
    answers = look.many([Reference(id=str(n), DOI=RETRACTED) for n in range(3)], client)
    for answer in answers:
        assert not silent(answer, "PubMed").reached
        assert RETRACTED.lower() == found(answer, "Crossref").DOI


def test_many_may_be_cancelled_before_the_first_answer(client, service):
    works = [replace(LANCET, id=str(n), DOI=RETRACTED) for n in range(3)]
    assert look.many(works, client, cancelled=lambda: True) == (None, None, None)


def test_many_that_are_cancelled_keep_what_was_answered(client, service):
    stop = threading.Event()
    works = [Reference(id="empty"), *(Reference(id=str(n), DOI=RETRACTED) for n in range(8))]
    service.faults["Crossref"].extend([faults.slow] * 99)
    answers = look.many(works, client, lambda share, _: share and stop.set(), stop.is_set)
    assert answers[0] is not None
    assert answers[1:] == (None,) * 8


def test_a_fault_of_the_program_is_not_hidden_among_many(client):
    with pytest.raises(AttributeError):
        look.many([None], client)
