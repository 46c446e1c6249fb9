from dataclasses import replace

from palmetto_editor.model.publication import Publication, Publisher
from palmetto_editor.model.values import Article, Author, Metadata
from palmetto_editor.structured.people import people
from palmetto_editor.structured.site import Site

ADA = Author(name="Ada Wren", url="https://example.org/wren", orcid="0000-0002-1825-0097")
BASE = "https://example.org/notes/"


def _people(*authors, reviewers=(), publication=None):
    publication = publication or Publication(base_url=BASE)
    article = Article(id="a", metadata=Metadata(slug="a", authors=authors, reviewers=reviewers))
    return people(article, publication, Site.of(article, publication), None)


def test_a_person_has_everything_that_was_typed():
    ada = replace(ADA, same_as=("https://example.net/@wren",), job_title="Biologist")
    assert _people(ada).nodes == (
        {
            "@type": "Person",
            "@id": "https://example.org/notes/#/schema/person/ada-wren",
            "name": "Ada Wren",
            "url": "https://example.org/wren",
            "sameAs": ["https://example.net/@wren", "https://orcid.org/0000-0002-1825-0097"],
            "jobTitle": "Biologist",
            "identifier": {
                "@type": "PropertyValue",
                "propertyID": "ORCID",
                "value": "0000-0002-1825-0097",
                "url": "https://orcid.org/0000-0002-1825-0097",
            },
        },
    )


def test_an_author_without_a_name_is_left_out_with_its_reference():
    found = _people(Author(url="https://example.org/nobody"), ADA)
    assert [node["name"] for node in found.nodes] == ["Ada Wren"]
    assert len(found.refs([Author(url="https://example.org/nobody"), ADA])) == 1


def test_what_is_not_valid_is_left_out():
    (node,) = _people(
        Author(name="A", url="wren", same_as=("x",), orcid="0000-0002-1825-0098")
    ).nodes
    assert node.keys() == {"@type", "@id", "name"}


def test_an_organisation_has_no_job_and_no_orcid():
    station = Author(kind="organization", name="Station", job_title="x", orcid=ADA.orcid)
    (node,) = _people(station).nodes
    assert node.keys() == {"@type", "@id", "name"}


def test_the_publisher_as_an_author_is_one_node():
    publication = Publication(
        base_url=BASE, publisher=Publisher(name="Station", url="https://example.org/station")
    )
    station = Author(kind="organization", name="Station", url="https://example.org/about")
    (node,) = _people(station, publication=publication).nodes
    assert (node["url"], node["sameAs"]) == (
        "https://example.org/station",
        "https://example.org/about",
    )


def test_an_author_who_also_reviews_is_one_node():
    found = _people(ADA, reviewers=(Author(name="ada wren"),))
    assert len(found.nodes) == 1
    assert found.refs([ADA, Author(name="ada wren")]) == [{"@id": found.nodes[0]["@id"]}]


def test_two_people_of_one_name_are_two():
    other = Author(name="Ada Wren", orcid="0000-0002-1694-233X")
    ids = [node["@id"] for node in _people(ADA, other).nodes]
    assert len(set(ids)) == 2
    assert ids[0].endswith("ada-wren-0000-0002-1825-0097")


def test_the_id_is_the_same_on_every_page_with_or_without_an_address():
    for base in (BASE, ""):
        publication = Publication(base_url=base)
        one = Article(id="1", metadata=Metadata(slug="one", authors=(ADA,)))
        two = Article(id="2", metadata=Metadata(slug="two", authors=(Author(name="X"), ADA)))
        ids = [
            people(article, publication, Site.of(article, publication), None).ids[ADA]
            for article in (one, two)
        ]
        assert ids[0] == ids[1]
        assert ids[0].startswith(base or "urn:uuid:")
