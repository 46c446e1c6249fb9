"""Names proposed from what the writer typed: an address for the page, a key for a reference."""

from __future__ import annotations

import re
import unicodedata

from palmetto_editor.model.csl import Reference

LONGEST_SLUG = 75  # characters; what a search result shows of an address
CITATION_KEY = re.compile(
    r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*"
)  # Pandoc's manual, "Citation syntax"
SAFE_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")


def slug(headline: str) -> str:
    """Lower-case ASCII words joined by hyphens, cut between words; `""` where nothing is left."""
    words = _words(headline)
    while len(words) > 1 and len("-".join(words)) > LONGEST_SLUG:
        words.pop()
    return "-".join(words)[:LONGEST_SLUG]


def citation_key(reference: Reference, taken: frozenset[str]) -> str:
    """First author and year, `muccioli2000`, with a letter where that is taken."""
    name = reference.author[0] if reference.author else None
    who = _words((name.family or name.literal) if name else reference.title)
    parts = reference.issued.date_parts if reference.issued else ()
    year = str(parts[0][0]) if parts and parts[0] else ""
    key = (who[0] if who else "ref") + year
    return _free(key, taken)


def image_id(file: str, taken: frozenset[str]) -> str:
    """The stem of a file name in safe characters, with a number where that is taken."""
    stem = "-".join(_words(file.rpartition(".")[0] or file)) or "image"
    used = {name.casefold() for name in taken}
    name, number = stem, 2
    while name in used:
        name, number = f"{stem}-{number}", number + 1
    return name


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "").replace("'", ""))
    return re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())


def _free(key: str, taken: frozenset[str]) -> str:
    used = {name.casefold() for name in taken}
    letters = "bcdefghijklmnopqrstuvwxyz"
    candidates = [key, *(key + letter for letter in letters)]
    candidates += [f"{key}-{number}" for number in range(1, len(taken) + 2)]
    return next(name for name in candidates if name not in used)
