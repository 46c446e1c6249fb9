"""`palmetto references lookup BUNDLE [KEY…]`: what services know of the works, field by field.

Nothing is taken unasked. With `--take` the fields that are empty are filled from the likeliest
record, where that is of the same work and not of quite another title; a reference whose fields all
agree with it then counts as verified. What differs is printed and left to the writer.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from palmetto_editor.bundle import wire
from palmetto_editor.bundle.read import Opened
from palmetto_editor.bundle.write import save_article
from palmetto_editor.commands import report
from palmetto_editor.commands.opening import STANDARD_INPUT, opened
from palmetto_editor.commands.terminal import Terminal, safe, say
from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Reference, Update
from palmetto_editor.model.values import Article
from palmetto_editor.references.duplicates import same_work
from palmetto_editor.references.lookup.compare import compare, missing, take, verified
from palmetto_editor.references.lookup.found import Answer, Found, Pair
from palmetto_editor.references.lookup.likeness import is_another
from palmetto_editor.references.lookup.look import many
from palmetto_editor.session import settings
from palmetto_editor.session.lookup import client, today


@dataclass(frozen=True, slots=True)
class _Case:
    """One work: the writer's reference, the answer, and what the reference became."""

    mine: Reference
    answer: Answer
    after: Reference

    @property
    def best(self) -> Found | None:
        return self.answer.found[0] if self.answer.found else None

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return compare(self.mine, self.best.reference) if self.best else ()

    @property
    def updates(self) -> list[Update]:
        """What any of the services tells to have become of the work."""
        told = (
            update for found in self.answer.found for update in found.reference.palmetto.updates
        )
        return list(dict.fromkeys(told))

    @property
    def is_doubtful(self) -> bool:
        """Whether a field differs, or the work was retracted or is doubted."""
        graver = any(update.kind != "correction" for update in self.updates)
        return graver or any(pair.verdict == "differs" for pair in self.pairs)

    @property
    def is_unasked(self) -> bool:
        """Whether no service could be reached, so that nothing is known either way."""
        silent = self.answer.silent
        return bool(silent) and not self.best and not any(service.reached for service in silent)

    @property
    def is_another(self) -> bool:
        """Whether the record is of another work: its identifier may be a slip."""
        return self.best is not None and is_another(self.mine, self.best.reference)


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where a record differs or tells of a retraction, 2 where none was reached."""
    if options.take and options.bundle == STANDARD_INPUT:
        raise UserError(
            "The article on standard input has no place to be saved.",
            "With --take, what was found is written into the bundle.",
            "Name the bundle's folder or zip.",
        )
    with opened(options.bundle) as bundle:
        asked = _asked(bundle.article, options.keys)
        cases = list(_looked_up(asked, taking=options.take))
        saved = options.take and _save(bundle, cases)
    _tell(cases, options, saved=saved)
    if any(case.is_unasked for case in cases):
        return 2
    return int(any(case.is_doubtful for case in cases))


def _asked(article: Article, keys: Sequence[str]) -> list[Reference]:
    """The references that are meant: all, or those with the keys."""
    known = {reference.id: reference for reference in article.references}
    wanted = [key.removeprefix("@") for key in keys]
    unknown = [key for key in wanted if key not in known]
    if unknown:
        raise UserError(
            f"No reference has the key {', '.join(unknown)}.",
            "",
            "palmetto references list prints the keys.",
        )
    return [known[key] for key in dict.fromkeys(wanted)] or list(article.references)


def _looked_up(references: Sequence[Reference], *, taking: bool) -> Iterator[_Case]:
    terminal = Terminal()
    chosen = settings.load(settings.folder() / "settings.json")
    with client(chosen, on_wait=lambda why: terminal.report(0.0, why)) as door:
        try:
            answers = many(references, door, on_progress=terminal.report)
        except BaseException:
            door.cancel()  # else the program would wait for its questions before it ends
            raise
    terminal.clear()
    for mine, answer in zip(references, answers, strict=True):
        if answer is not None:  # None for what was cancelled, and nobody cancels here
            case = _Case(mine, answer, mine)
            is_taken = taking and not case.is_another
            yield replace(case, after=_taken(mine, answer)) if is_taken else case


def _taken(mine: Reference, answer: Answer) -> Reference:
    """The reference with what it lacked; verified where nothing of the record differs from it."""
    if not answer.found or not same_work(mine, answer.found[0].reference):
        return mine
    best = answer.found[0]
    pairs = compare(mine, best.reference)
    whole = take(mine, best, missing(pairs))
    if any(pair.verdict == "differs" for pair in pairs):
        return whole
    return verified(whole, best, today())


def _save(bundle: Opened, cases: Sequence[_Case]) -> bool:
    """Save the article with what was taken; False where nothing was."""
    after = {case.mine.id: case.after for case in cases}
    references = tuple(after.get(r.id, r) for r in bundle.article.references)
    if references == bundle.article.references:
        return False
    article = replace(bundle.article, references=references)
    save_article(bundle.path, article, bundle.asset, bundle.fingerprint)
    return True


def _tell(cases: Sequence[_Case], options: argparse.Namespace, *, saved: bool) -> None:
    if options.format == "json":
        report.dump({"references": [_row(case) for case in cases], "saved": saved})
        return
    for case in cases:
        for line in _lines(case):
            sys.stdout.write(safe(line) + "\n")
    found = sum(case.best is not None for case in cases)
    doubtful = sum(case.is_doubtful for case in cases)
    told = f"{report.number(len(cases), 'reference')}: {found} found, {doubtful} with doubts."
    say(f"{told}{' The bundle is saved.' if saved else ''}")


def _lines(case: _Case) -> Iterator[str]:
    """The record beside the reference; only what is not the same on both sides in full."""
    best = case.best
    if best is None:
        asked = "not found" if case.answer.silent else "nothing to look it up by"
        yield f"{case.mine.id}: {'no answer' if case.is_unasked else asked}"
        yield from (f"  {silent.why}" for silent in case.answer.silent)
        return
    likely = "" if best.likeness == 1 else f", likeness {best.likeness:.0%}"
    yield f"{case.mine.id}: {best.service} {best.address}{likely}"
    for update in case.updates:
        details = ", ".join(filter(None, (update.date, update.source, update.DOI)))
        said = report.UPDATES[update.kind]
        yield f"  {said[0].upper()}{said[1:]}{f' ({details})' if details else ''}"
    if case.is_another:
        yield "  Another work by its title: nothing is taken; check the identifier"
    filled = set(_fields_taken(case))
    for pair in case.pairs:
        name = wire.json_name(Reference, pair.field)
        if pair.verdict == "differs":
            yield f"  {name} differs: here “{pair.mine}”, there “{pair.theirs}”"
        elif pair.verdict == "only theirs":
            state = "taken" if pair.field in filled else "missing"
            yield f"  {name} {state}: “{pair.theirs}”"
    same = sum(pair.verdict == "same" for pair in case.pairs)
    verdict = "; verified" if case.after.palmetto.verified != case.mine.palmetto.verified else ""
    yield f"  {report.number(same, 'field')} the same{verdict}"


def _row(case: _Case) -> dict[str, Any]:
    return {
        "key": case.mine.id,
        "found": [
            {
                "service": found.service,
                "address": found.address,
                "likeness": round(found.likeness, 3),
                "record": wire.plain(found.reference),
            }
            for found in case.answer.found
        ],
        "fields": [
            {
                "field": wire.json_name(Reference, pair.field),
                "mine": pair.mine,
                "theirs": pair.theirs,
                "verdict": pair.verdict,
            }
            for pair in case.pairs
        ],
        "updates": [wire.plain(update) for update in case.updates],
        "silent": [
            {"service": silent.service, "why": silent.why, "reached": silent.reached}
            for silent in case.answer.silent
        ],
        "taken": _fields_taken(case),
        "verified": case.after.palmetto.verified is not None,
    }


def _fields_taken(case: _Case) -> list[str]:
    pairs = (pair.field for pair in case.pairs if pair.verdict == "only theirs")
    return [name for name in pairs if getattr(case.after, name) != getattr(case.mine, name)]
