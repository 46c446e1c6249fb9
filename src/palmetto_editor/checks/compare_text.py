"""Source against page: the article's Markdown, text by text, in the part where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from palmetto_editor.checks.difference import PAGE, SOURCE, broken, difference
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.prose import texts
from palmetto_editor.checks.quotes import nearest, quoted
from palmetto_editor.checks.reading import Reading
from palmetto_editor.checks.sources import Source, Sources, fits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Table
from palmetto_editor.page.anchors import item_anchor
from palmetto_editor.structured.plain import one_line

_LEVELS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_HEADINGS = "article h2, article h3, article h4, article h5, article h6"


def compare(article: Article, page: Reading, sources: Sources) -> Iterator[Finding]:
    for part in ("notice", "short_answer", "disclaimer"):
        prose = sources.in_place(getattr(article, part), Place(part))
        yield from _section(prose, part, page)
    yield from _body(article, page, sources)
    for table in article.tables:
        yield from _table(table, page, sources)
    yield from _faq(article, page, sources)
    yield from _notes(article, page, sources)


def _section(prose: Sequence[Source], part: str, page: Reading) -> Iterator[Finding]:
    """The section without its label."""
    name = part.replace("_", "-")
    label = page.texts(f".{name} > .label, .{name} > h2")[:1]
    shown = "".join(page.texts(f".{name}")[:1]).removeprefix("".join(label)).strip()
    yield from _fitting(Place(part), prose, shown)


def _body(article: Article, page: Reading, sources: Sources) -> Iterator[Finding]:
    """Every block of the body in its order; a heading is a heading of its level."""
    headings = iter([(node.tag, page.text(node)) for node in page.nodes(_HEADINGS)])
    whole = "".join(page.texts("article")[:1])
    position = 0
    for source in sources.in_place(article.body, Place("body")):
        heading = source.rendered.heading
        tag = f"h{heading.level}" if heading else ""
        heads = not heading or any(t == tag and fits(text, [source]) for t, text in headings)
        found = source.find_end(whole, position) if heads else -1
        if found < 0:
            found = whole.find(one_line(source.typed), position) if heads else -1
        if found < 0:
            message = (
                f"The page does not show {quoted(source.shown)} as it was written; export again."
            )
            yield broken("page", source.place, message)
        else:
            position = found


def _notes(article: Article, page: Reading, sources: Sources) -> Iterator[Finding]:
    """Every note of the page was written: its text, without the ways back to its marks."""
    written = [
        source
        for place, text in texts(article)
        if "[^" in text
        for source in sources.prose(text, place)
        if source.rendered.note
    ]
    for item in page.nodes(".notes > ol > li:not(.cites)"):  # those of citations: `compare_cites`
        shown = page.text(item)
        for back in item.css(".back"):
            shown = shown.removesuffix(page.text(back)).rstrip()
        match = next((source for source in written if fits(shown, [source])), None)
        if match is None and shown:
            likely = nearest(shown, [source.shown for source in written])
            place = next((s.place for s in written if s.shown == likely), Place("body"))
            yield difference("page", place, (SOURCE, likely), (PAGE, shown))


def _table(table: Table, page: Reading, sources: Sources) -> Iterator[Finding]:
    place = Place("tables", table.id)
    anchor = item_anchor("table", table.id)
    figures = page.nodes(f'figure[id="{anchor}"]')
    if not figures:
        yield broken("page", place, f"The page does not show the table “{table.id}”; export again.")
        return
    caption = "".join(page.texts(f'figure[id="{anchor}"] caption')[:1])
    number = "".join(page.texts(f'figure[id="{anchor}"] caption .number')[:1])
    yield from _one(
        sources, table.caption, Place("tables", table.id, "caption"), caption[len(number) :]
    )
    note = "".join(page.texts(f'figure[id="{anchor}"] > figcaption')[:1])
    yield from _one(sources, table.note, Place("tables", table.id, "note"), note)
    rows = [[page.text(cell) for cell in row.css("th, td")] for row in figures[0].css("tr")]
    wanted: list[tuple[str, Sequence[str]]] = [
        ("columns[{}].label", [column.label for column in table.columns]),
        *((f"rows[{index}][{{}}]", row) for index, row in enumerate(table.rows)),
    ]
    if len(rows) != len(wanted):
        message = f"The page shows {len(rows) - 1} rows of the table “{table.id}”; export again."
        yield broken("page", place, message)
    for (field, cells), shown in zip(wanted, rows, strict=False):
        for index, cell in enumerate(cells):
            at = Place("tables", table.id, field.format(index))
            yield from _one(sources, cell, at, "".join(shown[index : index + 1]))


def _faq(article: Article, page: Reading, sources: Sources) -> Iterator[Finding]:
    """Each question heads its own answer."""
    shown = [_asked(node, page) for node in page.nodes(".faq .question")]
    for question in article.faq:
        name = one_line(question.question)
        answer = sources.in_place(question.answer, Place("faq", question.id, "answer"))
        if not name and not answer:
            continue
        at = next((i for i, (head, _) in enumerate(shown) if head == name), None)
        if at is None:
            heads = [head for head, _ in shown]
            place = Place("faq", question.id, "question")
            yield difference("page", place, (SOURCE, name), (PAGE, nearest(name, heads)))
        else:
            place = Place("faq", question.id, "answer")
            yield from _fitting(place, answer, shown.pop(at)[1])
    for head, answer_text in (entry for entry in shown if any(entry)):
        message = (
            f"The page has a question that the article has not: {quoted(head or answer_text)}."
        )
        yield broken("page", Place("faq"), message)


def _asked(node: LexborNode, page: Reading) -> tuple[str, str]:
    """The heading of an entry and its answer, which may have headings of its own."""
    children = list(node.iter())
    heads = [child for child in children if child.tag in _LEVELS]
    answer = (page.text(child) for child in children if child not in heads)
    return "".join(map(page.text, heads[:1])), " ".join(answer)


def _one(sources: Sources, text: str, place: Place, shown: str) -> Iterator[Finding]:
    yield from _fitting(place, [sources.inline(text, place)] if text.strip() else [], shown)


def _fitting(place: Place, sources: Sequence[Source], shown: str) -> Iterator[Finding]:
    if not fits(shown, sources):
        wanted = " ".join(source.shown for source in sources)
        yield difference("page", place, (SOURCE, wanted), (PAGE, shown))
