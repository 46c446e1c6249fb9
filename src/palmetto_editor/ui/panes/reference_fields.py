"""Which fields a work of each CSL type needs, in which order, and what they are called there.

Types and variables are those of CSL 1.0.2, appendix III and IV. A row of names stands side by
side; `author`, `editor`, `translator`, `issued` and `accessed` have inputs of their own.
"""

from __future__ import annotations

Rows = tuple[tuple[str, ...], ...]

TYPES = (
    ("article-journal", "Journal article"),
    ("book", "Book"),
    ("chapter", "Chapter of a book"),
    ("webpage", "Web page"),
    ("report", "Report"),
    ("thesis", "Thesis"),
    ("article", "Preprint"),
    ("paper-conference", "Conference paper"),
)

# The texts of a work: label and an example.
TEXTS: dict[str, tuple[str, str]] = {
    "title": ("Title", ""),
    "title-short": ("Short title", ""),
    "container-title": ("Part of", ""),
    "container-title-short": ("Journal, abbreviated", "Eur J Endocrinol"),
    "collection-title": ("Series", ""),
    "collection-number": ("Number in the series", ""),
    "volume": ("Volume", "273"),
    "issue": ("Issue", "5277"),
    "page": ("Pages", "974-977"),
    "number": ("Number", ""),
    "number-of-pages": ("Number of pages", ""),
    "chapter-number": ("Chapter", ""),
    "edition": ("Edition", "2"),
    "genre": ("Kind of work", ""),
    "publisher": ("Publisher", ""),
    "publisher-place": ("Place", "Oxford"),
    "event-title": ("Conference", ""),
    "status": ("Status", "in press"),
    "version": ("Version", ""),
    "language": ("Language", "en"),
    "abstract": ("Abstract", ""),
    "note": ("Note", ""),
    "DOI": ("DOI", "10.1126/science.273.5277.974"),
    "ISBN": ("ISBN", ""),
    "ISSN": ("ISSN", ""),
    "PMID": ("PMID", "8688086"),
    "PMCID": ("PMCID", "PMC1234567"),
    "URL": ("Address", "https://example.org/report.pdf"),
}

ROWS: dict[str, Rows] = {
    "article-journal": (
        ("title",), ("author",), ("issued",), ("container-title",), ("volume", "issue", "page"),
        ("DOI",), ("PMID", "PMCID"),
    ),
    "book": (
        ("title",), ("author",), ("editor",), ("issued",), ("edition", "publisher-place"),
        ("publisher", "ISBN"), ("DOI",),
    ),
    "chapter": (
        ("title",), ("author",), ("issued",), ("container-title",), ("editor",),
        ("page", "edition"), ("publisher", "publisher-place"), ("ISBN", "DOI"),
    ),
    "webpage": (
        ("title",), ("author",), ("issued",), ("container-title",), ("URL",), ("accessed",),
    ),
    "report": (
        ("title",), ("author",), ("issued",), ("genre", "number"),
        ("publisher", "publisher-place"), ("URL",), ("DOI",),
    ),
    "thesis": (
        ("title",), ("author",), ("issued",), ("genre",), ("publisher", "publisher-place"),
        ("URL",),
    ),
    "article": (
        ("title",), ("author",), ("issued",), ("publisher", "version"), ("DOI",), ("URL",),
    ),
    "paper-conference": (
        ("title",), ("author",), ("issued",), ("event-title",), ("container-title",),
        ("page", "publisher"), ("DOI",),
    ),
}  # fmt: skip
ANY: Rows = (("title",), ("author",), ("issued",), ("container-title",), ("publisher",), ("URL",))

# Everything, for what a type does not have among its first.
REST: Rows = (
    ("title-short",), ("container-title",), ("container-title-short",), ("editor",),
    ("translator",), ("volume", "issue", "page"), ("number", "number-of-pages", "chapter-number"),
    ("edition", "version", "status"), ("collection-title", "collection-number"), ("genre",),
    ("event-title",), ("publisher", "publisher-place"), ("DOI",), ("PMID", "PMCID"),
    ("ISBN", "ISSN"), ("URL",), ("accessed",), ("language",), ("abstract",), ("note",),
)  # fmt: skip

# What a field is called in works of a type.
LABELS: dict[tuple[str, str], str] = {
    ("article-journal", "container-title"): "Journal",
    ("chapter", "container-title"): "Book",
    ("webpage", "container-title"): "Web site",
    ("paper-conference", "container-title"): "Proceedings",
    ("report", "genre"): "Kind of report",
    ("report", "publisher"): "Institution",
    ("thesis", "genre"): "Kind of thesis",
    ("thesis", "publisher"): "University",
    ("article", "publisher"): "Server",
}

EVIDENCE = (
    ("", "Not said"),
    ("in-vitro", "In vitro"),
    ("animal", "Animals"),
    ("human", "Humans"),
    ("review", "Review"),
    ("guideline", "Guideline"),
    ("other", "Other"),
)


def first_rows(kind: str) -> Rows:
    """The rows that a work of this type shows at once."""
    return ROWS.get(kind, ANY)


def more_rows(kind: str) -> Rows:
    """All other fields."""
    first = {name for row in first_rows(kind) for name in row}
    rows = (tuple(name for name in row if name not in first) for row in REST)
    return tuple(row for row in rows if row)


def label(kind: str, field: str) -> str:
    """What a text is called in a work of this type."""
    return LABELS.get((kind, field), TEXTS[field][0])
