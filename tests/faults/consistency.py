"""Faults that stand between two parts of an article, each sound of itself."""

from __future__ import annotations

from dataclasses import replace

from fault_articles import GOOD, more
from faults.case import Case, in_article
from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference
from palmetto_editor.model.values import Article, Column, Question, Table

LARK = Reference(
    id="lark",
    title="Flight of the lark",
    author=(Name(family="Lark", given="Eva"),),
    issued=Date(date_parts=((2001,),)),
    container_title="Larks and Skies",
    DOI="10.5555/x",
)
ON_RATS = replace(LARK, palmetto=Extension(evidence=Evidence(kind="animal", species="rat")))


def _with(text: str, article: Article = GOOD) -> Article:
    return replace(article, body=more(text).body)


def _place(text: str, words: str) -> str:
    """Where words of the text stand that `_with` adds."""
    start = len(GOOD.body) + 1 + text.index(words)
    return f"body:{start}-{start + len(words)}"


def _case(broken: str, sound: str, marked: str, words: str) -> Case:
    """A sentence of the body that is at odds with the rest, and one that is not."""
    return in_article(_with(broken), _with(sound), _place(broken, marked), words)


def _rows(*rows: tuple[str, ...], text: str = "", work: Reference = LARK) -> Article:
    """An article with one more table, and one more work to cite."""
    labels = ("Subject", "Model", "Finding")[: len(rows[0])]
    columns = tuple(Column(id=label.lower(), label=label) for label in labels)
    table = Table(id="t", caption="What was seen", columns=columns, rows=rows)
    placed = _with(f"{text}\n\n{{{{< table t >}}}}")
    return replace(placed, tables=(*GOOD.tables, table), references=(*GOOD.references, work))


def _citing(text: str, work: Reference = LARK) -> Article:
    return replace(_with(text), references=(*GOOD.references, work))


def _answer(text: str, article: Article = GOOD, question: str = "What is left?") -> Article:
    return replace(article, faq=(*article.faq, Question(id="new", question=question, answer=text)))


WORDS = (("Counted birds", "by day"), ("The tide", "sets it"), ("Chicks left out", "of it"))
SEEN = "The station watched 28 sandpipers beside the harbour in winter."
EATEN = _with("Sandpipers took 40 mg of worms in the dark [@wren2019].")
CLOSED = replace(GOOD, notice="The island is not opened for visitors or dogs.")
TWO_ROWS = (("Worms", "buried", "[@wren2019]"), ("Larks", "rats", "[@lark]"))

CASES: dict[str, list[Case]] = {
    "consistency.row": [
        in_article(
            _rows(("Worms", "[@wren2019]"), ("Larks", "[@lark]")),
            _rows(("Worms", "[@wren2019]"), ("Larks", "[@lark]"), text="Larks sing [@lark]."),
            "tables[t].rows[1][0]",
            "“lark”",
        ),
        in_article(
            _rows(*WORDS, ("Nesting place", "no"), text="It is so [@lark]."),
            _rows(*WORDS, ("Older books", "no"), text="It is so [@lark]."),
            "tables[t].rows[3][0]",
            "“Nesting place”",
        ),
    ],
    "consistency.answer": [
        in_article(
            replace(_citing(""), short_answer="Larks fly [@lark]."),
            replace(_citing("They fly [@lark]."), short_answer="Larks fly [@lark]."),
            "short_answer:11-16",
            "never cites",
        )
    ],
    "consistency.species": [
        in_article(
            _rows(*TWO_ROWS, text="It was tried in mice [@lark]."),
            _rows(*TWO_ROWS, text="It was tried in rats [@lark]."),
            "tables[t].rows[1][1]:0-4",
            "“mice”",
        ),
        in_article(
            _rows(("Tide", "Dogs", "none"), text="It was tried in mice [@lark]."),
            _rows(("Tide", "Mice", "none"), text="It was tried in mice [@lark]."),
            "tables[t].rows[0][1]:0-4",
            "never names them",
        ),
    ],
    "consistency.evidence": [
        in_article(
            _citing("It was tried in mice [@lark].", ON_RATS),
            _citing("It was tried in rodents [@lark].", ON_RATS),
            _place("It was tried in mice [@lark].", "mice"),
            "“rat”",
        )
    ],
    "consistency.number": [
        in_article(
            replace(_with(SEEN), short_answer=SEEN.replace("28", "29")),
            replace(_with(SEEN), short_answer=SEEN),
            "short_answer:20-22",
            "“28 sandpipers”",
        ),
        in_article(
            _answer("In the dark they took 400 mg of worms [@wren2019].", EATEN),
            _answer("In the dark they took 40 mg of worms [@wren2019].", EATEN),
            "faq[new].answer:22-25",
            "“40 mg”",
        ),
        in_article(
            _answer("It watched twelve birds (n = 12) [@wren2019].", _with("n = 14 [@wren2019].")),
            _answer(
                "It watched fourteen birds (n = 14) [@wren2019].", _with("n = 14 [@wren2019].")
            ),
            "faq[new].answer:29-31",
            "“n = 14”",
        ),
    ],
    "consistency.count": [
        _case(
            "Three reasons speak for it:\n\n- the tide\n- the wind",
            "Two reasons speak for it:\n\n- the tide\n- the wind",
            "Three reasons",
            "the list has 2",
        )
    ],
    "consistency.denied": [
        _case(
            "Each bird was handled gently.",
            "Each bird was watched gently.",
            "Each bird was handled gently.",
            "The disclaimer says “No bird was handled.”",
        ),
        in_article(
            _answer("Yes.", CLOSED, "Is the island opened for visitors?"),
            _answer("No.", CLOSED, "Is the island opened for visitors?"),
            "faq[new].answer:0-3",
            "The notice says",
        ),
    ],
    "consistency.section": [
        _case(
            "For more, see the section on nests.",
            "For more, see the section on what was counted.",
            "see the section on nests",
            "is not there",
        ),
        _case(
            "It is told in the section “Nests of the dunes”.",
            "It is told in the section “What was counted”.",
            "in the section “Nests of the dunes”",
            "is not there",
        ),
    ],
    "consistency.thing": [
        _case(
            "All hours stand apart (see Table 3).",
            "All hours stand apart (see Table 1).",
            "Table 3",
            "does not have",
        ),
        in_article(
            replace(GOOD, body=f"{GOOD.body}\nSee the FAQ below.\n", faq=()),
            replace(GOOD, body=f"{GOOD.body}\nSee the FAQ below.\n"),
            _place("See the FAQ below.", "See the FAQ below"),
            "does not have",
        ),
    ],
    "consistency.article": [
        _case(
            "For more, see our full guide to mudflats.",
            "For more, see [our full guide to mudflats](https://example.org/mudflats).",
            "see our full guide to mudflats",
            "without a link",
        )
    ],
}
