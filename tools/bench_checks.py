"""What checking costs after one edited block: `bench_checks.py WORDS` prints JSON.

`first`: seconds of the thread for everything in an article that is seen for the first time.
`longest`: the longest of them between two moments at which the checks let a key pass.
`again`: for each of some edits of one block in the middle, another block each time, the seconds
that the newest Checked took; citations, tables and a pack of claims are on. With `--rules` it
prints instead what each rule took of that, the slowest first.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from statistics import median
from time import thread_time

from bench_article import article

from palmetto_editor.checks.check import Checker
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.rule import Hit, Rule, Subject
from palmetto_editor.checks.rules import RULES
from palmetto_editor.markup.blocks import split
from palmetto_editor.markup.bounded import Renderer
from palmetto_editor.model.publication import Checks, Publication, Publisher
from palmetto_editor.model.values import Article
from palmetto_editor.page.build import Builder

EDITS = 12
PUBLICATION = Publication(
    name="Bench",
    base_url="https://example.org/",
    publisher=Publisher(name="Bench", url="https://example.org/", logo="logo.png"),
    checks=Checks(packs=("research-use-only",)),
)
_SHOWN = 25  # rules


def edited(first: Article) -> Iterator[Article]:
    """The article with a sentence more in one paragraph after another, near the middle."""
    blocks = [block.text for block in split(first.body)]
    middle = len(blocks) // 2
    plain = [n for n in range(middle, len(blocks)) if blocks[n][:1].isalpha()]
    for number in plain[:EDITS]:
        blocks[number] = f"Rats [@ref{number % 7}] were measured. {blocks[number]}"
        yield replace(first, body="".join(blocks))


def _timed(
    rule: Rule, took: Counter[str], subject: Subject
) -> Sequence[Hit]:  # what `Rule.find` gives, all of it at once
    started = thread_time()
    found = list(rule.find(subject))
    took[rule.id] += round((thread_time() - started) * 1e6)
    return found


class Passes:
    """Asked whether to stop, it never does, and keeps the longest time between two questions."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = thread_time()

    def __call__(self) -> bool:
        now = thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now
        return False


def measured(words: int, rules: Sequence[Rule]) -> tuple[list[float], float, tuple[Finding, ...]]:
    """Thread seconds of the first look and of that after each edit, the longest time that a key
    may wait for the first, and the last findings.
    """
    renderer = Renderer(isolated=False)
    builder = Builder(renderer.render_all, lambda _file: (1200, 800))
    checker = Checker(rules)
    first = replace(article(words), notice="For research use only. Not for human use.")
    seconds: list[float] = []
    longest: list[float] = []
    findings: tuple[Finding, ...] = ()
    for version in (first, *edited(first)):
        page = builder.build(version, PUBLICATION)
        started, passes = thread_time(), Passes()
        checked = checker.look(version, PUBLICATION, page, passes)
        seconds.append(thread_time() - started)
        passes()
        longest.append(passes.longest)
        findings = checked.findings if checked else ()
    renderer.close()
    return seconds, longest[0], findings


def main() -> int:
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    if "--rules" not in sys.argv:
        (first, *again), longest, findings = measured(words, RULES)
        told = {"first": first, "longest": longest, "again": again, "findings": len(findings)}
        print(json.dumps(told))
        return 0
    took: Counter[str] = Counter()
    rules = [replace(rule, find=partial(_timed, rule, took)) for rule in RULES]
    (first, *again), longest, findings = measured(words, rules)
    print(f"first {first * 1000:.0f} ms, again {median(again) * 1000:.1f} ms")
    print(f"without a pause at most {longest * 1000:.1f} ms")
    for rule, micros in took.most_common(_SHOWN):
        print(f"{rule:<34}{micros / 1000:8.1f} ms in all")
    print(Counter(finding.rule for finding in findings).most_common(_SHOWN))
    return 0


if __name__ == "__main__":
    sys.exit(main())
