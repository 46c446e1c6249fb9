"""Telling works apart that a style would cite with the same words.

CSL 1.0.2, "Disambiguation", in its order: more names, given names, what the style adds itself
(`disambiguate="true"`), then letters behind the year.
Given names by a rule other than `by-cite` tell people apart, whether their works are alike or not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from palmetto_editor.model.csl import Name, Reference
from palmetto_editor.references.styles.scope import Place
from palmetto_editor.references.styles.style import Style

_MOST_NAMES = 20  # beyond these nothing is added: no bracket holds them
Places = Mapping[str, Place]


Print = Callable[[Reference, Place], str]


def told_apart(references: Sequence[Reference], style: Style, cite: Print | None = None) -> Places:
    """How each of the references is cited so that no two read alike, by key.

    The references are those cited, in the order of the reference list. `cite` prints a cite of
    the style, perhaps from memory.
    """
    cite = cite or style.cite
    means = style.disambiguation
    places = {reference.id: Place() for reference in references}
    if means.add_given and means.given_rule != "by-cite":
        places = _people_apart(references, means.given_rule, places)
    if means.add_names:
        for alike in _alike(references, cite, places):
            places |= _more_names(alike, cite, places)
    if means.add_given and means.given_rule == "by-cite":
        for alike in _alike(references, cite, places):
            places |= _given_names(alike, cite, places)
    for alike in _alike(references, cite, places):
        places |= {r.id: replace(places[r.id], ambiguous=True) for r in alike}
    if means.add_year_suffix:
        for alike in _alike(references, cite, places):
            for index, reference in enumerate(alike):
                place = places[reference.id]
                places[reference.id] = replace(place, year_suffix=letters(index))
    return places


def letters(index: int) -> str:
    """`a` for 0, `z` for 25, `aa` for 26."""
    text = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        text = chr(ord("a") + digit) + text
    return text


def _alike(references: Sequence[Reference], cite: Print, places: Places) -> list[list[Reference]]:
    """The works that still read alike, two or more together."""
    groups: dict[str, list[Reference]] = {}
    for reference in references:
        shown = cite(reference, places[reference.id])
        if shown:
            groups.setdefault(shown, []).append(reference)
    return [group for group in groups.values() if len(group) > 1]


def _people_apart(references: Sequence[Reference], rule: str, places: Places) -> dict[str, Place]:
    """Given names for everybody whose family name another bears, as far as names are shown."""
    people = 1 if rule.startswith("primary") else _MOST_NAMES
    bearers: dict[str, set[str]] = {}
    for reference in references:
        for name in _people(reference)[:people]:
            bearers.setdefault(_family(name), set()).add(_initials(name.given))
    made = dict(places)
    for reference in references:
        names = _people(reference)[:people]
        given = tuple(i for i, name in enumerate(names) if len(bearers[_family(name)]) > 1)
        if given:
            made[reference.id] = replace(places[reference.id], given_names=1, given=given)
    return made


def _more_names(alike: Sequence[Reference], cite: Print, places: Places) -> dict[str, Place]:
    """The fewest names that part the works most; as they were where names do not help."""
    best, classes = {r.id: places[r.id] for r in alike}, 1
    longest = min(_MOST_NAMES, max(len(_people(reference)) for reference in alike))
    for names in range(2, longest + 1):
        tried = {r.id: replace(places[r.id], names_shown=names) for r in alike}
        apart = len({cite(r, tried[r.id]) for r in alike})
        if apart > classes:
            best, classes = tried, apart
        if apart == len(alike):
            break
    return best


def _given_names(alike: Sequence[Reference], cite: Print, places: Places) -> dict[str, Place]:
    """Initials, or whole given names where these do not do, if either parts the works."""
    best, classes = {r.id: places[r.id] for r in alike}, 1
    for given in (1, 2):
        tried = {r.id: replace(places[r.id], given_names=given) for r in alike}
        apart = len({cite(r, tried[r.id]) for r in alike})
        if apart > classes:
            best, classes = tried, apart
    return best


def _people(reference: Reference) -> tuple[Name, ...]:
    return reference.author or reference.editor


def _family(name: Name) -> str:
    shown = f"{name.non_dropping_particle} {name.family or name.literal}"
    return shown.casefold().strip()


def _initials(given: str) -> str:
    return " ".join(word[0].casefold() for word in given.replace("-", " ").split())
