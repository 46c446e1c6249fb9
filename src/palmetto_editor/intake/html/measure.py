"""How much each element of a page says: words, words in links, words of prose."""

from __future__ import annotations

from dataclasses import dataclass

from palmetto_editor.intake.html.tree import HEADINGS, Node, events, marks
from palmetto_editor.intake.html.vocabulary import kind_of_chrome
from palmetto_editor.intake.html.words import count

_PROSE = frozenset(
    ("p", "li", "td", "th", "blockquote", "dd", "dt", "pre", "figcaption", *HEADINGS)
)
_RUNS = 100  # words of prose
_MOST_LINKED = 0.25
_SITE = frozenset(("nav", "footer", "form", "dialog", "button", "select", "menu"))
_SITE_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "dialog", "complementary")
)


@dataclass(slots=True)
class Measure:
    """Of one element with all that is in it. `prose` are the words of its text, as far as they
    are neither in links nor in what looks like the site's own parts.
    """

    node: Node
    words: int = 0
    linked: int = 0
    prose: int = 0
    links: int = 0
    depth: int = 0
    site: bool = False

    @property
    def density(self) -> float:
        """The share of its words that are links, 0 to 1."""
        return self.linked / self.words if self.words else 0.0


Measures = dict[int, Measure]


def measure(root: Node) -> Measures:
    """Every element below and with the root, by the node's id."""
    found: Measures = {}
    stack: list[Measure] = []
    linked = 0
    for entering, node in events(root):
        if node.is_text_node:
            if entering and stack:
                _count(stack[-1], node.text_content or "", linked > 0)
            continue
        if not node.is_element_node:
            continue
        if entering:
            site = _is_site(node)
            stack.append(Measure(node, depth=len(stack), site=site))
            linked += node.tag == "a"
            continue
        done = stack.pop()
        done.site = done.site and not _is_text(done)
        linked -= node.tag == "a"
        done.links += node.tag == "a"
        found[node.mem_id] = done
        if stack:
            above = stack[-1]
            above.words += done.words
            above.linked += done.linked
            above.links += done.links
            above.prose += 0 if done.site else done.prose
    return found


def _count(into: Measure, text: str, linked: bool) -> None:
    size = count(text) if text.strip() else 0
    into.words += size
    if linked:
        into.linked += size
    else:
        into.prose += size


def _is_text(one: Measure) -> bool:
    """Whether what looks like the site's part holds running text: a form around the whole page,
    a frame named after the window or the sidebar that it has. Readers' comments run as well.
    """
    if one.prose < _RUNS or one.density > _MOST_LINKED or one.node.tag in ("nav", "footer"):
        return False
    return kind_of_chrome(marks(one.node)) not in ("comments", "cookies", "footer", "newsletter")


def _is_site(node: Node) -> bool:
    if node.tag in _SITE:
        return True
    if node.tag in _PROSE or node.tag in ("body", "main", "article", "html"):
        return False
    role = (node.attributes.get("role") or "").lower()
    return role in _SITE_ROLES or bool(kind_of_chrome(marks(node)))
