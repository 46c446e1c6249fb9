from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.intake.markup import claims, markdown, words
from palmetto_editor.intake.mended import intruders, mendings
from palmetto_editor.structured.wild.read import read


def claimed(*values, field=None):
    made = claims(*(read(json.dumps(value)) for value in values))
    return [claim for claim in made if field is None or claim.field == field]


def values(node, field):
    node = {"@type": "Article", "datePublished": "2024", **node}
    return [claim.value for claim in claimed(node, field=field)]


def one(node, field):
    (claim,) = claimed({"@type": "Article", **node}, field=field)
    return claim


def test_the_headline_says_where_it_stands():
    claim = one({"headline": "Tides &amp; <em>sand</em>"}, "headline")
    assert claim.value == "Tides & sand"
    assert claim.side == "markup"
    assert claim.origin == "JSON-LD Article.headline"
    assert claim.confidence == 1.0


def test_a_name_is_a_title_only_without_a_headline():
    assert values({"headline": "A", "name": "B", "alternativeHeadline": "C"}, "title") == []
    assert values({"name": "B"}, "title") == ["B"]


def test_mended_markup_is_a_little_less_sure():
    (claim,) = claims(read('{"@type": "Article", "headline": "Tides",}'))[:1]
    assert claim.confidence < 1


@pytest.mark.parametrize("name", ["author", "creator"])
def test_authors_may_be_texts_or_nodes_and_are_never_split(name):
    node = {
        "@type": "Person",
        "name": "Ann Lee, PhD",
        "url": "https://x.org/ann",
        "sameAs": ["https://orcid.org/0000-0002-1825-0097", {"@id": "https://a.org"}],
        "jobTitle": "Editor",
    }
    text, person, team = claimed(
        {
            "@type": "Article",
            name: ["Bo and Cy", node, {"@type": "NewsMediaOrganization", "name": "T"}],
        },
        field="author",
    )
    assert (text.value, text.kind) == ("Bo and Cy", "")
    assert (person.value, person.kind, person.detail) == ("Ann Lee, PhD", "person", "Editor")
    assert person.url == "https://x.org/ann"
    assert person.same_as == ("https://orcid.org/0000-0002-1825-0097", "https://a.org")
    assert (team.value, team.kind) == ("T", "organization")
    assert person.origin == f"JSON-LD Article.{name}"


def test_an_author_who_is_also_the_creator_is_claimed_once():
    assert values({"author": "Ann", "creator": {"name": "ann"}}, "author") == ["Ann"]


def test_an_author_may_stand_in_another_block():
    post = {"@type": "BlogPosting", "headline": "T", "author": {"@id": "#ann"}}
    person = {"@id": "#ann", "@type": "Person", "name": "Ann"}
    (claim,) = claimed(post, person, field="author")
    assert (claim.value, claim.kind) == ("Ann", "person")


def test_the_reviewer_and_the_date_may_stand_on_the_page():
    page = {
        "@type": "MedicalWebPage",
        "reviewedBy": {"@type": "Person", "name": "Dr. Roe"},
        "dateModified": "2024-02-01",
    }
    found = claimed({"@type": "Article", "headline": "T", "datePublished": "2024"}, page)
    said = {claim.field: (claim.value, claim.origin) for claim in found}
    assert said["reviewer"] == ("Dr. Roe", "JSON-LD MedicalWebPage.reviewedBy")
    assert said["published"] == ("2024", "JSON-LD Article.datePublished")
    assert said["modified"] == ("2024-02-01", "JSON-LD MedicalWebPage.dateModified")


def test_each_date_is_claimed_that_the_article_and_its_page_give():
    page = {"@type": "WebPage", "datePublished": "2024-02-03", "dateModified": "2024-03-01"}
    article = {"@type": "Article", "datePublished": "2024-02-01", "dateModified": "2024-03-01"}
    found = claimed(article, page)
    assert [c.value for c in found if c.field == "published"] == ["2024-02-01", "2024-02-03"]
    assert [c.value for c in found if c.field == "modified"] == ["2024-03-01"]


def test_a_page_alone_speaks_for_itself():
    found = claimed({"@type": "WebPage", "name": "Tides", "inLanguage": {"name": "en"}})
    assert [(c.field, c.value) for c in found] == [
        ("title", "Tides"),
        ("language", "en"),
        ("type", "WebPage"),
    ]


def test_keywords_are_one_claim_each():
    assert values({"keywords": "tide, sand ,"}, "keyword") == ["tide", "sand"]
    terms = {"keywords": ["tide", {"@type": "DefinedTerm", "name": "sand"}]}
    assert values(terms, "keyword") == ["tide", "sand"]


@pytest.mark.parametrize(
    "node",
    [
        {"url": "https://x.org/a"},
        {"mainEntityOfPage": "https://x.org/a"},
        {"mainEntityOfPage": {"@type": "WebPage", "@id": "https://x.org/a#webpage"}},
        {"@id": "https://x.org/a#article"},
        {"url": "https://x.org/a", "mainEntityOfPage": True, "@id": "https://x.org/b"},
    ],
)
def test_the_address_is_found_in_its_several_places(node):
    assert values(node, "canonical_url") == ["https://x.org/a"]


def test_addresses_that_differ_are_both_claimed():
    node = {"url": "https://x.org/a", "mainEntityOfPage": "https://x.org/b"}
    assert values(node, "canonical_url") == ["https://x.org/b", "https://x.org/a"]


@pytest.mark.parametrize(
    "image",
    [
        "https://x.org/i.png",
        ["https://x.org/i.png"],
        {"@type": "ImageObject", "url": "https://x.org/i.png"},
        {"@type": "ImageObject", "contentUrl": ["https://x.org/i.png"]},
        {"@id": "https://x.org/i.png"},
    ],
)
def test_an_image_is_its_address(image):
    assert values({"image": image}, "image") == ["https://x.org/i.png"]


def test_topics_have_a_kind_and_addresses():
    topic = {"@type": "MolecularEntity", "name": "GHRP-6", "sameAs": "https://q.org/1"}
    claim = one({"about": topic}, "about")
    assert (claim.value, claim.kind, claim.same_as) == (
        "GHRP-6",
        "MolecularEntity",
        ("https://q.org/1",),
    )
    assert values({"about": "a", "mentions": ["b", {"name": "c"}]}, "about") == ["a", "b", "c"]


def test_sections_types_and_a_rating_are_claimed():
    node = {
        "@type": ["Article", "TechArticle"],
        "articleSection": ["Shore", "Sea"],
        "aggregateRating": {"ratingValue": 4.5},
    }
    found = [(c.field, c.value) for c in claimed(node)]
    assert found == [
        ("section", "Shore"),
        ("section", "Sea"),
        ("type", "Article"),
        ("type", "TechArticle"),
        ("rating", "4.5"),
    ]


def test_breadcrumbs_come_by_their_positions():
    trail = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": "2", "name": "Shore", "item": "https://x.org/s"},
            {"position": 3, "name": "Tides"},
            {"position": 1, "item": {"@id": "https://x.org", "name": "Home"}},
        ],
    }
    found = claimed(trail, field="breadcrumb")
    assert [(c.value, c.detail) for c in found] == [
        ("Home", "https://x.org"),
        ("Shore", "https://x.org/s"),
        ("Tides", ""),
    ]


def faq(*questions):
    return {"@type": "FAQPage", "mainEntity": list(questions)}


def test_questions_come_with_their_whole_answers():
    found = claimed(
        faq(
            {"@type": "Question", "name": "Why?", "acceptedAnswer": {"text": "So &amp; so."}},
            {
                "@type": "Question",
                "name": "How?",
                "suggestedAnswer": [{"text": "A"}, {"text": "B"}],
            },
            {"@type": "Question", "name": "When?"},
        ),
        field="question",
    )
    assert [(c.value, c.detail) for c in found] == [
        ("Why?", "So & so."),
        ("How?", "A\n\nB"),
        ("When?", ""),
    ]


def test_html_in_an_answer_becomes_markdown():
    answer = '<p>One <strong>thing</strong>:</p><ul><li>a</li><li><a href="/b">b</a></li></ul>'
    assert markdown(answer) == "One **thing**:\n\n- a\n- [b](/b)"


def test_marks_in_a_plain_answer_are_words():
    assert markdown("2 * 3 * 4 and _so_ on") == r"2 * 3 * 4 and \_so\_ on"
    assert markdown("One.\n\nTwo\nthree.") == "One.\n\nTwo three."


def test_entities_that_were_encoded_twice_are_decoded():
    assert words("Ann&amp;#8217;s") == "Ann’s"


def test_values_of_the_wrong_kind_are_harmless():
    odd = [
        None,
        True,
        7,
        [],
        {},
        [[]],
        {"@id": 3},
        {"name": {"name": {}}},
        [{"url": [{}]}],
        "\ud800",
    ]
    names = [
        *("headline", "name", "author", "reviewedBy", "keywords", "url", "mainEntityOfPage"),
        *("image", "about", "breadcrumb", "mainEntity", "inLanguage", "aggregateRating"),
        *("@type", "@id", "acceptedAnswer", "itemListElement"),
    ]
    for value in odd:
        for kind in ("Article", "Question", "BreadcrumbList", "FAQPage"):
            claims(read(json.dumps({"@type": kind, **dict.fromkeys(names, value)})))


KEYS = ("@type", "@id", "name", "url", "author", "item", "text", "mainEntity", "about")
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=10,
)


@examples(60)
@given(JUNK)
def test_no_value_is_an_error(value):
    for claim in claims(read(json.dumps({"@type": "Article", "headline": "x", "author": value}))):
        claim.value.encode()


def test_what_was_mended_is_told_with_its_place():
    first, *_ = mendings(read('{"a": 1,}', "script 2"))
    assert first.where == "script 2, line 1, column 8"
    assert "comma" in first.what


def test_many_mendings_of_a_kind_are_told_as_few():
    found = read("{" + "".join(f"“a{n}”: {n}," for n in range(50)) + "}")
    told = mendings(found)
    assert len(told) == 4
    assert "(47 more like it)" in told[2].what


def test_where_reading_stopped_is_told():
    (told,) = mendings(read('{"a": {"b": 1'))
    assert "stopped" in told.what
    assert told.where == "JSON-LD, line 1, column 14"


def test_entities_in_sound_json_are_told_but_not_as_broken():
    (told,) = mendings(read('{"headline": "A &amp; B"}'))
    assert "entities" in told.what
    assert "JSON-LD" not in told.what + told.where


def test_prose_in_a_script_is_a_paragraph():
    (piece,) = intruders(read('{"a": 1,\n\nRead *this* first.\n\n"b": 2}'))
    assert piece.kind == "paragraph"
    assert piece.plain == "Read *this* first."
    assert piece.text == r"Read \*this\* first."
