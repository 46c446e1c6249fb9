"""From what Markdown gave to what a page may hold: nh3 (ammonia), and what it leaves to do.

nh3 parses as a browser does and writes canonical HTML: lower-case names, double quotes, `<`, `>`
and `"` escaped in values. Only such HTML is read with regular expressions here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import quote, unquote

import nh3

from palmetto_editor.markup.own import OWN, names
from palmetto_editor.markup.rendered import SLOT, Fault

_PHRASING = names(
    "a abbr b br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong "
    "sub sup time u var wbr"
)
_FLOW = names(
    "aside blockquote caption col colgroup dd details div dl dt figcaption figure h2 h3 h4 h5 h6 "
    "hr li ol p pre summary table tbody td tfoot th thead tr ul"
)
_DROPPED = names(
    "applet audio canvas embed frame frameset head iframe math noembed noframes noscript object "
    "script style svg template title video xmp"
)
_ATTRIBUTES = {
    "*": {"class", "dir", "lang", "role"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "details": {"open"},
    "dfn": {"title"},
    "img": {"alt", "src", "title"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"abbr", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_SCHEMES = names("http https mailto article")
_VOID = names("br col hr img wbr")

# Character references to our private marks, which a browser's parser would decode.
_FORGED = re.compile(r"&#(?:0*5734[456](?!\d)|x0*e00[012](?![0-9a-f]));?", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UNWELCOME = re.compile(
    r"<(script|style|iframe|object|embed|form|input|button|select|textarea|svg|math|video|audio|"
    r"link|meta|base)\b",
    re.I,
)
_TAG = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")
_ATTRIBUTE = re.compile(r" ([a-z]+)=\"([^\"]*)\"")
_ASSET = re.compile(r"(?:\./)?(?:assets/)?([^\s/\\:?#<>\"'.][^/\\:?#<>\"'\x00-\x1f]{0,199})")


def _cleaner(tags: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=tags,
        clean_content_tags=_DROPPED,
        attributes=_ATTRIBUTES,
        link_rel=None,
        url_schemes=_SCHEMES,
    )


_BLOCK_CLEANER = _cleaner(_PHRASING | _FLOW)
_INLINE_CLEANER = _cleaner(_PHRASING)


def keeps(name: str, *, inline: bool) -> bool:
    """Whether an element of this name stays on the page."""
    return name.lower() in (_PHRASING if inline else _PHRASING | _FLOW)


def refuses(name: str) -> bool:
    """Whether an element of this name is told as a fault, and not only left out."""
    return _UNWELCOME.match(f"<{name}") is not None


@dataclass(frozen=True, slots=True)
class Clean:
    """Safe HTML, the images it shows and what had to go."""

    html: str
    images: tuple[str, ...]
    faults: tuple[Fault, ...]


def sanitise(html: str, *, inline: bool) -> Clean:
    """Safe HTML of one block, with one root element, or of an inline text."""
    faults = [
        Fault(
            "body.html-removed",
            f"“<{name.lower()}>” is not allowed on the page and was left out; take it out.",
        )
        for name in dict.fromkeys(_UNWELCOME.findall(html))
    ]
    cleaner = _INLINE_CLEANER if inline else _BLOCK_CLEANER
    cleaned = cleaner.clean(_FORGED.sub("", html) if "&#" in html else html)
    walk = _Walk(_CONTROL.sub("", cleaned))
    result = walk.html().strip()
    if not inline and result and not walk.one_root:
        result = f"<div>{result}</div>"
    return Clean(result, tuple(walk.images), (*faults, *walk.faults))


@dataclass(slots=True)
class _Walk:
    """One pass over canonical HTML: our marks, images, addresses, and how many roots there are."""

    source: str
    images: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    depth: int = 0
    links: int = 0
    roots: int = 0
    loose: bool = False

    @property
    def one_root(self) -> bool:
        return self.roots == 1 and not self.loose

    def html(self) -> str:
        parts: list[str] = []
        position = 0
        for match in _TAG.finditer(self.source):
            text = self.source[position : match.start()]
            self._see(text)
            parts += (text, self._tag(match[1], match[2], match[3]))
            position = match.end()
        self._see(self.source[position:])
        parts.append(self.source[position:])
        return "".join(parts)

    def _see(self, text: str) -> None:
        if not self.depth and text and not text.isspace():
            self.loose = True

    def _tag(self, slash: str, name: str, attributes: str) -> str:
        if slash:
            self.depth -= 1
            self.links -= name == "a"
            return f"</{name}>"
        shown = self._image(attributes) if name == "img" else self._start(name, attributes)
        if not self.depth:
            self.roots += 1
            self.loose = self.loose or not shown.startswith("<")
        if name not in _VOID:
            self.depth += 1
            self.links += name == "a"
        return shown

    def _start(self, name: str, attributes: str) -> str:
        kept = _ATTRIBUTE.sub(_kept, attributes) if attributes else ""
        if name == "a" and " href=" not in kept:
            message = "A link has an address that a page must not use: only its text stays."
            self.faults.append(Fault("body.unsafe-link", message))
        return f"<{name}{kept}>"

    def _image(self, attributes: str) -> str:
        """An image of the article stays; a remote one becomes a link, any other its text."""
        found = dict(_ATTRIBUTE.findall(_ATTRIBUTE.sub(_kept, attributes)))
        source, alt = unescape(found.get("src", "")).strip(), found.get("alt", "")
        asset = _ASSET.fullmatch(unquote(source))
        if asset:
            self.images.append(asset[1])
            title = f' title="{found["title"]}"' if found.get("title") else ""
            return f'<img src="assets/{quote(asset[1])}" alt="{alt}"{title}>'
        shown = alt.replace("&quot;", '"') or escape(source, quote=False)
        if re.match(r"https?:|//", source, re.I):
            message = f"The image at {source} is not part of the article: it became a link."
            self.faults.append(Fault("body.remote-image", message))
            link = source if source[0] != "/" else f"https:{source}"
            return shown if self.links else f'<a href="{escape(link)}">{shown or "image"}</a>'
        message = f"The image “{unescape(alt)}” has an address that a page must not use."
        self.faults.append(Fault("body.unsafe-image", message))
        return shown


def _kept(match: re.Match[str]) -> str:
    """An attribute as the page has it, or nothing."""
    name, value = match[1], SLOT.sub("", match[2])
    if name in ("class", "role"):
        return f' {name}="{value.replace(OWN, "")}"' if value.startswith(OWN) else ""
    if name == "href" and re.match(r"[/\\]{2}", value):
        return ""
    return f' {name}="{value.replace(OWN, "")}"'
