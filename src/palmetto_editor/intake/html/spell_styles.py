"""What an inline element means for its text: emphasis, a link, a tag that stays, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from palmetto_editor.intake.html.spell_text import Around, escaped
from palmetto_editor.intake.html.spell_tree import Tree
from palmetto_editor.markup.own import names

LONGEST = 2_000  # characters of an address that our markup reads

_KINDS = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em"), "em"),
    **dict.fromkeys(("s", "strike", "del"), "del"),
}
_KEPT = names("abbr cite dfn ins kbd mark q ruby rt samp small sub sup time u var")
_ATTRIBUTES = {"abbr": ("title",), "dfn": ("title",), "time": ("datetime",)}
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|normal|lighter|\d+)", re.I)
_SLANT = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.I)
_STRUCK = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.I)
_RAISED = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.I)
_BARE = re.compile(r"[^\s()<>\\\x00-\x1f\x7f]+")
_REFERENCE = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.I)
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data-orig-file")


@dataclass(frozen=True, slots=True)
class Span:
    """Something that begins and ends: `em`, `strong`, `del`, `link`, or else a tag's name."""

    kind: str
    begin: str
    end: str


def spans(tree: Tree, *, exact: bool) -> tuple[Span, ...]:
    """The spans that an element is, outermost first."""
    if tree.tag == "a":
        return _link(tree, exact=exact)
    if exact:
        return (_own(tree),)
    kinds = [_KINDS[tree.tag]] if tree.tag in _KINDS else []
    style = tree.attributes.get("style", "")
    if style:
        kinds = _styled(kinds, style)
    found = [_mark(kind) for kind in dict.fromkeys(kinds)]
    if tree.tag in _KEPT:
        allowed = _ATTRIBUTES.get(tree.tag, ())
        found.append(_tag(tree, [name for name in allowed if name in tree.attributes]))
    return tuple(found)


def target(address: str, title: str = "") -> str:
    """`(address "title")` of a link or an image; "" if no link can lead there."""
    address = re.sub(r"[\x00-\x1f\x7f]", "", address.strip())
    if len(address) > LONGEST - 100:
        return ""
    if not _BARE.fullmatch(address):
        address = re.sub(r"\\(?=[!-/:-@\[-`{-~])", r"\\\\", address)
        address = f"<{address.replace('<', '%3C').replace('>', '%3E')}>"
    title = " ".join(title.split())[:900]
    if title:
        title = re.sub(r"\\(?=[!-/:-@\[-`{-~])", r"\\\\", _referred(title))
        title = ' "{}"'.format(title.replace('"', "&quot;"))
    return f"({_referred(address)}{title})"


def image(tree: Tree) -> str:
    """The Markdown of an image; only its alternative text if it has no address to speak of."""
    found = [tree.attributes.get(name, "").strip() for name in _SOURCES]
    found.append(tree.attributes.get("srcset", "").split(",")[0].split(" ")[0])
    sources = [one for one in found if one and not one.startswith("data:")]
    alt = " ".join(tree.attributes.get("alt", "").split())
    to = target(sources[0], tree.attributes.get("title", "")) if sources else ""
    alt = escaped(alt, Around("[", "]", linked=bool(to)))
    return f"![{alt}]{to}" if to else alt


def tag(name: str) -> Span:
    """A tag without attributes that stays as it is."""
    return Span(name, f"<{name}>", f"</{name}>")


def _link(tree: Tree, *, exact: bool) -> tuple[Span, ...]:
    address = tree.attributes.get("href", "").strip()
    if exact and (not address or not tree.attributes.keys() <= {"href", "title"}):
        return (_own(tree),)
    if not address or address.lower().startswith(("javascript:", "data:", "vbscript:")):
        return ()
    title = tree.attributes.get("title", "")
    to = target(address, "" if not exact and title.strip() == tree.words().strip() else title)
    return (Span("link", "[", f"]{to}"),) if to else ()


def _own(tree: Tree) -> Span:
    """An element of a page of ours: as a mark where Markdown has exactly that, else its tag."""
    if tree.tag in ("em", "strong", "del") and not tree.attributes:
        return _mark(tree.tag)
    return _tag(tree, list(tree.attributes))


def _mark(kind: str) -> Span:
    return Span(kind, f"<{kind}>", f"</{kind}>")


def _tag(tree: Tree, attributes: list[str]) -> Span:
    shown = "".join(
        f' {name}="{escape(tree.attributes[name])}"'.replace("\n", "&#10;")
        for name in attributes
        if len(tree.attributes[name]) < LONGEST - 500
    )
    return Span(tree.tag, f"<{tree.tag}{shown}>", f"</{tree.tag}>")


def _styled(kinds: list[str], style: str) -> list[str]:
    """The kinds with what a style attribute adds and takes away, as word processors write it."""
    weight, slant, raised = _WEIGHT.search(style), _SLANT.search(style), _RAISED.search(style)
    if weight:
        value = weight[1].lower()
        heavy = int(value) >= 600 if value.isdigit() else value.startswith("bold")
        kinds = [*(kind for kind in kinds if kind != "strong"), *(["strong"] * heavy)]
    if slant:
        slanted = slant[1].lower() != "normal"
        kinds = [*(kind for kind in kinds if kind != "em"), *(["em"] * slanted)]
    if _STRUCK.search(style):
        kinds = [*kinds, "del"]
    if raised:
        kinds = [*kinds, "sup" if raised[1].lower() == "super" else "sub"]
    return kinds


def _referred(text: str) -> str:
    """A text in which nothing is taken for a character reference."""
    return _REFERENCE.sub("&amp;", text)
