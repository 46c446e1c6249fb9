"""Whether the files of a bundle agree with its article: read from their bytes, never believed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urljoin

from palmetto_editor.bundle.codec import decode_references
from palmetto_editor.bundle.contents import (
    ASSETS,
    GRAPH,
    PAGE,
    REFERENCES,
    TABLES,
    TWIN,
    Contents,
)
from palmetto_editor.bundle.layout import read_csv, table_file
from palmetto_editor.bundle.manifest import Difference
from palmetto_editor.checks.abouts import explained
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph_reading import Node, many, parse, text
from palmetto_editor.checks.parity import parity
from palmetto_editor.checks.quotes import around_difference
from palmetto_editor.checks.reading import Reading
from palmetto_editor.errors import UserError
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Table
from palmetto_editor.structured.addresses import is_absolute

_DERIVED = frozenset({PAGE, GRAPH, TWIN, REFERENCES})


def disagreements(
    article: Article, contents: Contents, publication: Publication | None
) -> Iterator[Finding]:
    """Every place where page, markup, references or tables say something else than the article.

    `publication` is that of the export.
    """
    html, graph = _text(contents, PAGE), _text(contents, GRAPH)
    yield from explained(_images(html or "", graph or "", contents))
    for name, read in ((PAGE, html), (GRAPH, graph)):
        if read is None:
            yield unreadable(name)
    if html is not None and graph is not None:
        cited = publication.citations if publication else None
        yield from parity(article, html, graph, cited)
    yield from explained(_references(article, contents))
    for table in article.tables:
        yield from explained(_table(table, contents))


def _images(html: str, graph: str, contents: Contents) -> Iterator[Finding]:
    """Every image of the bundle that page, head or markup name lies in it."""
    page, nodes = Reading(html), _nodes(graph)
    home = next((text(node, "url") for node in nodes if node.get("@type") == "WebPage"), "")
    below = urljoin(home, f"{ASSETS}/") if is_absolute(home) else f"{ASSETS}/"
    named = [
        *_files(page.values("img", "src"), f"{ASSETS}/"),
        *_files(page.values('meta[property="og:image"]', "content"), below),
        *_files(page.values('meta[name="twitter:image"]', "content"), below),
        *_files(_marked(nodes), below),
    ]
    for name in dict.fromkeys(named):
        if name not in contents.names:
            message = f"The page or its markup names {name}, which is missing; export again."
            yield Finding("parity.image-file", "error", file_place(name), message)


def _files(addresses: Iterable[str], below: str) -> Iterator[str]:
    """Where in the bundle an address leads; those that lead elsewhere are not its own."""
    for address in addresses:
        if address.startswith(below) and address != below:  # as it is for an image without a file
            yield f"{ASSETS}/{unquote(address.removeprefix(below))}"


def _marked(nodes: list[Node]) -> Iterator[str]:
    """The addresses of the images that the markup says are the article's; a logo is none."""
    images = {
        str(image.get("@id"))
        for node in nodes
        for name in ("image", "primaryImageOfPage")
        for image in many(node.get(name))
        if isinstance(image, dict)
    }
    return (text(node, "contentUrl") for node in nodes if str(node.get("@id")) in images)


def _nodes(graph: str) -> list[Node]:
    """The nodes of a graph; what is wrong with one that has none is told where it is compared."""
    try:
        nodes = parse(graph)["@graph"]
    except (ValueError, TypeError, LookupError):
        return []
    return [node for node in many(nodes) if isinstance(node, dict)]


def touched(differences: Iterable[Difference]) -> Iterator[Finding]:
    """What the export derived of the article, and somebody changed or took away since."""
    for difference in differences:
        name = difference.file
        derived = name in _DERIVED or name.startswith(f"{TABLES}/")
        if derived and difference.kind != "added":
            did = "edited" if difference.kind == "changed" else "took away"
            message = f"Somebody {did} {name} since the export; mend the article and export again."
            yield Finding("parity.file", "error", file_place(name), message)


def unreadable(name: str) -> Finding:
    message = f"{name} is missing or cannot be read; export the bundle again."
    return Finding("bundle.unreadable", "error", file_place(name), message)


def file_place(name: str) -> Place:
    """Where a finding is that concerns a file of the bundle and no field: `bundle[index.html]`."""
    return Place("bundle", name.translate({ord("["): "(", ord("]"): ")"}))


def _references(article: Article, contents: Contents) -> Iterator[Finding]:
    try:
        found = decode_references(contents.read(REFERENCES))
    except UserError:
        yield unreadable(REFERENCES)
        return
    if found != article.references:
        ours = {reference.id: reference for reference in article.references}
        theirs = {reference.id: reference for reference in found}
        names = [name for name in (ours | theirs) if ours.get(name) != theirs.get(name)]
        place = Place("references", names[0] if names else "")
        message = f"The file {REFERENCES} lists other references than the article; export again."
        yield Finding("parity.references-file", "error", place, message)


def _table(table: Table, contents: Contents) -> Iterator[Finding]:
    name = table_file(table)
    try:
        lines = read_csv(contents.read(name))
    except (UserError, ValueError):
        yield unreadable(name)
        return
    expected = [[column.label for column in table.columns], *map(list, table.rows)]
    for number, (line, other) in enumerate(zip(expected, lines, strict=False)):
        if line != other:
            field = f"rows[{number - 1}]" if number else "columns"
            here, there = around_difference(" | ".join(line), " | ".join(other))
            message = f"The file {name} says {there}, the article {here}; export again."
            yield Finding("parity.table-file", "error", Place("tables", table.id, field), message)
            return
    if len(expected) != len(lines):
        message = (
            f"The file {name} has {len(lines)} lines, the table {len(expected)}; export again."
        )
        yield Finding("parity.table-file", "error", Place("tables", table.id, "rows"), message)


def _text(contents: Contents, name: str) -> str | None:
    try:
        return contents.read(name).decode()
    except (UserError, UnicodeDecodeError):
        return None
