"""Which CSL type and field stands for what in BibTeX and BibLaTeX."""

from __future__ import annotations

TYPES = {
    "article": "article-journal", "suppperiodical": "article-journal", "review": "article-journal",
    "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book",
    "reference": "book", "mvreference": "book", "proceedings": "book", "mvproceedings": "book",
    "booklet": "pamphlet", "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter",
    "incollection": "chapter", "suppcollection": "chapter", "inreference": "entry-encyclopedia",
    "inproceedings": "paper-conference", "conference": "paper-conference", "manual": "report",
    "techreport": "report", "report": "report", "phdthesis": "thesis", "mastersthesis": "thesis",
    "thesis": "thesis", "unpublished": "manuscript", "online": "webpage", "electronic": "webpage",
    "www": "webpage", "webpage": "webpage", "patent": "patent", "dataset": "dataset",
    "software": "software", "standard": "standard", "periodical": "periodical",
    "legislation": "legislation", "jurisdiction": "legal_case", "letter": "personal_communication",
    "audio": "song", "video": "motion_picture", "movie": "motion_picture", "image": "graphic",
    "artwork": "graphic", "misc": "document", "preprint": "article",
}  # fmt: skip
GENRES = {
    "phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis", "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis", "candthesis": "Candidate thesis", "techreport": "Technical "
    "report", "resreport": "Research report", "software": "Software", "datacd": "Data CD",
    "audiocd": "Audio CD", "patentus": "U.S. patent", "patenteu": "European patent",
    "patentde": "German patent", "patentuk": "British patent", "patentfr": "French patent",
}  # fmt: skip
SUBTYPES = {
    "magazine": "article-magazine", "newspaper": "article-newspaper", "preprint": "article",
}  # fmt: skip
# CSL's types that have no kind of entry: they stand in `entrysubtype`.
OTHERS = {
    "bill", "broadcast", "classic", "collection", "entry", "entry-dictionary", "event", "figure",
    "hearing", "interview", "map", "musical_score", "performance", "post", "post-weblog",
    "regulation", "review", "review-book", "speech", "treaty",
}  # fmt: skip

# CSL's field for each of the source's, the likelier source first.
TEXTS: dict[str, tuple[str, ...]] = {
    "title_short": ("shorttitle",),
    "container_title_short": ("shortjournal", "journalabbr", "journal-iso"),
    "collection_title": ("series",),
    "volume": ("volume",),
    "chapter_number": ("chapter",),
    "edition": ("edition",),
    "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
    "publisher_place": ("location", "address"),
    "event_title": ("eventtitle",),
    "number_of_pages": ("pagetotal", "numpages"),
    "version": ("version",),
    "abstract": ("abstract",),
}
NOTES = ("note", "annote", "annotation", "addendum")
LANGUAGES = {
    "english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB",
    "ukenglish": "en-GB", "german": "de", "ngerman": "de", "french": "fr", "francais": "fr",
    "spanish": "es", "italian": "it", "portuguese": "pt", "brazilian": "pt-BR", "dutch": "nl",
    "russian": "ru", "japanese": "ja", "chinese": "zh", "polish": "pl", "swedish": "sv",
    "danish": "da", "norwegian": "no", "finnish": "fi", "czech": "cs", "hungarian": "hu",
    "turkish": "tr", "greek": "el", "korean": "ko", "latin": "la",
}  # fmt: skip
LANGUAGES |= {
    "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "ita": "it",
    "por": "pt", "dut": "nl", "nld": "nl", "rus": "ru", "jpn": "ja", "chi": "zh", "zho": "zh",
    "pol": "pl", "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "cze": "cs", "ces": "cs",
    "hun": "hu", "tur": "tr", "gre": "el", "ell": "el", "kor": "ko", "lat": "la",
}  # fmt: skip
STATES = {
    "inpreparation": "in preparation", "submitted": "submitted", "forthcoming": "forthcoming",
    "inpress": "in press", "prepublished": "advance online publication",
}  # fmt: skip


def language(text: str) -> str:
    """A language as BCP 47 has it, where its name or three letters are known; else the text."""
    return LANGUAGES.get(text.strip().lower(), text.strip())
