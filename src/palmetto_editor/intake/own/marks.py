"""Citations, notes and images of a page of ours, as the Markdown that they were made from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from palmetto_editor.intake.html import spell
from palmetto_editor.intake.own.sheet import attribute, classes
from palmetto_editor.markup import citations
from palmetto_editor.markup.rendered import Cite
from palmetto_editor.page import targets
from palmetto_editor.structured.addresses import is_slug

MISSING = "missing"  # in the place of an image that the article does not have
_SPECIAL = re.compile(r"[\\`\[\]<*_~@&]")
_UNKNOWN = re.compile(r"(?:(?P<prefix>.*?) )??\?(?P<key>\S+?)(?:, (?P<suffix>.*))?", re.DOTALL)
_SEAM = '<span class="citation">[<a id="cite-{}-'
_EXTENDS = re.compile(r"[\w{]|[:.#$%&+?<>~/-]+\w|/")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page refers to.

    `keys` are the citation keys by number, `names` whom a citation of each names in running text
    (HTML), `images` the ids by file name, `base` is the publication's address.
    """

    keys: Sequence[str]
    names: Mapping[str, str] = field(default_factory=dict)
    images: Mapping[str, str] = field(default_factory=dict)
    base: str = ""

    def narrated(self, html: str) -> str:
        """The page with its citations in running text marked, the names before them taken out."""
        for number, key in enumerate(self.keys, start=1):
            who = self.names.get(key, "")
            if not who:
                continue
            seam = _SEAM.format(number)
            named = re.compile(rf"(?<![\w@/.+\\-]){re.escape(f'{who} {seam}')}(?=\d+\" )")
            html = named.sub(
                seam.replace('"citation"', f'"citation" data-who="{_quoted(who)}"'), html
            )
        return html

    def prepare(self, tree: LexborHTMLParser) -> None:
        """Give the page's links and images the addresses that they were written with."""
        for link in tree.css("main a[href]"):
            address = attribute(link, "href")
            sibling = self._sibling(address)
            if sibling:
                link.attrs["href"] = sibling
        for image in tree.css('main img[src^="assets/"]'):
            for name in ("width", "height", "loading", "decoding"):
                if name in image.attributes:
                    del image.attrs[name]
            file = unquote(attribute(image, "src").removeprefix("assets/"))
            image.attrs["src"] = self.images.get(file, file)

    def __call__(self, node: LexborNode) -> str | None:
        """The Markdown of an element that is no HTML of the writer's; see `spell.block`."""
        names = classes(node) if node.tag in ("span", "sup") else []
        if "note-ref" in names:
            return f"[^{node.text().strip()}]"
        if "citation-missing" in names:
            return _unknown(node.text())
        if "citation" in names:
            return self._cluster(node)
        if "image-missing" in names:
            return f"![{spell.literal(node.text())}]({MISSING})"
        return "" if "back" in names else None

    def _sibling(self, address: str) -> str:
        """`article:slug` for the address of another article of the publication; else ""."""
        start = self.base or "../"
        slug, hash_, fragment = address.removeprefix(start).partition("#")
        slug = unquote(slug.removesuffix("/"))
        found = f"article:{slug}{hash_}{fragment}"
        known = address.startswith(start) and is_slug(slug)
        return found if known and targets.resolve(found, self.base) == address else ""

    def _cluster(self, node: LexborNode) -> str:
        """`[see @key, p. 3; @other]`, or `@key [p. 3]` where the text names the author."""
        cites = self._cites(node)
        who = attribute(node, "data-who")
        if not who:
            return _bracketed(cites)
        first = cites[0]
        plain = len(cites) == 1 and not first.prefix and not first.suppress
        beside = node.next
        after = (beside.text_content or "") if beside is not None and beside.is_text_node else ""
        open_ended = beside is not None and (not beside.is_text_node or after[:1] in ("(", "["))
        if not plain or (first.suffix and (open_ended or re.search(r"[@\[\]^]", first.suffix))):
            return f"{spell.literal(who)} {_bracketed(cites)}"
        key = _key(first.key)
        if first.suffix:
            return f"@{key} [{_escaped(first.suffix)}]"
        return f"@{{{first.key}}}" if _EXTENDS.match(after) else f"@{key}"

    def _cites(self, node: LexborNode) -> list[Cite]:
        """The citations of a cluster; a comma parts them, their prefixes and their suffixes."""
        texts: list[str] = [""]
        found: list[tuple[str, bool]] = []
        for child in node.iter(include_text=True):
            if child.is_text_node:
                texts[-1] += child.text_content or ""
            else:
                found.append((self._cited(child), "data-author" in child.attributes))
                texts.append("")
        texts[0] = texts[0].removeprefix("[")
        texts[-1] = texts[-1].removesuffix("]")
        prefixes, suffixes = [texts[0].removesuffix(" ")], []
        for text in texts[1:-1]:
            suffix, prefix = _between(text)
            suffixes.append(suffix)
            prefixes.append(prefix)
        suffixes.append(texts[-1].removeprefix(", "))
        return [
            Cite(key, prefix, suffix, left_out)
            for (key, left_out), prefix, suffix in zip(found, prefixes, suffixes, strict=True)
        ]

    def _cited(self, node: LexborNode) -> str:
        text = node.text().strip()
        if node.tag != "a":
            return text.removeprefix("?")
        number = int(text) if text.isdecimal() else 0
        return self.keys[number - 1] if 0 < number <= len(self.keys) else text


def _between(text: str) -> tuple[str, str]:
    """Suffix and prefix of `, p. 3, see `, which stands between two citations."""
    inner = text.removeprefix(", ")
    if inner.endswith(", "):
        return inner[:-2], ""
    suffix, _, prefix = inner.rpartition(", ")
    return suffix, prefix.removesuffix(" ")


def _bracketed(cites: Sequence[Cite]) -> str:
    return f"[{'; '.join(map(_cite, cites))}]"


def _cite(cite: Cite) -> str:
    prefix = f"{_escaped(cite.prefix)} " if cite.prefix else ""
    suffix = f", {_escaped(cite.suffix)}" if cite.suffix else ""
    return f"{prefix}{'-' if cite.suppress else ''}@{_key(cite.key)}{suffix}"


def _key(key: str) -> str:
    cluster = citations.bracketed(f"@{key}")
    return key if cluster and cluster.cites[0] == Cite(key) else f"{{{key}}}"


def _unknown(text: str) -> str:
    """A citation, or a footnote's mark, of nothing that there is."""
    inner = text.strip()
    inner = inner[1:-1] if inner.startswith("[") and inner.endswith("]") else inner
    if inner.startswith("^"):
        return f"[{inner}]"
    match = _UNKNOWN.fullmatch(inner)
    if match is None:
        return spell.literal(text)
    return _bracketed([Cite(match["key"], match["prefix"] or "", match["suffix"] or "")])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _quoted(who: str) -> str:
    return who.replace('"', "&quot;")
