"""The people in a BibTeX field: `von Last, Jr, First and {An Institute} and others`."""

from __future__ import annotations

import re

from bibtexparser.middlewares.names import parse_single_name_into_parts

from palmetto_editor.model.csl import Name
from palmetto_editor.references.formats.latex import plain
from palmetto_editor.references.names import NameList, read_names

LONGEST = 2_000  # characters of a name; a longer one is not taken apart

_CUT = re.compile(r"(?:others|et\.?\s*al\.?|\.\.\.|…)[.,]?", re.IGNORECASE)
_CUT_BEHIND = re.compile(r"[,;]?(?:\s+and)?\s+et\.?\s+al\.?\s*$", re.IGNORECASE)
_EXTENDED = re.compile(r"\s*(?:family|given|prefix|suffix)\s*=", re.IGNORECASE)
_PART = re.compile(r"(family|given|prefix|suffix)(?:-i)?\s*=\s*(\"[^\"]*\"|[^,]*)", re.IGNORECASE)
_WHOLE = re.compile(r"\{(?:[^{}\\]|\\.|\{[^{}]*\})*\}")
_WITH_INITIALS = re.compile(r"[^\W\d_]\S+(?: \S+)? [A-ZÀ-Þ]{1,3}")
_BRACED_PARTICLE = re.compile(r"^\{([a-z]+(?: [a-z]+)*)\} (?=\S)")
_SIMPLE = re.compile(r"([A-ZÀ-ÖØ-Þ][^\s,{}\\~$=]*), ([^,{}\\~$`'=-]+)")  # `Ferrand, Lucie`
_JUNIOR = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_JOINT = re.compile(r"\\.|(?P<brace>[{}])|(?P<and>\sand(?=\s))", re.IGNORECASE)
# Accents that would be taken for the tie of `de~la`, or for a space between words.
_LOOSE = re.compile(r"\\~(?:\{\\?[A-Za-z]\}|\\?[A-Za-z])|\\[uvHrkcdb] [A-Za-z]")


def people(value: str) -> tuple[NameList, tuple[str, ...]]:
    """The names and whether their list is cut; remarks on what was mended."""
    value = " ".join(value.split())
    if not value:
        return NameList((), truncated=False), ()
    if not _AND.search(value) and _is_by_commas(value):
        # Not BibTeX, but what people write: `Smith J, Doe A, Roe B`.
        listed = read_names(plain(value, tags=False).text)
        return listed, ("The names are not joined by “and”; they were told apart by commas.",)
    cut = bool(_CUT_BEHIND.search(value))
    names: list[Name] = []
    for one in _apart(_CUT_BEHIND.sub("", value)):
        bare = one.strip(" ,;")
        if _CUT.fullmatch(bare.strip("{} ")):
            cut = True
        elif bare:
            names.append(_name(bare))
    return NameList(tuple(names), cut), ()


def _apart(value: str) -> list[str]:
    """The names between each `and` that no braces hide.

    bibtexparser's own function loses the backslash that a name begins with, and so its letter.
    """
    parts, depth, start = [], 0, 0
    for found in _JOINT.finditer(value):
        if found["brace"]:
            depth += 1 if found["brace"] == "{" else -1
        elif found["and"] and depth == 0:
            parts.append(value[start : found.start()])
            start = found.end()
    return [*parts, value[start:]] if depth == 0 else _AND.split(value)


def _is_by_commas(value: str) -> bool:
    outside = re.sub(r"\{[^{}]*\}", "", value)
    if ";" in outside.replace("&amp;", "") or outside.count(",") > 2:
        return True
    parts = outside.split(",")
    return len(parts) > 1 and all(_WITH_INITIALS.fullmatch(part.strip()) for part in parts)


def _name(text: str) -> Name:
    simple = _SIMPLE.fullmatch(text)
    if simple:
        return Name(family=simple[1], given=simple[2])
    text = _LOOSE.sub(lambda letter: _text(letter[0]), _BRACED_PARTICLE.sub(r"\1 ", text))
    if _WHOLE.fullmatch(text) and not text.startswith("{\\"):
        return Name(literal=_text(text))
    if len(text) > LONGEST:
        return Name(literal=_text(text))
    if _EXTENDED.match(text):
        parts = {key.lower(): _text(part.strip(' "')) for key, part in _PART.findall(text)}
        return Name(
            family=parts.get("family", ""),
            given=parts.get("given", ""),
            suffix=parts.get("suffix", ""),
            non_dropping_particle=parts.get("prefix", ""),
        )
    parts_of = parse_single_name_into_parts(text, strict=False)
    last, von = _words(parts_of.last), _words(parts_of.von)
    given, suffix = _words(parts_of.first), _words(parts_of.jr)
    if suffix and _JUNIOR.fullmatch(given):  # `Doe, John, Jr.`, which is no BibTeX
        given, suffix = suffix, given
    return Name(
        family=last or von,
        given=given,
        suffix=suffix,
        non_dropping_particle=von if last else "",
    )


def _words(parts: list[str]) -> str:
    return _text(" ".join(parts))


def _text(part: str) -> str:
    return plain(part, tags=False).text
