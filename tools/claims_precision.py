"""How much of what the claim rules find is right, by the table of hits that were judged by hand.

    python tools/claims_precision.py FILE…

Each file is an article.json, or a page or text to import. Printed are the share of right hits, and
each hit that nobody has judged yet, as a line for the table.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from palmetto_editor.bundle.codec import decode_article
from palmetto_editor.checks.claims import findings, load
from palmetto_editor.checks.dismissals import quote_of
from palmetto_editor.checks.rule import Subject
from palmetto_editor.markup.render import render
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.build import Builder

TABLE = Path(__file__).parents[1] / "tests" / "checks" / "claims" / "precision.toml"


def hits(article: Article) -> Iterator[tuple[str, str, str]]:
    """Each hit of the shipped pack: its rule, the hash of its sentence, and the sentence."""
    builder = Builder(lambda jobs: [render(job) for job in jobs], lambda _file: None)
    page = builder.build(article, Publication())
    for finding in findings(Subject(article, Publication(), page), (load("research-use-only"),)):
        sentence = quote_of(article, finding.place)
        yield finding.rule, sha256(sentence.encode()).hexdigest()[:32], sentence


def judged() -> dict[tuple[str, str], bool]:
    """What was judged: whether a rule is right about a sentence, by its hash."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else {}
    return {(hit["rule"], hit["sentence"]): hit["right"] for hit in table.get("hit", [])}


def article_of(path: Path) -> Article:
    data = path.read_bytes()
    if path.name == "article.json":
        return decode_article(data)
    from palmetto_editor.intake.read import read_bytes  # slow to import, for foreign files alone

    return read_bytes(data, path.name).article


def main(paths: list[str]) -> int:
    known, right, wrong, new = judged(), 0, 0, 0
    for path in map(Path, paths):
        for rule, mark, sentence in hits(article_of(path)):
            verdict = known.get((rule, mark))
            if verdict is None:
                new += 1
                print(f"not judged: {rule} {mark} {path.name}: {sentence}")
            right, wrong = right + (verdict is True), wrong + (verdict is False)
    share = f"{right / (right + wrong):.1%}" if right + wrong else "nothing"
    print(f"{right} right, {wrong} wrong, {new} not judged: {share} right")
    return 0 if not new and right >= 9 * wrong else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
