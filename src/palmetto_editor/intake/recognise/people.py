"""Names in a byline -> authors: people or organisations, their titles told apart."""

from __future__ import annotations

import re

from palmetto_editor.model.values import Author

_SPLIT = re.compile(r"\s*;\s*|\s*,?\s+(?:and|&|with)\s+|\s*,\s*|\s*\n\s*")
_CREDENTIAL = re.compile(
    r"(?:M\.?D|Ph\.?\s?D|D\.?O|R\.?N|R\.?D|RDN|M\.?Sc?|B\.?Sc?|M\.?A|B\.?A|M\.?P\.?H|Pharm\.?\s?D"
    r"|DVM|J\.?D|MBA|MBBS|MBChB|DPhil|DrPH|Sc\.?D|Ed\.?D|Psy\.?D|DNP|NP|PA-?C|FNP|CNS|LDN|CPT|CSCS"
    r"|RPh|FRCP|FACP|FACC|FRSC|CISSN|LPC|LCSW|DDS|DMD|DC|ND|Dipl\.?-?\w*|Esq|Ph)\.?",
)
_CREDENTIAL_END = re.compile(rf"(?:\s+{_CREDENTIAL.pattern})+$")
_HONORIFIC = re.compile(r"^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Sir|Dame)\b\.?\s+)+", re.IGNORECASE)
_JOB = re.compile(
    r"\b(?:editor|writer|author|scientist|researcher|director|professor|nurse|dietitian|chief|chemist"
    r"|biologist|pharmacologist|pharmacist|physician|journalist|manager|head|officer|founder|fellow"
    r"|lecturer|specialist|correspondent|reporter|contributor|analyst|engineer|consultant|lead"
    r"|coordinator|reviewer|student|candidate|expert)\b",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:team|inc|llc|ltd|limited|institute|university|college|editors|editorial|staff|department"
    r"|group|society|association|foundation|labs?|laborator(?:y|ies)|company|corp|corporation|gmbh"
    r"|press|agency|cent(?:er|re)|committee|board|council|network|magazine|journal|newsroom|desk"
    r"|peptides|workshop|studio|guild|club|service|office|museum|library|project|publishing|media|organi[sz]ation|partners|consortium|station|collective|bureau)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|[A-Z]\.|de|da|di|del|van|von|der|den|la|le|bin|al|el|ter|ten|y|of|the|for|&)\s*){1,7}"
)
_PARTICLES = {"of", "the", "for", "&", "de", "da", "di", "del", "la", "le", "al", "el", "y"}


def organisation(name: str) -> bool:
    """Whether the words of a name say that it is no person's."""
    return bool(_ORGANISATION.search(name))


def is_name(text: str) -> bool:
    """Whether a text has the shape of a name: one to seven words with capitals, and no sentence."""
    bare = _stripped(text)[0]
    words = bare.removeprefix("The ").split()
    if not words or len(bare) > 70 or bare[-1] in "?!:" or any(c.isdigit() for c in bare):
        return False
    many = len(words) > 1 or organisation(bare)
    return many and bool(_NAME.fullmatch(bare)) and words[0].lower() not in _PARTICLES


def read(text: str) -> tuple[Author, ...]:
    """The authors in `Ada Wren, PhD, Bo Li and The Shore Institute`; what is no name is a title."""
    found: list[Author] = []
    if re.match(r"[Tt]he [A-Z]", text.strip()) and "," not in text:
        return (Author(kind="organization", name=" ".join(text.split())),)
    for part in _SPLIT.split(re.sub(r"\s*\([^()]*\)", "", text).strip(" .,;|·•:")):
        part = part.strip(" .") if not _CREDENTIAL.fullmatch(part) else part
        if not part:
            continue
        known = _CREDENTIAL.fullmatch(part) or _JOB.search(part)
        if found and (known or _stands_aside(part, found[-1].name, text)):
            found[-1] = _titled(found[-1], part)
        else:
            name, titles = _stripped(part)
            if organisation(name):
                found.append(Author(kind="organization", name=name))
            else:
                found.append(Author(name=name, job_title=titles))
    return tuple(author for author in found if author.name)


def _stands_aside(part: str, name: str, text: str) -> bool:
    """Whether one word behind a whole name and a comma says what its bearer is: `Eva Nacht,
    Ringer`. A family name has its given name behind the comma.
    """
    aside = rf"{re.escape(name)},\s*{re.escape(part)}\s*(?:,|;|$)"
    return " " in name and " " not in part and bool(re.search(aside, text.strip(" .")))


def same(one: str, other: str) -> bool:
    """Whether two names are one, titles, case and marks aside."""
    return _key(one) == _key(other) != ""


def _key(name: str) -> str:
    first = re.split(r",\s*", name, maxsplit=1)
    bare = first[0] if len(first) > 1 and _CREDENTIAL.match(first[1]) else name
    return " ".join(re.findall(r"\w+", _stripped(bare)[0].casefold()))


def _stripped(text: str) -> tuple[str, str]:
    """A name without what stands before and after it, and that."""
    bare = " ".join(text.split())
    end = _CREDENTIAL_END.search(bare)
    titles = end[0].strip() if end and end.start() > 0 else ""
    bare = bare[: end.start()] if end and titles else bare
    return _HONORIFIC.sub("", bare).strip(" ,"), titles


def _titled(author: Author, title: str) -> Author:
    titles = ", ".join(filter(None, (author.job_title, title)))
    return Author(kind=author.kind, name=author.name, job_title=titles)
