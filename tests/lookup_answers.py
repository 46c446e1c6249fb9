"""What the services say of a few works, in the shapes of their own answers."""

from __future__ import annotations

from typing import Any

RETRACTED = "10.1016/S0140-6736(97)11096-0"
NOTICE = "10.1016/S0140-6736(10)60175-4"
RECEPTOR = "10.1126/science.273.5277.974"

CROSSREF: dict[str, dict[str, Any]] = {
    RETRACTED.lower(): {
        "indexed": {"date-parts": [[2026, 1, 5]], "date-time": "2026-01-05T07:27:06Z"},
        "reference-count": 32,
        "publisher": "Elsevier BV",
        "issue": "9103",
        "update-policy": "https://doi.org/10.1016/elsevier_cm_policy",
        "DOI": RETRACTED.lower(),
        "type": "journal-article",
        "created": {"date-parts": [[2002, 7, 25]]},
        "page": "637-641",
        "source": "Crossref",
        "title": [
            "RETRACTED: Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive "
            "developmental disorder in children"
        ],
        "prefix": "10.1016",
        "volume": "351",
        "author": [
            {"given": "AJ", "family": "Wakefield", "sequence": "first", "affiliation": []},
            {"given": "SH", "family": "Murch", "sequence": "additional", "affiliation": []},
        ],
        "member": "78",
        "container-title": ["The Lancet"],
        "short-container-title": ["The Lancet"],
        "language": "en",
        "issued": {"date-parts": [[1998, 2]]},
        "ISSN": ["0140-6736"],
        "issn-type": [{"value": "0140-6736", "type": "print"}],
        "URL": "https://doi.org/10.1016/s0140-6736(97)11096-0",
        "updated-by": [
            {
                "DOI": "10.1016/s0140-6736(04)15715-2",
                "type": "correction",
                "label": "Correction",
                "source": "publisher",
                "updated": {"date-parts": [[2004, 3, 6]], "timestamp": 1078531200000},
            },
            {
                "DOI": NOTICE.lower(),
                "type": "erratum",
                "label": "Erratum",
                "source": "publisher",
                "updated": {"date-parts": [[2010, 2, 6]], "timestamp": 1265414400000},
            },
            {
                "DOI": NOTICE.lower(),
                "type": "retraction",
                "label": "Retraction",
                "source": "retraction-watch",
                "updated": {"date-parts": [[2010, 2, 6]], "timestamp": 1265414400000},
                "record-id": "5680",
            },
        ],
    },
    RECEPTOR: {
        "publisher": "American Association for the Advancement of Science (AAAS)",
        "issue": "5277",
        "DOI": RECEPTOR,
        "type": "journal-article",
        "page": "974-977",
        "title": ["A Receptor in Pituitary &amp; Hypothalamus <jats:italic>in vivo</jats:italic>"],
        "subtitle": [],
        "volume": "273",
        "author": [
            {"given": "Andrew D.", "family": "Howard", "sequence": "first", "affiliation": []},
            {"name": "The Receptor Group", "sequence": "additional", "affiliation": []},
        ],
        "container-title": ["Science"],
        "short-container-title": ["Science"],
        "published-print": {"date-parts": [[1996, 8, 16]]},
        "issued": {"date-parts": [[1996, 8, 16]]},
        "ISSN": ["0036-8075", "1095-9203"],
    },
    "10.1000/chapter": {
        "DOI": "10.1000/chapter",
        "type": "book-chapter",
        "title": ["Peptides"],
        "subtitle": ["A short history"],
        "container-title": ["Handbook of Hormones"],
        "publisher": "Example Press",
        "publisher-location": "Berlin",
        "editor": [{"family": "Roe", "given": "Jane", "suffix": "Jr"}],
        "ISBN": ["http://id.crossref.org/isbn/9783161484100", "316148410X"],
        "issued": {"date-parts": [[None]]},
        "published-online": {"date-parts": [["2011"]]},
        "article-number": "e12",
    },
}

MEDLINE = {
    "9500320": """
PMID- 9500320
OWN - NLM
STAT- MEDLINE
DCOM- 19980319
IS  - 0140-6736 (Print)
VI  - 351
IP  - 9103
DP  - 1998 Feb 28
TI  - Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive
      developmental disorder in children.
PG  - 637-41
AB  - An abstract that the reference list has no use for.
FAU - Wakefield, A J
AU  - Wakefield AJ
FAU - Murch, S H
AU  - Murch SH
LA  - eng
PT  - Journal Article
PT  - Retracted Publication
TA  - Lancet
JT  - Lancet (London, England)
JID - 2985213R
RIN - Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/S0140-6736(10)60175-4. PMID:
      20137807
AID - S0140673697110960 [pii]
AID - 10.1016/s0140-6736(97)11096-0 [doi]
PST - ppublish
SO  - Lancet. 1998 Feb 28;351(9103):637-41. doi: 10.1016/s0140-6736(97)11096-0.
""",
    "25963236": """
PMID- 25963236
OWN - NLM
VI  - 12
DP  - 2015
TI  - A work of PubMed Central alone.
FAU - Doe, Jane
AU  - Doe J
PT  - Journal Article
TA  - J Ex
JT  - Journal of examples
PMC - PMC4443295
SO  - J Ex. 2015.
""",
}

PMC = {
    "4443295": [
        {"idtype": "pmid", "idtypen": 1, "value": "25963236"},
        {"idtype": "pmcid", "idtypen": 5, "value": "PMC4443295"},
    ],
    "7000001": [
        {"idtype": "pmid", "idtypen": 1, "value": "0"},
        {"idtype": "doi", "idtypen": 3, "value": RECEPTOR},
        {"idtype": "pmcid", "idtypen": 5, "value": "PMC7000001"},
    ],
}

DATACITE: dict[str, dict[str, Any]] = {
    "10.48550/arxiv.1706.03762": {
        "doi": "10.48550/arxiv.1706.03762",
        "prefix": "10.48550",
        "suffix": "arxiv.1706.03762",
        "identifiers": [{"identifier": "1706.03762", "identifierType": "arXiv"}],
        "creators": [
            {"name": "Vaswani, Ashish", "nameType": "Personal", "givenName": "Ashish",
             "familyName": "Vaswani", "affiliation": [], "nameIdentifiers": []},
            {"name": "Shazeer, Noam", "nameType": "Personal", "affiliation": []},
            {"name": "Example Consortium", "nameType": "Organizational", "affiliation": []},
        ],
        "titles": [{"title": "Attention Is All You Need"}],
        "publisher": "arXiv",
        "container": {},
        "publicationYear": 2017,
        "contributors": [],
        "dates": [
            {"date": "2017-06-12T17:57:34Z", "dateType": "Submitted", "dateInformation": "v1"},
            {"date": "2023-08", "dateType": "Available", "dateInformation": "v7"},
            {"date": "2017", "dateType": "Issued"},
        ],
        "language": None,
        "types": {"ris": "GEN", "bibtex": "misc", "citeproc": "article-journal",
                  "schemaOrg": "CreativeWork", "resourceType": "Article",
                  "resourceTypeGeneral": "Preprint"},
        "version": "7",
        "url": "https://arxiv.org/abs/1706.03762",
    },
    "10.5281/zenodo.1": {
        "doi": "10.5281/zenodo.1",
        "creators": [{"name": "Doe, Jane", "givenName": "Jane", "familyName": "Doe"}],
        "titles": [{"title": "Plasma levels"}, {"title": "Raw data", "titleType": "Subtitle"}],
        "publisher": {"name": "Zenodo"},
        "container": {"type": "Series", "identifier": "0022-0795", "identifierType": "ISSN",
                      "title": "Data of examples", "volume": "3", "firstPage": "12",
                      "lastPage": "14"},
        "publicationYear": 2020,
        "dates": [],
        "contributors": [{"name": "Roe, Kim", "nameType": "Personal", "contributorType": "Editor"}],
        "types": {"resourceTypeGeneral": "Dataset"},
        "version": "1.0",
    },
}  # fmt: skip

BOOKS: dict[str, dict[str, Any]] = {
    "9780980200447": {
        "url": "https://openlibrary.org/books/OL22853304M/Slow_reading",
        "key": "/books/OL22853304M",
        "title": "Slow reading",
        "subtitle": "",
        "authors": [{"url": "https://openlibrary.org/authors/OL6548935A", "name": "John Miedema"}],
        "number_of_pages": 92,
        "identifiers": {
            "isbn_13": ["9780980200447"],
            "isbn_10": ["1234567890"],
            "openlibrary": ["OL22853304M"],
        },
        "publishers": [{"name": "Litwin Books"}],
        "publish_places": [{"name": "Duluth, Minn"}],
        "publish_date": "March 2009",
        "by_statement": "by John Miedema.",
    }
}

WORKS = [
    {
        "key": "/works/OL13694821W",
        "title": "Slow reading",
        "author_name": ["John Miedema"],
        "first_publish_year": 2009,
        "publisher": ["Litwin Books"],
        "isbn": ["9780980200447", "098020044X"],
    },
    {
        "key": "/works/OL1W",
        "title": "Slow reading in a hurried age",
        "author_name": ["David Mikics"],
        "first_publish_year": 2013,
        "publisher": ["Belknap Press", "Harvard University Press"],
        "isbn": ["9780674724723", "9780674728035"],
    },
]
