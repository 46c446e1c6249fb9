"""Articles of any length for the bench: headings, paragraphs, lists, callouts, citations."""

from __future__ import annotations

from random import Random

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.model.values import Article, Author, Column, Metadata, Question, Table

_TEXT = (
    "receptor growth hormone of the and in cells binding was measured with tissue rat human"
    " assay response signal ligand stomach release between after dose study compared were"
    " pituitary expression protein found both effect which showed under for by each sample"
)
_WORDS = _TEXT.split()

MOST = 200  # references: with more of them setHtml would refuse the page of 100,000 words


def article(words: int) -> Article:
    """About `words` words of body, the same for the same number."""
    random = Random(words)  # noqa: S311  (the same dice every time)
    references = tuple(_reference(n) for n in range(max(8, min(MOST, words // 250))))
    return Article(
        id=f"bench-{words}",
        metadata=Metadata(
            headline="An article to measure with",
            description="Made of dice.",
            slug="bench",
            authors=(Author(name="A. Writer", url="https://example.org/a"),),
            published="2026-01-02T09:00:00+00:00",
        ),
        short_answer="It depends on **how long** it is.",
        body=_body(random, words, len(references)),
        faq=tuple(
            Question(id=f"q{n}", question=f"Question {n}?", answer=_sentence(random, 40))
            for n in range(6)
        ),
        tables=(_table(random),),
        references=references,
    )


def _body(random: Random, words: int, references: int) -> str:
    parts, count = [], 0
    while count < words:
        part = _part(random, len(parts), references)
        parts.append(part)
        count += len(part.split())
    return "\n\n".join(parts) + "\n"


def _part(random: Random, number: int, references: int) -> str:
    if number % 7 == 0:
        return f"## {_sentence(random, 5)[:-1]}"
    if number % 7 == 4:
        return "\n".join(f"- {_sentence(random, 12)}" for _ in range(4))
    if number % 21 == 12:
        return f"> [!NOTE] What it means\n> {_sentence(random, 30)}"
    sentences = [_sentence(random, random.randint(9, 24)) for _ in range(random.randint(3, 5))]
    sentences[0] = f"{sentences[0][:-1]} [@ref{random.randrange(references)}]."
    sentences[1] = sentences[1].replace(" of ", " *of* ", 1).replace(" cells ", " **cells** ", 1)
    if number % 5 == 1:
        sentences.append(f"See [the record](https://example.org/{number}) for more.")
    return " ".join(sentences)


def _sentence(random: Random, length: int) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(length)).capitalize() + "."


def _reference(number: int) -> Reference:
    return Reference(
        id=f"ref{number}",
        title=f"A study of numbers, part {number}",
        author=(Name(family="Writer", given="A."), Name(family="Reader", given=f"B{number}.")),
        container_title="Journal of Measures",
        issued=Date(date_parts=((1990 + number % 30,),)),
        volume=str(number),
        page=f"{number}-{number + 9}",
    )


def _table(random: Random) -> Table:
    columns = tuple(Column(id=f"c{n}", label=f"Column {n}") for n in range(4))
    rows = tuple(tuple(_sentence(random, 4) for _ in columns) for _ in range(8))
    return Table(id="t1", caption="What was found", columns=columns, rows=rows)
