"""Pages that Word, Google Docs and Medium write: what they hide in styles becomes elements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from palmetto_editor.intake.html import words
from palmetto_editor.intake.html.tree import Node, Tree, attr, children, detach, into, unwrap, wrap

_WORD_LIST = re.compile(r"MsoListParagraph|MsoListBullet|MsoListNumber", re.I)
_LEVEL = re.compile(r"mso-list:\s*\S+\s+level(\d)", re.I)
_MARGIN = re.compile(r"margin(?:-left)?:\s*(?:[\d.]+\w*\s+){0,3}([\d.]+)(in|pt|cm)", re.I)
_MARKER = re.compile(
    r"\s*(?:[·•o§▪▫■□–\-\uf0b7\uf0a7\u25cf]|(\d{1,3}|[a-z]{1,4})[.)])[\s\xa0]+", re.I
)
_INCHES = {"in": 1.0, "pt": 1 / 72, "cm": 1 / 2.54}
_DOCS_LIST = re.compile(r"lst-kix_(\w+)-(\d)")
_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_STYLES = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)|font-style\s*:\s*italic|vertical-align\s*:\s*(?:super|sub)|"
    r"text-decoration[a-z-]*\s*:[^;]*line-through",
    re.I,
)


def rewrite(tree: Tree, root: Node, text: str) -> None:
    """Rewrite what such programs write, where the page is one of theirs."""
    start = text[:200_000]
    if "lst-kix" in start or "docs-internal-guid" in start or 'id="contents"' in start:
        _google(tree, root)
    if re.search(r"class=[\"']?Mso|mso-|WordSection", start):
        _word(tree, root)
    if "bulleted-list" in start or "numbered-list" in start:
        _join_items(tree, root)
    for node in root.css(".graf--title"):
        if node.tag != "h1":
            into(tree, node, "h1")


# Google Docs


def _google(tree: Tree, root: Node) -> None:
    rules = _rules(root)
    for node in root.css("span[class]"):
        said = [rules[name] for name in attr(node, "class").split() if name in rules]
        if said:
            node.attrs["style"] = ";".join([attr(node, "style"), *said])
    for node in root.css('b[id^="docs-internal-guid"]'):
        unwrap(tree, node)
    for node in root.css("p.title"):
        into(tree, node, "h1")
    for heading in root.css("h1, h2, h3, h4, h5, h6"):
        for span in heading.css("span[style]"):
            # Headings are bold anyway: there it says nothing.
            span.attrs["style"] = re.sub(r"font-weight[^;]*", "", attr(span, "style"))
    _nest_docs_lists(tree, root)


def _rules(root: Node) -> dict[str, str]:
    """What the classes of the page mean, as far as text has it: bold, italic, raised, struck."""
    page = root
    while page.parent is not None and page.parent.is_element_node:
        page = page.parent
    found: dict[str, str] = {}
    for style in page.css("style"):
        for name, body in _RULE.findall(style.text(deep=True)[:500_000]):
            said = _STYLES.findall(body)
            if said:
                found[name] = ";".join(said)
    return found


def _nest_docs_lists(tree: Tree, root: Node) -> None:
    """Lists that stand one after the other, the depth in their class, become nested ones."""
    open_: list[Node] = []
    before: Node | None = None
    for node in root.css("ul, ol"):
        match = _DOCS_LIST.search(attr(node, "class"))
        if match is None:
            continue
        depth = int(match[2])
        if before is None or not _follows(node, before):
            open_ = []
        del open_[depth:]
        before = node
        if depth and open_:
            item = open_[-1].last_child
            if item is not None:
                before = open_[0]
                item.insert_child(node, move=True)
        elif depth == 0 and open_:
            open_ = []
        open_.append(node)
        if len(open_) == 1:
            before = node
    _joined_lists(tree, root)


def _follows(node: Node, before: Node) -> bool:
    near = node.prev
    while near is not None and near.is_text_node and not (near.text_content or "").strip():
        near = near.prev
    return near is not None and near.mem_id == before.mem_id


def _joined_lists(tree: Tree, root: Node) -> None:
    """A list that goes on after a nested one is one list again."""
    for node in root.css('[class*="lst-kix"]'):
        match = _DOCS_LIST.search(attr(node, "class"))
        near = node.prev
        if match is None or near is None or "start" in attr(node, "class").split():
            continue
        other = _DOCS_LIST.search(attr(near, "class")) if near.is_element_node else None
        if other and other[1] == match[1] and other[2] == match[2]:
            for item in children(node):
                near.insert_child(item, move=True)
            detach(tree, node)


# Notion


def _join_items(tree: Tree, root: Node) -> None:
    """Notion makes a list of each item: those that follow each other are one."""
    for node in root.css("ul.bulleted-list, ol.numbered-list"):
        near = node.prev
        while near is not None and near.is_text_node and not (near.text_content or "").strip():
            near = near.prev
        same = near is not None and near.tag == node.tag
        if near is None or not same or attr(near, "class") != attr(node, "class"):
            continue
        for item in children(node):
            near.insert_child(item, move=True)
        detach(tree, node)


# Word


@dataclass(slots=True)
class _Open:
    list: Node
    level: float


def _word(tree: Tree, root: Node) -> None:
    for node in root.css("p.MsoTitle"):
        into(tree, node, "h1")
    for node in root.css("p.MsoCaption"):
        _captioned(tree, node)
    for node in root.css("p.MsoToc1, p.MsoToc2, p.MsoToc3, p.MsoToc4, p.MsoTocHeading"):
        node.attrs["class"] = "toc"
    open_: list[_Open] = []
    last: Node | None = None
    for node in root.css("p[class]"):
        if not _is_item(node):
            continue
        level = _level(node)
        if last is None or not _follows(node, last):
            open_ = []
        last = _item(tree, node, level, open_)


def _captioned(tree: Tree, caption: Node) -> None:
    """A caption below a paragraph of one picture makes both a figure."""
    near = caption.prev
    while near is not None and near.is_text_node and not (near.text_content or "").strip():
        near = near.prev
    if near is None or near.css_first("img") is None or words.plain(near):
        return
    figure = wrap(tree, [near, caption], "figure")
    into(tree, caption, "figcaption")
    figure.attrs["class"] = "mso-figure"


def _is_item(node: Node) -> bool:
    style = attr(node, "style")
    if "mso-list:" in style and "mso-list:none" not in style.replace(" ", ""):
        return True
    if not _WORD_LIST.search(attr(node, "class")):
        return False
    return _MARKER.match(words.line(node) + " ") is not None


def _level(node: Node) -> float:
    style = attr(node, "style")
    match = _LEVEL.search(style)
    if match:
        return float(match[1])
    margin = _MARGIN.search(style)
    return round(float(margin[1]) * _INCHES[margin[2].lower()], 2) if margin else 0.5


def _item(tree: Tree, node: Node, level: float, open_: list[_Open]) -> Node:
    """The paragraph as an item of the list of its level; the outermost list is given back."""
    marker = _MARKER.match(words.line(node) + " ")
    ordered = marker is not None and bool(marker[1]) and marker[1] != "o"
    while open_ and open_[-1].level > level + 0.01:
        open_.pop()
    item = tree.create_node("li")
    kind = "ol" if ordered else "ul"
    if open_ and abs(open_[-1].level - level) <= 0.01 and open_[-1].list.tag != kind:
        open_.pop()
    if not open_ or open_[-1].level < level - 0.01:
        made = tree.create_node(kind)
        holder = open_[-1].list.last_child if open_ else None
        if holder is not None:
            holder.insert_child(made, move=True)
        else:
            node.insert_before(made, move=True)
        open_.append(_Open(made, level))
    _without_marker(tree, node)
    for below in children(node):
        item.insert_child(below, move=True)
    open_[-1].list.insert_child(item, move=True)
    detach(tree, node)
    return open_[0].list


def _without_marker(tree: Tree, node: Node) -> None:
    for span in node.css("span[style]"):
        if "mso-list" in attr(span, "style") and "gnore" in attr(span, "style"):
            detach(tree, span)
            return
    for span in node.css("span"):
        text = span.text(deep=True)
        if _MARKER.fullmatch(text + " ") and words.line(node).startswith(words.line(span)):
            detach(tree, span)
            return
    first = node.first_child
    if first is not None and first.is_text_node:
        text = first.text_content or ""
        match = _MARKER.match(f"{text} ")
        if match:
            first.replace_with(text[match.end() :])
