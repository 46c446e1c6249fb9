"""What shuts out those who hear a page: link texts that say nothing, columns without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.traps.trap import Spot, Trap, said, trap
from palmetto_editor.markup import lines
from palmetto_editor.markup.passages import Part

# In English, French, German, Italian, Portuguese and Spanish.
_VAGUE = frozenset(
    """here|click here|this|this link|link|more|read more|learn more|see more|more info|details
    |click|go|this page|this article|read|continue|continue reading|download|ici|cliquez ici
    |en savoir plus|lire la suite|hier|hier klicken|mehr|weiterlesen|mehr erfahren|qui|clicca qui
    |leggi di più|aqui|clique aqui|saiba mais|aquí|haz clic aquí|leer más""".replace(
        "\n    ", ""
    ).split("|")
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{3,}", re.IGNORECASE)
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{2,80})(?<=[^\s.!?,;])\1:?")


def is_vague(label: str) -> bool:
    """Whether the words of a link say nothing of where it leads."""
    return " ".join(label.split()).strip(" .,:;!?»›→*_").casefold() in _VAGUE


def link_texts(spot: Spot) -> Iterator[Trap]:
    """Links are listed and read out without the sentence around them."""
    for link in spot.reading.of("link"):
        label = spot.text[link.start + 1 : link.label]
        if is_vague(label):
            message = f"The link {said(label)} does not say where it leads; name what is there."
            yield trap(spot.passage, "link-text", link.start, link.end, message)
        elif _ADDRESS.fullmatch(label.strip()):
            message = f"The link {said(label)} is read out letter by letter; name what is there."
            yield trap(spot.passage, "link-text", link.start, link.end, message)


def headers(part: Part) -> Iterator[Trap]:
    """A column of a table without a header; the corner above row headers may be empty."""
    if part.construct != "table":
        return
    header = part.source.lines[0]
    cells = lines.cells(header)
    for index, cell in enumerate(cells[1:], 2):
        if not cell:
            message = f"Column {index} of the table {said(header)} has no header; name it."
            yield trap(part.source, "table-header", 0, len(header.rstrip()), message)
            return


def bold_headings(part: Part) -> Iterator[Trap]:
    """A paragraph in bold that stands where a heading would."""
    text = part.source.text.rstrip()
    if part.construct == "paragraph" and not part.inside and _BOLD.fullmatch(text):
        message = f"{said(text)} looks like a heading and is none; write it with # marks."
        yield trap(part.source, "bold-heading", 0, len(text), message)
