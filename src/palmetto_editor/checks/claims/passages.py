"""The texts of an article that a reader meets, each with what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from palmetto_editor.checks.claims.negation import affirms, denies
from palmetto_editor.checks.claims.pack import Surface
from palmetto_editor.checks.claims.scan import known
from palmetto_editor.checks.claims.words import finds
from palmetto_editor.checks.rule import Subject
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Table


@dataclass(slots=True)
class Section:
    """A heading and what follows it, to the next one: the neighbourhood of its passages."""

    headings: tuple[str, ...] = ()
    facts: frozenset[str] = frozenset()

    def says(self, name: str) -> bool:
        return any(finds(name).found(heading) for heading in self.headings)


@dataclass(frozen=True, slots=True)
class Passage:
    """`text`, as typed, stands at `start` of `place`; `cited` by what stands around it. A question
    may be `denied` or `affirmed` by what answers it.
    """

    place: Place
    start: int
    text: str
    surface: Surface
    section: Section = field(default_factory=Section)
    cited: bool = False
    legal: bool = False
    denied: bool = False
    affirmed: bool = False
    findings: bool = False


def passages(subject: Subject) -> Iterator[Passage]:
    """In the order of the page; references are not read."""
    article = subject.article
    yield from _metadata(article)
    yield Passage(Place("notice"), 0, article.notice, "text", legal=True)
    short = Section(facts=known(article.short_answer).facts)
    yield Passage(Place("short_answer"), 0, article.short_answer, "text", short, findings=True)
    yield from _body(subject)
    for table in article.tables:
        yield from _table(table)
    yield from _answers(article)
    for image in article.images:
        yield Passage(Place("images", image.id, "alt"), 0, image.alt, "alt")
        yield Passage(Place("images", image.id, "caption"), 0, image.caption, "text")
    for link in article.links:
        yield Passage(Place("links", link.id, "label"), 0, link.label, "label")
    yield Passage(Place("disclaimer"), 0, article.disclaimer, "text", legal=True)


def _metadata(article: Article) -> Iterator[Passage]:
    data = article.metadata
    yield Passage(Place("metadata", "", "headline"), 0, data.headline, "title")
    if data.title != data.headline:
        yield Passage(Place("metadata", "", "title"), 0, data.title, "title")
    about = Section(facts=known(data.description).facts)
    yield Passage(Place("metadata", "", "description"), 0, data.description, "description", about)
    for index, word in enumerate(data.keywords):
        yield Passage(Place("metadata", "", f"keywords[{index}]"), 0, word, "keyword")


def _body(subject: Subject) -> Iterator[Passage]:
    place, start = Place("body"), 0
    above: list[tuple[int, str]] = []
    section, held = Section(), list[Passage]()
    lead: Passage | None = None
    for block in subject.page.body_blocks:
        if block.kind == "heading":
            yield from _of_section(section, held)
            words = known(block.text).shown.text
            level = len(block.text.lstrip()) - len(block.text.lstrip().lstrip("#")) or 2
            above = [*(one for one in above if one[0] < level), (level, words)]
            section, held, lead = Section(tuple(words for _, words in above)), [], None
            held.append(Passage(place, start, block.text, "heading", section))
        elif block.kind in ("markdown", "note"):
            beside = lead is not None and any(p.cited for p in known(lead.text).paragraphs[-1:])
            passage = Passage(place, start, block.text, "text", section, cited=beside)
            held.append(passage)
            lead = passage if block.text.rstrip().endswith(":") else None
        start += len(block.text)
    yield from _of_section(section, held)


def _of_section(section: Section, held: list[Passage]) -> list[Passage]:
    """The passages of a section, now that it is whole: a list cites for the words before it, and a
    heading that asks is denied by words that begin so.
    """
    if section.says("references"):
        return []
    section.facts = frozenset[str]().union(*(known(passage.text).facts for passage in held))
    whole = []
    for index, passage in enumerate(held):
        following = known(held[index + 1].text) if index + 1 < len(held) else None
        if following is not None and passage.text.rstrip().endswith(":"):
            passage = replace(passage, cited=passage.cited or _is_cited(held[index + 1].text))
        asks = passage.surface == "heading" and passage.text.rstrip(" #\t\n").endswith("?")
        if following is not None and asks:
            said = following.shown.text
            passage = replace(passage, denied=denies(said), affirmed=affirms(said))
        whole.append(passage)
    return whole


def _table(table: Table) -> Iterator[Passage]:
    """A row is read as one: its citation and its model are those of each cell."""
    labels = " | ".join(column.label for column in table.columns)
    whole = (table.caption, table.note)
    cited = any(_is_cited(text) for text in whole)
    facts = known(table.caption).facts | known(table.note).facts | known(labels).facts
    about = Section((known(table.caption).shown.text,), facts)
    yield Passage(Place("tables", table.id, "caption"), 0, table.caption, "text", about, cited)
    for index, column in enumerate(table.columns):
        at = Place("tables", table.id, f"columns[{index}].label")
        yield Passage(at, 0, column.label, "label")
    for row, cells in enumerate(table.rows):
        beside = cited or any(_is_cited(cell) for cell in cells)
        of_row = Section((), facts.union(*(known(cell).facts for cell in cells)))
        for index, cell in enumerate(cells):
            at = Place("tables", table.id, f"rows[{row}][{index}]")
            yield Passage(at, 0, cell, "cell", of_row, beside)
    yield Passage(Place("tables", table.id, "note"), 0, table.note, "text", about, cited)


def _answers(article: Article) -> Iterator[Passage]:
    """A question is denied by an answer that begins so, and cited by what its answer cites."""
    for one in article.faq:
        answer = known(one.answer)
        both = Section((), answer.facts | known(one.question).facts)
        said = answer.shown.text
        no, yes = denies(said), affirms(said)
        cited = _is_cited(one.answer)
        place = Place("faq", one.id, "question")
        yield Passage(place, 0, one.question, "question", both, cited, denied=no, affirmed=yes)
        yield Passage(Place("faq", one.id, "answer"), 0, one.answer, "text", both, findings=True)


def _is_cited(text: str) -> bool:
    return any(paragraph.cited for paragraph in known(text).paragraphs)
