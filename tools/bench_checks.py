"""What checking costs after one edited block: `bench_checks.py WORDS` prints JSON.

`first`: seconds of the thread for everything in an article that is seen for the first time.
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


def measured(words: int, rules: Sequence[Rule]) -> tuple[list[float], tuple[Finding, ...]]:
    """Thread seconds of the first look and of that after each edit, and the last findings."""
    renderer = Renderer(isolated=False)
    builder = Builder(renderer.render_all, lambda _file: (1200, 800))
    checker = Checker(rules)
    first = replace(article(words), notice="For research use only. Not for human use.")
    seconds: list[float] = []
    findings: tuple[Finding, ...] = ()
    for version in (first, *edited(first)):
        page = builder.build(version, PUBLICATION)
        started = thread_time()
        checked = checker.look(version, PUBLICATION, page)
        seconds.append(thread_time() - started)
        findings = checked.findings if checked else ()
    renderer.close()
    return seconds, findings


def main() -> int:
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    if "--rules" not in sys.argv:
        (first, *again), findings = measured(words, RULES)
        print(json.dumps({"first": first, "again": again, "findings": len(findings)}))
        return 0
    took: Counter[str] = Counter()
    rules = [replace(rule, find=partial(_timed, rule, took)) for rule in RULES]
    (first, *again), findings = measured(words, rules)
    print(f"first {first * 1000:.0f} ms, again {sorted(again)[len(again) // 2] * 1000:.1f} ms")
    for rule, micros in took.most_common(_SHOWN):
        print(f"{rule:<34}{micros / 1000:8.1f} ms in all")
    print(Counter(finding.rule for finding in findings).most_common(_SHOWN))
    return 0


if __name__ == "__main__":
    sys.exit(main())
