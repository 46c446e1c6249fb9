"""Whether two references are the same work, in whatever spelling."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from palmetto_editor.model.csl import Name, Reference
from palmetto_editor.references.identifiers import doi, pmcid, pmid

TELLING = 4  # words: a shorter title ("Editorial") needs more than itself to be told by
NEAR = 0.95  # of the letters of two titles, in their order, are the same
LONGEST = 400  # letters of a title that are compared one by one
MOST_ALIKE = 50  # works of one title that a reference is compared with; keeps the search linear

_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|span|sc|jats:\w+)\b[^<>]*>", re.IGNORECASE)
_SUBTITLE = re.compile(r"[:?!—–]\s|\s[-–—]\s|\.\s")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+|\b[ivx]+\b")
_NOT_DECOMPOSED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "σ"}
)
_GREEK = {
    letter: unicodedata.name(letter).rsplit(" ", 1)[1].lower().replace("lamda", "lambda")
    for letter in "αβγδεζηθικλμνξοπρστυφχψω"
}
_GREEK_LETTER = re.compile("(?<![α-ω])[α-ω](?![α-ω])")  # a Greek word stays one
_PLAIN_ADDRESS = re.compile(r"^https?://(?:www\.)?|#.*$|/+(?=$|#)", re.IGNORECASE)
_SMALL = re.compile(r"^(?:[^\W\d_A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]*\s+)+(?=[^\W\d_a-zß-ÿ])")  # `van der ` Berg
_BOOKS = {"book", "report", "thesis", "software", "dataset"}


def folded(text: str) -> str:
    """Lower-case words without accents, tags and punctuation; `&` and Greek letters by name."""
    if text.isascii() and text.isalnum():
        return text.lower()
    plain = _TAG.sub("", html.unescape(html.unescape(text))).casefold().replace("&", " and ")
    plain = unicodedata.normalize("NFKD", plain.translate(_NOT_DECOMPOSED))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    bare = _GREEK_LETTER.sub(lambda match: f" {_GREEK[match[0]]} ", bare.translate(_NOT_DECOMPOSED))
    return " ".join(_WORD.findall(bare.replace("'", "").replace("’", "")))


def same_work(a: Reference, b: Reference) -> str:
    """Why these are one work, in words ("the same DOI"), or "".

    The same DOI, PMID or PMCID decides. Else the title decides, whole or without its subtitle,
    where nothing else speaks against it: another identifier, other authors, another year; a short
    title such as "Editorial" needs the same pages or place too, and one with a slip of the pen the
    same volume, page, year and authors.
    """
    return _why(_marks(a), _marks(b))


def duplicates(references: Sequence[Reference]) -> tuple[tuple[int, int, str], ...]:
    """Pairs of indices, the first one smaller, and why: each work and its first double.

    Near linear: only works that share an identifier or the beginning of a title are compared.
    """
    seen: dict[tuple[str, str], list[int]] = {}
    marks = [_marks(reference) for reference in references]
    pairs = []
    for index, mark in enumerate(marks):
        near = dict.fromkeys(other for key in mark.keys for other in seen.get(key, ()))
        found = next(((n, why) for n in near if (why := _why(marks[n], mark))), None)
        if found:
            pairs.append((found[0], index, found[1]))
        for key in mark.keys:
            alike = seen.setdefault(key, [])
            if len(alike) < MOST_ALIKE:
                alike.append(index)
    return tuple(pairs)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What a work is told by, folded."""

    identifiers: dict[str, str]
    isbn: str
    address: str
    title: str
    main: str
    year: int | None
    families: frozenset[str]
    container: str
    spot: tuple[str, str]
    keys: list[tuple[str, str]] = field(default_factory=list)


def _marks(reference: Reference) -> _Marks:
    identifiers = {
        "DOI": doi(reference.DOI).casefold(),
        "PMID": pmid(reference.PMID),
        "PMCID": pmcid(reference.PMCID).upper(),
    }
    title, main = folded(reference.title), folded(_main(reference.title))
    address = _PLAIN_ADDRESS.sub("", reference.URL.strip()).casefold()
    isbn = _isbn(reference.ISBN) if reference.type in _BOOKS else ""
    keys = [(kind, value) for kind, value in identifiers.items() if value]
    keys += [("ISBN", isbn)] if isbn else []
    keys += [("title", text) for text in dict.fromkeys((title, main)) if text]
    parts = reference.issued.date_parts if reference.issued else ()
    year = parts[0][0] if parts and parts[0] else None
    spot = folded(reference.volume), _first_page(reference.page)
    keys += [("spot", f"{year} {' '.join(spot)}")] if year and all(spot) else []
    return _Marks(
        identifiers, isbn, address, title, main,
        year=year,
        families=_families(reference.author or reference.editor),
        container=folded(reference.container_title or reference.container_title_short),
        spot=spot,
        keys=keys,
    )  # fmt: skip


def _why(a: _Marks, b: _Marks) -> str:
    differ = False
    for kind, value in a.identifiers.items():
        if value and value == b.identifiers[kind]:
            return f"the same {kind}"
        differ = differ or _differ(value, b.identifiers[kind])
    if differ:
        return ""
    if a.isbn and a.isbn == b.isbn and _is_one_book(a, b):
        return "the same ISBN"
    if _differ(a.year, b.year) or (a.families and b.families and not a.families & b.families):
        return ""
    return _why_titled(a, b)


def _is_one_book(a: _Marks, b: _Marks) -> bool:
    """Whether two books of one ISBN, which a set of volumes shares, can be one."""
    is_alike = a.main == b.main or not _differ(a.year, b.year)
    return is_alike and not _differ(a.spot[0], b.spot[0])


def _why_titled(a: _Marks, b: _Marks) -> str:
    """Why two works of no differing identifier, year or authors are one, by their titles."""
    has_year, has_authors = a.year is not None and a.year == b.year, bool(a.families & b.families)
    if a.title and a.title == b.title:
        if a.address and a.address == b.address:
            return "the same title and web address"
        if not _is_telling(a.title) and not _same_spot(a, b, has_authors=has_authors):
            return ""
        if has_year:
            return "the same title and year"
        return "the same title and authors" if has_authors and _is_telling(a.title) else ""
    one_is_short = a.main and a.main == b.main and (a.title == a.main or b.title == b.main)
    if one_is_short and has_year and has_authors and len(a.main.split()) > 1:
        return "the same title without its subtitle, and the same year"
    if has_year and has_authors and all(a.spot) and _is_near(a.title, b.title):
        return "nearly the same title, the same pages and year" if _same_spot(a, b) else ""
    return ""


def _is_near(a: str, b: str) -> bool:
    """Whether two titles differ by a slip or two, and in no number."""
    if not _is_telling(a) or _NUMBER.findall(a) != _NUMBER.findall(b):
        return False
    return SequenceMatcher(None, a[:LONGEST], b[:LONGEST], autojunk=False).ratio() >= NEAR


def _same_spot(a: _Marks, b: _Marks, *, has_authors: bool = False) -> bool:
    """Whether two titles stand at one place: nothing differs, and something agrees."""
    if _differ(a.container, b.container) and not _abbreviates(a.container, b.container):
        return False
    if any(_differ(mine, theirs) for mine, theirs in zip(a.spot, b.spot, strict=True)):
        return False
    return has_authors or (bool(a.spot[1]) and a.spot == b.spot)


def _abbreviates(a: str, b: str) -> bool:
    """Whether `j biol chem` can stand for `journal of biological chemistry`."""
    short, long = sorted((a.split(), b.split()), key=lambda words: len("".join(words)))
    rest: Iterator[str] = iter(long)
    return bool(short) and all(any(word.startswith(part) for word in rest) for part in short)


def _differ(a: object, b: object) -> bool:
    return bool(a) and bool(b) and a != b


def _is_telling(title: str) -> bool:
    # Chinese and Japanese have no spaces: their letters count.
    return len(title.split()) >= TELLING or (not title.isascii() and len(title) > 2 * TELLING)


def _main(title: str) -> str:
    """A title without its subtitle; as it is where what stands before is one short word."""
    found = _SUBTITLE.search(title, 3)
    return title[: found.start()] if found else title


def _families(people: Sequence[Name]) -> frozenset[str]:
    """Family names without particles; German ones agree with `ue` for `ü` too."""
    names = (folded(_SMALL.sub("", n.family) or n.literal or n.given) for n in people)
    return frozenset(re.sub(r"([aou])e", r"\1", name) for name in names if name)


def _first_page(page: str) -> str:
    found = re.match(r"\s*(?:pp?\.\s*)?([^\W_]+)", page)
    return found[1].casefold() if found else ""


def _isbn(text: str) -> str:
    """The nine places that an ISBN-10 and its ISBN-13 share; a 979 keeps its prefix."""
    first = re.match(r"[\dXx -]+", text.strip().removeprefix("ISBN").lstrip(": "))
    digits = re.sub(r"\D", "", first[0]) if first else ""
    if len(digits) == 13:
        return digits[3:12] if digits.startswith("978") else digits[:12]
    return digits[:9] if len(digits) in {9, 10} else ""
