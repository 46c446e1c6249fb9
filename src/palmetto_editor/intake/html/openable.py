"""What a reader can open: accordions, toggles and tabs of all makes become `<details>`.

Known by ARIA (`aria-expanded` with `aria-controls`), by pairs of class names (Yoast, Rank Math,
Ghost, Elementor, Bootstrap, Squarespace and others), by microdata, and in AMP pages by element.
"""

from __future__ import annotations

import re

from palmetto_editor.intake.html import words
from palmetto_editor.intake.html.hidden import show
from palmetto_editor.intake.html.tree import (
    Node,
    Tree,
    ancestors,
    attr,
    children,
    detach,
    into,
    marks,
)

_NAMED = ", ".join(
    f'[class*="{word}" i]'
    for word in ("question", "toggle", "accordion", "faq", "spoiler", "tab-title", "tta-panel")
)
_QUESTION = re.compile(
    r"-question- |-questions-button-|-toggle-(?:heading|title|head|header|trigger)-|"
    r"-accordion-(?:\w+-)?(?:title|header|heading|button|question|trigger|head|control)-|"
    r"-faq-(?:title|q|head|item-title|item-question|header)- |-tab-title-|-spoiler-title-|"
    r"-tta-panel-heading-|-collapse-title-"
)
_ANSWER = re.compile(
    r"-answer-|-answers-|-accordion-(?:\w+-)?(?:content|body|panel|collapse|text|dropdown|inner)-|"
    r"-toggle-(?:content|body|panel|inner)-|-tab-content-|-faq-(?:content|a|body|text|item-answer)-|"
    r"-spoiler-content-|-collapse-|-panel-(?:body|collapse)-| -content- "
)
_LONGEST_QUESTION = 60  # words
_UNOPENED = ("nav", "menu", "form", "summary", "details")


def open_all(tree: Tree, root: Node) -> None:
    """Rewrite, in place, whatever opens and closes."""
    _amp(tree, root)
    _controlled(tree, root)
    for trigger in root.css(_NAMED):
        if _QUESTION.search(marks(trigger)) and not _inside(trigger):
            answer = _answer_beside(trigger)
            if answer is not None:
                _make(tree, trigger, answer)
    _microdata(tree, root)
    _tabs(tree, root)


def _amp(tree: Tree, root: Node) -> None:
    for section in root.css("amp-accordion > section"):
        parts = [node for node in children(section) if node.is_element_node]
        if len(parts) == 2:
            _make(tree, parts[0], parts[1])


def _controlled(tree: Tree, root: Node) -> None:
    triggers = root.css("[aria-expanded][aria-controls]")
    if not triggers:
        return
    panels = {attr(node, "id"): node for node in root.css("[id]")}
    for trigger in triggers:
        panel = panels.get(attr(trigger, "aria-controls").split(" ")[0])
        if panel is None or _inside(trigger) or _inside(panel) or attr(trigger, "role") == "tab":
            continue
        if panel.css_first("nav, form, [role=menuitem], input") is None:
            _make(tree, trigger, panel)


def _microdata(tree: Tree, root: Node) -> None:
    for item in root.css('[itemtype$="/Question"]'):
        name = item.css_first('[itemprop="name"]')
        answer = item.css_first('[itemprop~="acceptedAnswer"]')
        if name is not None and answer is not None and name.tag != "meta" and not _inside(name):
            _make(tree, name, answer)


def _tabs(tree: Tree, root: Node) -> None:
    """Every panel of tabs is shown, its name before it."""
    panels = root.css("[role=tabpanel]")
    labels = {attr(node, "id"): node for node in root.css("[role=tab][id]")} if panels else {}
    for panel in panels:
        show(panel)
        label = labels.get(attr(panel, "aria-labelledby"))
        first = panel.first_child
        if label is None or first is None:
            continue
        text = words.line(label)
        if text:
            box, strong = tree.create_node("p"), tree.create_node("strong")
            strong.insert_child(text)
            box.insert_child(strong, move=True)
            first.insert_before(box, move=True)
    for bar in root.css("[role=tablist]") if panels else ():
        if any(node.css_first("[role=tabpanel]") for node in (bar,)):
            continue
        detach(tree, bar)


def _inside(node: Node) -> bool:
    """Whether it is part of a menu, or of something that opens already."""
    tags = [above.tag for above in ancestors(node)]
    if any(tag in _UNOPENED for tag in tags) or node.tag in _UNOPENED:
        return True
    return any("-menu-" in marks(above) for above in [node, *ancestors(node)][:6])


def _answer_beside(trigger: Node) -> Node | None:
    """The element after the question, or after what holds nothing but the question."""
    node: Node | None = trigger
    for _ in range(4):
        if node is None:
            return None
        beside = _next_element(node)
        if beside is not None:
            return beside if _ANSWER.search(marks(beside)) else None
        node = node.parent
        if node is not None and words.line(node) != words.line(trigger):
            return None
    return None


def _next_element(node: Node) -> Node | None:
    beside = node.next
    while beside is not None and not beside.is_element_node:
        if beside.is_text_node and (beside.text_content or "").strip():
            return None
        beside = beside.next
    return beside


def _make(tree: Tree, trigger: Node, panel: Node) -> None:
    """`<details>` in the place of the question, with its answer in it."""
    show(panel)
    if panel.tag in ("nav", "menu"):
        panel = into(tree, panel, "div")  # Webflow's lists that drop down
    question = words.line(trigger)
    size = words.count(question)
    if not 0 < size <= _LONGEST_QUESTION or not words.plain(panel):
        return
    around = {above.mem_id for above in ancestors(panel)} | {panel.mem_id}
    box = trigger
    if box.mem_id in around:
        return
    while box.parent is not None and box.parent.mem_id not in around:
        if words.line(box.parent) != question:
            break
        box = box.parent
    details, summary = tree.create_node("details"), tree.create_node("summary")
    box.insert_before(details, move=True)
    details.attrs["class"] = attr(trigger, "class")
    summary.insert_child(question)
    details.insert_child(summary, move=True)
    details.insert_child(panel, move=True)
    detach(tree, box)
