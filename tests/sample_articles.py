"""Articles for tests, made of values: one with every part and every kind of work, one with none.

Nothing in them is real; `example.org` and DOIs below `10.5555` are kept free for examples.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from palmetto_editor.model.csl import Date, Extension, Name, Reference
from palmetto_editor.model.publication import Publication, Publisher
from palmetto_editor.model.values import (
    Article,
    Author,
    Column,
    Dismissal,
    Image,
    Link,
    Metadata,
    Question,
    Table,
    Topic,
)

WREN = Author(
    name="Ada Wren",
    url="https://example.org/people/wren/",
    same_as=("https://example.net/@wren",),
    job_title="Field biologist",
    orcid="0000-0002-1825-0097",
)
STATION = Author(kind="organization", name="The Shore Station", url="https://example.org/station/")


@cache
def publication() -> Publication:
    return Publication(
        name="Shore Notes",
        base_url="https://example.org/notes/",
        language="en-GB",
        publisher=Publisher(
            name="The Shore Station",
            url="https://example.org/station/",
            logo="logo.png",
            same_as=("https://example.net/station",),
        ),
    )


@cache
def minimal() -> Article:
    """What an export asks for at least."""
    return Article(
        id="3f0c2f4e-52a5-4a3f-9f43-7d0a3c7c9c11",
        metadata=Metadata(
            headline="Tides", slug="tides", canonical_url="https://example.org/notes/tides/"
        ),
        body="The sea comes and goes.\n",
    )


@cache
def begun() -> Article:
    """One with a reference that was just put into the list."""
    listed = (Reference(id="new"), Reference(id="tides1999", title="Tides", issued=YEAR))
    return replace(minimal(), body="It is so [@new; @tides1999].\n", references=listed)


@cache
def full() -> Article:
    return Article(
        id="8f14e45f-ceea-467f-a0e6-1b2c3d4e5f60",
        metadata=Metadata(
            headline="How sandpipers “read” the tide & the wind",
            title="Sandpipers and tides",
            description="What five years beside one beach showed about feeding and the tide.",
            slug="sandpipers-and-tides",
            language="en-GB",
            type="ScholarlyArticle",
            authors=(WREN, STATION),
            reviewers=(Author(name="Børge Sand", url="https://example.org/people/sand/"), WREN),
            published="2026-04-21T09:30:00+02:00",
            modified="2026-05-02T08:00:00Z",
            keywords=("sandpiper", "tidal feeding", "shore birds"),
            section="Shore birds",
            about=(
                Topic(name="Calidris", same_as=("https://example.net/calidris",)),
                Topic(kind="ChemicalSubstance", name="Chitin"),
            ),
            image="beach",
        ),
        notice="These notes are about **wild** birds.",
        short_answer="Sandpipers follow the water’s edge [@wren2019].",
        body=BODY,
        disclaimer="No bird was handled.",
        faq=(
            Question(
                id="q1", question="When do they feed?", answer="At *low* water, mostly [@wren2019]."
            ),
            Question(
                id="q2",
                question="What do they eat?",
                answer="Two things:\n\n- worms\n- small crabs & lice",
            ),
            Question(id="q3", question="Do they sleep?"),
        ),
        tables=(
            Table(
                id="counts",
                caption="Birds counted in each hour",
                columns=(Column(id="hour", label="Hour"), Column(id="birds", label="Birds")),
                rows=(("first", "twelve *adults*"), ("second", "nine [@dunlin2001]")),
                note="Counted from one hide.",
            ),
        ),
        references=REFERENCES,
        links=(Link(id="l1", label="More about tides", target="https://example.org/notes/tides/"),),
        images=(
            Image(
                id="beach",
                file="beach-plan.png",
                alt="A plan of the beach",
                caption="The beach and its **three** hides",
                credit="Ada Wren",
            ),
            Image(id="bird", file="bird.jpg", alt="A sandpiper"),
            Image(id="unused", file="unused.jpg", alt="Nothing"),
        ),
    )


@cache
def sound() -> Article:
    """The full article without what stops its export; warnings stay."""
    article = full()
    answered = [question for question in article.faq if question.answer]
    titled = [reference for reference in article.references if reference.title]
    return replace(article, faq=tuple(answered), references=tuple(titled))


@cache
def short() -> Article:
    """The sound article with one or two of each kind of thing, where it matters not how many."""
    article = sound()
    cites_many = ", as older books advise\n[@shorebook; @chapter; @report; @thesis; @page]"
    metadata = replace(
        article.metadata,
        reviewers=article.metadata.reviewers[:1],
        about=article.metadata.about[:1],
        keywords=article.metadata.keywords[:1],
    )
    return replace(
        article,
        metadata=metadata,
        body=article.body.replace(cites_many, ""),
        faq=article.faq[:1],
        references=article.references[:2],
        images=article.images[:2],
    )


@cache
def pictured() -> Article:
    """The full article cut down to two images and a table: sound, and quickly exported."""
    article = full()
    table = replace(article.tables[0], rows=(("first", "twelve"),))
    metadata = replace(minimal().metadata, canonical_url="", image="beach")
    return Article(
        id=article.id,
        metadata=metadata,
        body=minimal().body,
        tables=(table,),
        images=article.images[:2],
    )


@cache
def clean() -> Article:
    """The full article without the parts that a check would mention, and that which is said of
    every article with questions read and let stand.
    """
    article = full()
    body = article.body.replace("@page]", "@page; @law]")
    law = replace(REFERENCES[-2], author=(Name(literal="Parliament"),), issued=YEAR)
    dunlin = replace(REFERENCES[1], DOI="10.5555/dunlin", palmetto=Extension())
    return replace(
        article,
        body=body,
        faq=article.faq[:2],
        references=(REFERENCES[0], dunlin, *REFERENCES[2:-2], law),
        images=article.images[:2],
        dismissed=(FAQ_SEARCH,),
    )


FAQ_SEARCH = Dismissal(rule="graph.faq-search", place="faq", reason="They are written for readers.")
YEAR = Date(date_parts=((1999,),))

BODY = """\
## What was counted

Birds were counted each hour [@wren2019; @dunlin2001, p. 3], as older books advise
[@shorebook; @chapter; @report; @thesis; @page].

- by day
- by night

> [!NOTE] What it means
> The tide sets the hour.

{{< table counts >}}

## What was *not* counted

Chicks were left out.[^chicks] ![A sandpiper](bird)

[^chicks]: They hide.
"""

REFERENCES = (
    Reference(
        id="wren2019",
        title="Feeding of <i>Calidris</i> & the tide",
        author=(
            Name(family="Wren", given="Ada B."),
            Name(family="Berg", given="Jan", non_dropping_particle="van den", suffix="Jr"),
        ),
        issued=Date(date_parts=((2019, 8, 16),)),
        container_title="Journal of Shores",
        volume="12",
        issue="3",
        page="101-109",
        DOI="10.5555/SHORE.2019.12",
        ISSN="0036-8075, 1095-9203",
        PMID="12345678",
        PMCID="PMC1234567",
        language="en",
    ),
    Reference(
        id="dunlin2001",
        title="A short list of authors",
        author=(Name(family="Dunlin", given="Cay"),),
        issued=Date(date_parts=((2001,),)),
        container_title="Nature of Beaches",
        volume="7",
        page="1",
        palmetto=Extension(authors_truncated=True),
    ),
    Reference(
        id="shorebook",
        type="book",
        title="The Book of Shores",
        author=(Name(literal="The Shore Station"),),
        editor=(Name(family="Sand", given="Børge"),),
        issued=Date(date_parts=((1987,),)),
        publisher="Shore Press",
        collection_title="Books of the Sea",
        edition="2",
        number_of_pages="312",
        ISBN="978-3-16-148410-0",
    ),
    Reference(
        id="chapter",
        type="chapter",
        title="On worms",
        author=(Name(family="Worm", given="Olaf"),),
        editor=(Name(family="Sand", given="Børge"),),
        issued=Date(date_parts=((1990, 13),)),
        container_title="Life below the Sand",
        publisher="Shore Press",
        page="33-48",
        ISBN="3-16-148410-X",
    ),
    Reference(
        id="report",
        type="report",
        title="Counting birds from a hide",
        author=(Name(literal="Bird Office"),),
        issued=Date(literal="in the spring"),
        publisher="Bird Office",
        number="BO-14",
        collection_title="Bird Office reports",
        URL="https://example.org/bo-14",
    ),
    Reference(
        id="thesis",
        type="thesis",
        title="Nights on the mudflat",
        author=(Name(family="Nacht", given="Eva"),),
        issued=Date(date_parts=((2011, 2, 30),)),
        genre="PhD thesis",
        publisher="University of the Coast",
    ),
    Reference(
        id="page",
        type="webpage",
        title="Tide tables",
        container_title="Harbour Office",
        issued=Date(date_parts=((2020,),), circa=True),
        URL="https://example.org/tides",
    ),
    Reference(id="law", type="legislation", title="Act on the shore", number="7"),
    Reference(id="untitled", container_title="Nowhere"),
)
