"""Findings from matches: each weighed by what stands around it, quoted, with what may mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from palmetto_editor.checks.claims import fixes
from palmetto_editor.checks.claims.pack import Conditions, Pack
from palmetto_editor.checks.claims.passages import Passage, passages
from palmetto_editor.checks.claims.scan import Match, facts, known, matches, names_people
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.rule import Pause, Subject
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place

_LONGEST = 110  # characters of a sentence in a message
_OFTEN = 8  # passages between two pauses


def findings(subject: Subject, packs: Sequence[Pack]) -> Iterable[Finding]:
    """What the packs find in the article, a finding for each sentence that breaks a rule.

    Of packs with the same id the first is asked: they would say the same twice. A rule on the
    publication (`checks.choices`) tells that.
    """
    if not packs:
        return ()
    read = []
    for index, passage in enumerate(passages(subject)):
        if index % _OFTEN == 0:
            subject.pause()
        if passage.text.strip():
            read.append(passage)
    asked: dict[str, Pack] = {}
    for pack in packs:
        asked.setdefault(pack.id, pack)
    found = [finding for pack in asked.values() for finding in _of_pack(subject, pack, read)]
    return tuple(dict.fromkeys(found))


def _of_pack(subject: Subject, pack: Pack, read: Sequence[Passage]) -> Iterator[Finding]:
    met: list[tuple[Passage, Match]] = []
    pause = Pause(subject.pause)
    for index, passage in enumerate(read):
        if index % _OFTEN == 0:
            subject.pause()
        answer = "yes" if passage.affirmed else ""
        met += [(passage, match) for match in matches(pack, passage.text, pause, answer)]
    found = [*_broken(subject, met), *_contradictions(subject, met)]
    yield from found
    if any(one.severity == "error" for one in found) and subject.article.notice.strip():
        yield from _relied_on(pack)


def _broken(subject: Subject, met: Sequence[tuple[Passage, Match]]) -> Iterator[Finding]:
    """What the matches break where they stand; a sentence breaks a rule once."""
    telling = {id(passage.section) for passage, match in met if match.when.role == "finding"}
    told: set[tuple[str, int, int]] = set()
    for index, (passage, match) in enumerate(met):
        if index % _OFTEN == 0:
            subject.pause()
        once = (match.rule.id, id(passage), match.sentence.start)
        if match.when.role not in ("", "finding") or once in told:
            continue
        if _breaks(subject, passage, match, telling):
            told.add(once)
            yield _finding(subject, passage, match)


def _relied_on(pack: Pack) -> Iterator[Finding]:
    """That the notice does not cure what was found."""
    for rule in pack.rules:
        if any(when.role == "notice" for when in rule.whens):
            yield Finding(rule.id, rule.severity, Place("notice"), rule.message, about=rule.about)


def _breaks(subject: Subject, passage: Passage, match: Match, telling: set[int]) -> bool:
    when = match.when
    if passage.surface not in when.where or (passage.denied and not when.negated):
        return False
    around = _around(subject, passage, match, telling)
    return not _holds(when.silent, around) and (not when.only or _holds(when.only, around))


def _around(subject: Subject, passage: Passage, match: Match, telling: set[int]) -> frozenset[str]:
    """The conditions that hold where a match stands."""
    near = known(passage.text).around(match.start)
    own = set(facts(match.sentence.text)) | (near.facts & {"model", "study"})
    if passage.surface in ("cell", "question"):
        own |= passage.section.facts
    # A sentence that speaks of people has its own model, whatever animals stand beside it.
    if "animal" in own or ("animal" in near.facts and not names_people(match.sentence.text)):
        own.add("near-animal")
    if near.cited or passage.cited:
        own.add("cited")
    if "model" in own | passage.section.facts or passage.section.says("model"):
        own.add("near-model")
    if subject.publication.citations.badges and near.keys & _tagged(subject.article.references):
        own.add("near-model")
    if passage.section.says("methods"):
        own.add("methods")
    if passage.findings or id(passage.section) in telling or passage.section.says("findings"):
        own.add("findings")
    return frozenset(own | ({"legal"} if passage.legal else set()))


@lru_cache(maxsize=4)
def _tagged(references: tuple[Reference, ...]) -> frozenset[str]:
    """The keys of works whose model readers see beside each citation, where badges are shown."""
    return frozenset(one.id for one in references if one.palmetto.evidence)


def _holds(conditions: Conditions, around: frozenset[str]) -> bool:
    return any(all_of <= around for all_of in conditions)


def _finding(subject: Subject, passage: Passage, match: Match, other: str = "") -> Finding:
    rule, sentence = match.rule, match.sentence
    read = known(passage.text).shown
    first, last = read.at(match.start, min(match.end, sentence.end))
    start, end = read.at(sentence.start, sentence.end)
    typed, base = passage.text[start:end], passage.start
    message = (match.when.message or rule.message).replace("{quote}", _quote(match))
    message = message.replace("{words}", " ".join(read.text[match.start : match.end].split()))
    offered = []
    key = fixes.evident(sentence.text, subject.article.references) if rule.citable else ""
    if key and passage.surface == "text" and passage.place.part != "metadata":
        offered.append(fixes.cite(passage.place, base + start, base + end, typed, key))
    removal = fixes.delete(passage.place, base + start, base + end, typed)
    if rule.removable and removal is not None and passage.surface != "heading":
        offered.append(removal)
    return Finding(
        rule.id,
        rule.severity,
        passage.place.at(base + first, base + last),
        message.replace("{other}", other),
        offered[0] if offered else None,
        tuple(offered[1:]),
        rule.about,
    )


def _contradictions(subject: Subject, met: Sequence[tuple[Passage, Match]]) -> Iterator[Finding]:
    """Words that deny work in people, where a reference or another sentence tells of it."""
    says = [(p, m) for p, m in met if m.when.role == "says" and not p.denied]
    if not says:
        return
    human = next(
        (
            f"@{reference.id} is one in people"
            for reference in subject.article.references
            if reference.palmetto.evidence and reference.palmetto.evidence.kind == "human"
        ),
        "",
    )
    told = [
        (p, m)
        for p, m in met
        if m.when.role == "against" and p.surface in m.when.where and not p.legal
    ]
    for passage, match in says:
        others = [m for p, m in told if m.sentence != match.sentence or p is not passage]
        other = human or (f"{_quote(others[0])} tells of it" if others else "")
        if other:
            found = _finding(subject, passage, match, other)
            yield replace(found, fix=None, others=())


def _quote(match: Match) -> str:
    """The sentence in quotation marks, cut to the neighbourhood of the match."""
    text = match.sentence.text
    start, end = match.start - match.sentence.start, match.end - match.sentence.start
    shown = text
    if len(text) > _LONGEST:
        room = max(0, (_LONGEST - (end - start)) // 2)
        first, last = max(0, start - room), min(len(text), max(end + room, _LONGEST))
        first = text.find(" ", first) + 1 if first else 0
        last = text.rfind(" ", end, last) if last < len(text) else last
        last = last if last > end else min(len(text), end)
        shown = f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
    folded = " ".join(shown.split()).rstrip(".").replace("“", "‘").replace("”", "’")
    return f"“{folded}”"
