import pytest

from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference
from palmetto_editor.structured.site import Site
from palmetto_editor.structured.works import citations
from sample_articles import REFERENCES

SITE = Site("https://example.org/a/", "https://example.org/a/", "https://example.org/")


def _work(**fields):
    (made,) = citations([Reference(id="r", title="T", **fields)], SITE)
    return made


def test_a_journal_article_stands_in_an_issue_of_a_volume_of_a_periodical():
    work = _work(
        container_title="J",
        volume="12",
        issue="3",
        page="1-9",
        ISSN="0036-8075",
        issued=Date(date_parts=((2019, 8),)),
    )
    assert work["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "3",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "12",
            "isPartOf": {"@type": "Periodical", "name": "J", "issn": "0036-8075"},
        },
    }
    assert (work["pagination"], work["datePublished"]) == ("1-9", "2019-08")


def test_a_level_that_is_not_known_is_skipped():
    assert _work(container_title="J", volume="1")["isPartOf"]["@type"] == "PublicationVolume"
    issue = _work(container_title="J", issue="2")["isPartOf"]
    assert (issue["@type"], issue["isPartOf"]["@type"]) == ("PublicationIssue", "Periodical")
    assert _work(container_title="J")["isPartOf"] == {"@type": "Periodical", "name": "J"}
    assert "isPartOf" not in _work(volume="1", issue="2")


def test_an_identifier_is_an_address_and_a_value():
    work = _work(DOI="https://doi.org/10.5555/ABC", PMID="123", PMCID="45")
    assert work["@id"] == "https://doi.org/10.5555/abc"
    assert work["sameAs"] == [
        "https://doi.org/10.5555/ABC",
        "https://pubmed.ncbi.nlm.nih.gov/123/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC45/",
    ]
    assert [(i["propertyID"], i["value"]) for i in work["identifier"]] == [
        ("DOI", "10.5555/ABC"),
        ("PMID", "123"),
        ("PMCID", "PMC45"),
    ]


def test_one_identifier_stands_by_itself():
    work = _work(DOI="10.5555/1")
    assert work["sameAs"] == "https://doi.org/10.5555/1"
    assert work["identifier"]["value"] == "10.5555/1"


@pytest.mark.parametrize("fields", [{"DOI": "pending"}, {"PMID": "0"}, {"URL": "www.example.org"}])
def test_what_is_no_identifier_is_left_out(fields):
    assert not {"sameAs", "identifier", "url"} & _work(**fields).keys()


@pytest.mark.parametrize(
    ("csl", "schema"),
    [
        ("article-journal", "ScholarlyArticle"),
        ("book", "Book"),
        ("chapter", "Chapter"),
        ("webpage", "WebPage"),
        ("report", "Report"),
        ("thesis", "Thesis"),
        ("article-newspaper", "NewsArticle"),
        ("song", "CreativeWork"),
    ],
)
def test_each_kind_of_work_has_its_type(csl, schema):
    assert _work(type=csl)["@type"] == schema


def test_the_book_around_a_chapter_has_the_editors_and_the_publisher():
    work = _work(
        type="chapter",
        container_title="B",
        editor=(Name(family="Sand"),),
        publisher="Press",
        ISBN="3-16-148410-X",
        page="3-4",
    )
    assert work["isPartOf"] == {
        "@type": "Book",
        "name": "B",
        "editor": [{"@type": "Person", "name": "Sand", "familyName": "Sand"}],
        "isbn": "316148410X",
        "publisher": {"@type": "Organization", "name": "Press"},
    }
    assert work["pagination"] == "3-4"
    assert not {"editor", "publisher", "isbn"} & work.keys()


def test_a_list_cut_short_says_so():
    ada = (Name(family="Wren", given="Ada Beth"),)
    cut = _work(author=ada, palmetto=Extension(authors_truncated=True))
    assert cut["creditText"] == "Wren AB, et al."
    assert "creditText" not in _work(author=ada)


def test_names_are_bare_and_whole():
    (person, institution) = _work(
        author=(
            Name(family="Berg", given="Jan", non_dropping_particle="van den", suffix="Jr"),
            Name(literal="Bird Office"),
            Name(),
        )
    )["author"]
    assert person["name"] == "Jan van den Berg, Jr"
    assert institution == {"@type": "Organization", "name": "Bird Office"}


def test_pages_stand_only_where_schema_org_has_them():
    assert "pagination" not in _work(type="thesis", page="1-9")
    assert "pagination" not in _work(type="book", page="1-9")


def test_a_reference_without_a_title_is_left_out():
    assert citations([Reference(id="r", DOI="10.5555/1")], SITE) == []


def test_a_work_that_stands_twice_is_one():
    twice = [
        Reference(id=i, title=f"T{i}", DOI=doi)
        for i, doi in (("a", "10.5555/A"), ("b", "10.5555/a"))
    ]
    assert [work["name"] for work in citations(twice, SITE)] == ["Ta"]


def test_works_without_an_identifier_have_ids_that_follow_their_facts():
    ids = [work["@id"] for work in citations(REFERENCES, SITE)]
    assert len(set(ids)) == len(ids) == len(REFERENCES) - 1
    other = Site("https://example.org/b/", "https://example.org/b/", "https://example.org/")
    assert ids == [work["@id"] for work in citations(REFERENCES, other)]


def test_the_kind_of_study_is_told_where_the_page_shows_it():
    study = Evidence(kind="animal", species="rat", n=24)
    works = [
        Reference(id="a", title="A", palmetto=Extension(evidence=study)),
        Reference(id="b", title="B"),
    ]
    told = citations(works, SITE, badges=True)
    assert told[0]["genre"] == "Animal (rat), n = 24"
    assert "genre" not in told[1]
    assert "genre" not in citations(works, SITE)[0]
