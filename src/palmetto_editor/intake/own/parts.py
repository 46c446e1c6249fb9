"""Questions, tables, links and images of a page of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import get_args
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from palmetto_editor.intake.own.prose import Speller
from palmetto_editor.intake.own.sheet import (
    Sheet,
    attribute,
    children,
    classes,
    item_id,
    many,
    words,
)
from palmetto_editor.model import naming
from palmetto_editor.model.values import (
    Align,
    Article,
    Column,
    Image,
    Link,
    Metadata,
    Question,
    Relation,
    Table,
)
from palmetto_editor.structured.shapes import planned

_ALIGNS: dict[str, Align] = {f"align-{name}": name for name in get_args(Align) if name}
_RELATIONS: dict[str, Relation] = {f"links-{name}": name for name in get_args(Relation)}
_SIZE = re.compile(r"([1-9]\d{0,5}) ([1-9]\d{0,5})")


def faq(sheet: Sheet, spell: Speller) -> tuple[Question, ...]:
    """The questions. One without words has an id of its own making."""
    holder = sheet.faq or next((node for node in sheet.body if "faq" in classes(node)), None)
    found: list[Question] = []
    for node in children(holder):
        if "question" in classes(node):
            taken = {question.id for question in found}
            found.append(_question(node, spell, _free("q", taken)))
    if holder is not None and not found:  # a section without a word: nobody has written it yet
        found.append(Question(id="q1"))
    return tuple(found)


def tables(sheet: Sheet, spell: Speller) -> tuple[Table, ...]:
    """The summary tables in the order of their numbers."""
    nodes = [node for node in sheet.body if _is_table(node)] + sheet.tables
    return tuple(_table(node, spell) for node in nodes if _is_table(node))


def links(sheet: Sheet) -> tuple[Link, ...]:
    """The links below the text, group after group."""
    found: list[Link] = []
    for group in children(sheet.links):
        relation = next((_RELATIONS[n] for n in classes(group) if n in _RELATIONS), None)
        for link in group.css("li > a") if relation else ():
            label, target = words(link), attribute(link, "href")
            name = f"link-{len(found) + 1}"
            found.append(Link(id=name, label=label, target=target, relation=relation or "related"))
    return tuple(found)


def images(sheet: Sheet) -> tuple[Image, ...]:
    """Every image that the page shows, and the one of its link previews, without captions.

    They stand in the order that the graph has from the article; others follow as they are shown.
    """
    found: dict[str, Image] = {}
    for figure in sheet.tree.css("main figure.figure[id]"):
        _add(found, figure.css_first("img"), item_id(attribute(figure, "id"), "figure"))
    for image in sheet.tree.css('main img[src^="assets/"]'):
        _add(found, image, "")
    _preview(sheet, found)
    told = [_id_of(node) for node in sheet.nodes("ImageObject")]
    return tuple(found[name] for name in dict.fromkeys((*told, *found)) if name in found)


def captioned(sheet: Sheet, found: tuple[Image, ...], spell: Speller) -> tuple[Image, ...]:
    """The images with their captions and credits, from the first figure that has them."""
    figures: dict[str, LexborNode] = {}
    for figure in sheet.tree.css("main figure.figure"):
        image = figure.css_first("img")
        name = attribute(image, "src") if image is not None else ""
        known = figures.get(name)
        if known is None or (attribute(figure, "id") and not attribute(known, "id")):
            figures[name] = figure
    return tuple(_captioned(image, figures.get(image.id), spell) for image in found)


def own_image(sheet: Sheet, found: tuple[Image, ...]) -> str:
    """What the metadata call the article's image: its id, or its file's name."""
    for node in sheet.linked(sheet.page.get("primaryImageOfPage")):
        return _id_of(node) or next((i.id for i in found if i.file == _file_of(node)), "")
    if sheet.lead is not None:
        name = item_id(attribute(sheet.lead, "id"), "figure")
        file = next((image.file for image in found if image.id == name), "")
        # With an address the graph tells of it by its id, and of nothing known by a file's name.
        return file if sheet.canonical and sheet.article else name
    shared = _shared(sheet, found)
    return shared.file if shared else ""


def _question(node: LexborNode, spell: Speller, spare: str) -> Question:
    heading = next((one for one in children(node) if (one.tag or "").startswith("h")), None)
    answer = next((one for one in children(node) if "answer" in classes(one)), None)
    name = item_id(attribute(heading, "id"), "faq") if heading is not None else ""
    return Question(
        id=name or spare, question=words(heading), answer=spell.blocks(children(answer))
    )


def _free(stem: str, taken: set[str]) -> str:
    number = len(taken) + 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def _is_table(node: LexborNode) -> bool:
    return node.tag == "figure" and "table" in classes(node)


def _table(node: LexborNode, spell: Speller) -> Table:
    heads = [cell for row in node.css("thead tr") for cell in children(row)]
    rows = [list(children(row)) for row in node.css("tbody tr")]
    caption = node.css_first("caption > span")
    note = node.css_first("figcaption")
    columns = [
        Column(id=f"c{number}", label=spell.inline(head), align=_align(head, rows, number - 1))
        for number, head in enumerate(heads, start=1)
    ]
    return Table(
        id=item_id(attribute(node, "id"), "table"),
        caption=_caption(caption, spell) if caption is not None else "",
        columns=tuple(columns),
        rows=tuple(tuple(map(spell.inline, row)) for row in rows if row),
        note=spell.inline(note) if note is not None else "",
    )


def _align(head: LexborNode, rows: list[list[LexborNode]], index: int) -> Align:
    """A column's alignment; an empty label does not tell it, the cells below do."""
    cells = [head, *(row[index] for row in rows if index < len(row))]
    found = (_ALIGNS[name] for cell in cells for name in classes(cell) if name in _ALIGNS)
    return next(found, "")


def _caption(node: LexborNode, spell: Speller) -> str:
    """A caption without the number before it."""
    number = node.css_first(".number")
    if number is not None:
        number.decompose()
    return spell.inline(node)


def _add(found: dict[str, Image], node: LexborNode | None, name: str) -> None:
    """An image that the page shows. One without an id of its own is named by its file."""
    if node is None:
        return
    file = unquote(attribute(node, "src").removeprefix("assets/"))
    if any(image.file == file and (image.id == name or not name) for image in found.values()):
        return
    name = name or naming.image_id(file, frozenset(found))
    found[name] = Image(id=name, file=file, alt=attribute(node, "alt"))


def _preview(sheet: Sheet, found: dict[str, Image]) -> None:
    """The image of link previews, which the page itself need not show; its text is its own."""
    alt = next(iter(sheet.meta("og:image:alt")), "")
    for node in sheet.linked(sheet.page.get("primaryImageOfPage")):
        name, file = _id_of(node), _file_of(node)
        known = next((image for image in found.values() if image.file == file), None)
        if known and known.id != name and name:
            found[name] = replace(found.pop(known.id), id=name)
        if name:
            found[name] = replace(found.get(name, Image(id=name, file=file)), alt=alt)
        return
    shared, file = _shared(sheet, tuple(found.values())), _shared_file(sheet)
    if shared:
        found[shared.id] = replace(shared, alt=alt)
    elif file:
        name = naming.image_id(file, frozenset(found))
        found[name] = Image(id=name, file=file, alt=alt)


def _shared_file(sheet: Sheet) -> str:
    return unquote(next(iter(sheet.meta("og:image")), "").rpartition("/")[2])


def _shared(sheet: Sheet, found: tuple[Image, ...]) -> Image | None:
    """The image of link previews among those that the page shows, as it is or in their shape."""
    file = _shared_file(sheet)
    known = {image.file: image for image in reversed(found)}
    if not file or file in known:
        return known.get(file)
    for node in sheet.tree.css('main img[src^="assets/"]'):
        image = known.get(unquote(attribute(node, "src").removeprefix("assets/")))
        size = _SIZE.fullmatch(f"{attribute(node, 'width')} {attribute(node, 'height')}")
        if image and size:
            leading = Article(id="", metadata=Metadata(image=image.id), images=found)
            if any(made.file == file for made in planned(leading, (int(size[1]), int(size[2])))):
                return image
    return None


def _captioned(image: Image, figure: LexborNode | None, spell: Speller) -> Image:
    if figure is None:
        return image
    caption, credit = figure.css_first("figcaption > .caption"), figure.css_first(".credit")
    return replace(
        image,
        caption=spell.inline(caption) if caption is not None else "",
        credit=words(credit),
    )


def _id_of(node: Mapping[str, object]) -> str:
    identifier = str(node.get("@id", ""))
    before, _, name = identifier.partition("#/schema/image/")
    return unquote(name) if before else ""


def _file_of(node: Mapping[str, object]) -> str:
    url = next((str(one) for one in many(node.get("contentUrl"))), "")
    return unquote(url.rpartition("/")[2])
