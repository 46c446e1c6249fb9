"""The elements that are more than containers, each as blocks of our Markdown."""

from __future__ import annotations

import re

from palmetto_editor.intake.html.spell_flow import (
    DEEPEST,
    Block,
    Context,
    Writer,
    flow,
    joined,
    line,
    raw,
)
from palmetto_editor.intake.html.spell_inline import Where
from palmetto_editor.intake.html.spell_lists import listed, terms
from palmetto_editor.intake.html.spell_tables import table
from palmetto_editor.intake.html.spell_text import started
from palmetto_editor.intake.html.spell_tree import Tree
from palmetto_editor.markup import callouts

_LANGUAGE = re.compile(r"(?:language|lang|highlight-source|brush)[-:]\s*([\w+#.-]+)", re.I)


def _heading(node: Tree, context: Context) -> list[Block]:
    level = int(node.tag[1])
    text = line(node.children, context.strong, Where(single=True, exact=context.exact))
    text = re.sub(r"(?:(?<=\s)|^)#+$", r"\\\g<0>", text)
    if not text and not context.exact:
        return []
    return [Block("heading", f"{'#' * level} {text}".rstrip(), interrupts=True)]


def _rule(_node: Tree, _context: Context) -> list[Block]:
    return [Block("rule", "***", interrupts=True)]


def _quote(node: Tree, context: Context) -> list[Block]:
    if context.depth >= DEEPEST:
        return flow(node.children, context)
    inner = joined(flow(node.children, context.deeper))
    if not inner and not context.exact:
        return []
    return [Block("quote", _quoted(inner), interrupts=True)]


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _aside(node: Tree, context: Context) -> list[Block]:
    """A callout as our pages have it; any other aside is what stands in it."""
    named = _callout(node, context)
    if named is None:
        return [raw(node)] if context.exact else flow(node.children, context)
    opening, title = named
    body = [child for child in node.children if child is not title]
    inner = joined(flow(body, context.deeper))
    text = f"{opening}\n{inner}" if inner else opening
    return [Block("quote", _quoted(text), interrupts=True)]


def _callout(node: Tree, context: Context) -> tuple[str, Tree] | None:
    """The first line of a callout, and the element that it is made from."""
    title = next((one for one in node.children if "callout-title" in one.classes), None)
    label = (
        next((one for one in title.children if "callout-label" in one.classes), None)
        if title
        else None
    )
    if title is None or label is None or "callout" not in node.classes:
        return None
    kind = next((name[8:] for name in node.classes if name.startswith("callout-")), "")
    words = label.words().strip()
    for name in ("TLDR" if words == "TL;DR" else words.upper(), words):
        found = callouts.read(f"[!{name}]")
        if found and found.kind == kind and found.label == words:
            rest = [child for child in title.children if child is not label]
            text = line(rest, context, Where(single=True, exact=context.exact))
            return f"[!{name}] {text}".strip(), title
    return None


def _code(node: Tree, context: Context) -> list[Block]:
    code = node.first("code") or node
    text = code.words().rstrip("\n") if context.exact else code.words().strip("\n").rstrip()
    if context.exact and "highlight" not in node.classes:
        if not text.strip() or text[0] == "\n" or node.attributes or code.tag != "code":
            return [raw(node)]
        return [Block("pre", "\n".join(f"    {one}" if one else "" for one in text.split("\n")))]
    if not text.strip() and not context.exact:
        return []
    ticks = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, ticks + 1)
    return [Block("fence", f"{fence}{_language(node, code)}\n{text}\n{fence}", interrupts=True)]


def _language(node: Tree, code: Tree) -> str:
    for one in (code, node):
        for name in ("data-lang", "data-language"):
            if re.fullmatch(r"[\w+#.-]+", one.attributes.get(name, "")):
                return one.attributes[name].lower()
        match = _LANGUAGE.search(one.attributes.get("class", ""))
        if match:
            return match[1].lower()
    return ""


def _details(node: Tree, context: Context) -> list[Block]:
    """What folds stays HTML, with Markdown in it."""
    summary = node.first("summary")
    rest = [child for child in node.children if child is not summary]
    inner = joined(flow(rest, context))
    title = line(summary.children, context, Where(single=True)) if summary else ""
    if not inner or context.depth:
        return [*([Block("p", started(title))] if title else []), *flow(rest, context)]
    text = f"<details>\n<summary>{_as_html(summary)}</summary>\n\n{inner}\n\n</details>"
    return [Block("raw", text)]


def _as_html(summary: Tree | None) -> str:
    words = " ".join(summary.words().split()) if summary else ""
    return words.replace("&", "&amp;").replace("<", "&lt;")


WRITERS: dict[str, Writer] = {
    **{f"h{level}": _heading for level in range(1, 7)},
    **dict.fromkeys(("ul", "ol", "menu", "dir"), listed),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), _code),
    "aside": _aside,
    "blockquote": _quote,
    "details": _details,
    "dl": terms,
    "hr": _rule,
    "table": table,
}
