"""Rules for what a publication chooses to have checked: a name that is none asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from palmetto_editor.checks import abouts
from palmetto_editor.checks.chosen import family
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.errors import UserError
from palmetto_editor.model.places import Place

_PACKS, _OFF, _SEVERITY = (
    Place("publication", field=f"checks.{name}") for name in ("packs", "off", "severity")
)


def unknown(subject: Subject) -> Iterator[Hit]:
    """A slip in the name of a rule would leave it on, or as grave as it was, in silence."""
    checks = subject.publication.checks
    if not (checks.off or checks.severity):
        return
    own = {name for name, _ in checks.own} | set(checks.packs or ())
    rules = abouts.known()
    families = {*abouts.families(), *own}
    for name in checks.off:
        if name not in rules and name not in families and family(name) not in own:
            yield Hit(_OFF, _said(name, {*rules, *families}, "rule or family of rules"))
    for name, _ in checks.severity:
        if name not in rules and family(name) not in own:
            yield Hit(_SEVERITY, _said(name, rules, "rule"))


def _said(name: str, names: set[str] | frozenset[str], what: str) -> str:
    near = get_close_matches(name, sorted(names), 1)
    meant = f"write “{near[0]}”, or take it out" if near else "take it out"
    return f"The publication names “{name}”, which is no {what}; {meant}."


def pack(subject: Subject) -> Iterator[Hit]:
    """A pack that cannot be used, or has the id of another, would be left unasked in silence."""
    from palmetto_editor.checks.claims import load  # not before a pack may be asked

    checks = subject.publication.checks
    files = {name: f"{name}.pack.toml" for name, _ in checks.own}
    known: dict[str, str] = {}
    for name in dict.fromkeys(checks.packs or ()):
        try:
            read = load(name, checks.own, subject.pause)
        except UserError as error:
            yield Hit(_PACKS, f"{error.what} {error.why} {error.remedy}")
            continue
        file = files.get(name, f"the shipped {name}")
        if (first := known.setdefault(read.id, file)) != file:
            yield Hit(
                _PACKS,
                f"Two packs have the id “{read.id}”, and only the first is asked: {first} and "
                f"{file}. Give one of them another id, or choose one alone.",
            )


def firm(rules: frozenset[str], subject: Subject) -> Iterator[Hit]:
    """What a page cannot do without is asked all the same, and is an error."""
    checks = subject.publication.checks
    lowered = [(name, _SEVERITY) for name, severity in checks.severity if severity != "error"]
    for name, place in (*((name, _OFF) for name in checks.off), *lowered):
        if name in rules:
            message = f"A page cannot do without “{name}”, so it stays an error; take it out here."
            yield Hit(place, message)
