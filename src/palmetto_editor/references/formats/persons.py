"""People as RIS, EndNote and MEDLINE write them, one on a line: `Muccioli, Giampiero, Jr.`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from palmetto_editor.model.csl import Name
from palmetto_editor.references.names import NameList, read_names

_CUT = re.compile(r"(?:et\.?\s*al\.?|and\s+others|others|…|\.\.\.)[.,]?", re.IGNORECASE)
_CUT_BEHIND = re.compile(r"[,;]?\s+(?:et\.?\s+al\.?|and\s+others)\s*$", re.IGNORECASE)
_PARTICLES = re.compile(
    r"(?P<small>(?:(?:van|von|vom|de|der|den|del|della|dello|di|da|dos|das|du|la|le|ten|ter|te|zu|zum"
    r"|zur|af|av|'t)\s+)+|d['’])(?P<family>[^\W\d_a-z].*)"
)
_SUFFIX = re.compile(r"(?P<given>.*?)[\s,]+(?P<suffix>(?:Jr|Sr)\.?|I{2,3}|IV|[23][nr]d)", re.DOTALL)
_INSTITUTION = re.compile(
    r"\b(?:universit\w+|institut\w+|organi[sz]ation|committee|commission|group|society|association|"
    r"department|ministry|agency|office|cent(?:er|re)|council|collaborati\w+|network|consortium|"
    r"foundation|federation|administration|college|academy|company|inc|ltd|gmbh|corp\w*|team|board|"
    r"investigators|programme|program|service|national|international|world|federal|united|of|for|the)\b",
    re.IGNORECASE,
)


def persons(lines: Iterable[str]) -> NameList:
    """The people of several lines; a line `et al.` says that the list is cut."""
    names: list[Name] = []
    cut = False
    for line in lines:
        text = " ".join(line.split())
        behind = _CUT_BEHIND.search(text)
        if _CUT.fullmatch(text) or behind:
            cut = True
            text = text[: behind.start()] if behind else ""
        if _is_whole(text):
            names.append(Name(literal=text[:-1].strip()))
        elif ";" in text or text.count(",") > 2:
            listed = read_names(text)
            names += listed.names
            cut = cut or listed.truncated
        elif text:
            names.append(person(text))
    return NameList(tuple(names), truncated=cut)


def _is_whole(text: str) -> bool:
    """Whether a comma behind it keeps an institution whole: `Department of Health, Wales,`."""
    return text.endswith(",") and (text.count(",") == 1 or bool(_INSTITUTION.search(text)))


def person(text: str) -> Name:
    """One name, the family's first where there is a comma; an institution as it is."""
    if _is_whole(text):
        return Name(literal=text[:-1].strip())
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma:
        return _with_family(family, given)
    words = text.split()
    if len(words) == 1 or len(words) > 4 or _INSTITUTION.search(text):
        return Name(literal=text)
    listed = read_names(text).names
    if len(listed) != 1:
        return Name(literal=text)
    return _with_family(listed[0].family, listed[0].given)


def _with_family(family: str, given: str) -> Name:
    suffix = ""
    found = _SUFFIX.fullmatch(given)
    if found:
        given, suffix = found["given"], found["suffix"]
    elif "," in given:
        given, _, suffix = (part.strip() for part in given.partition(","))
        if _SUFFIX.fullmatch(f"x {given}"):  # `Smith, Jr., John`
            given, suffix = suffix, given
    small = _PARTICLES.fullmatch(family)
    particle = small["small"].strip() if small else ""
    return Name(
        family=small["family"] if small else family,
        given=given,
        suffix=suffix,
        non_dropping_particle=particle,
    )
