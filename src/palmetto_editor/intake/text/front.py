"""What stands above the first sentence: the site's banner, the headline, what tells about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from palmetto_editor.intake.text import shapes
from palmetto_editor.intake.text.block import Block

_MOST = 60  # blocks that may stand above the first sentence
_SEAM = re.compile(r"(?<=[a-z0-9)%!.])(?=[A-Z])")
_NAVIGATION = re.compile(
    r"skip to (?:main )?content|menu|search|home|homepage|about(?: us)?|contact(?: us)?|blog|news"
    r"|shop(?: now| all)?|store|cart(?: ?\(\d+\))?|basket|checkout|log ?in|sign ?(?:in|up|out)"
    r"|register|subscribe|newsletter|my account|account|toggle (?:navigation|menu)|close(?: menu)?"
    r"|open menu|products?|faqs?|wishlist|follow us|share|close|back|next|previous|support"
    r"|resources|categories|privacy policy|terms(?: of (?:use|service))?|all products|catalogue?",
    re.I,
)
_SELLING = re.compile(
    r"(?:free|fast|same[- ]day)\b.{0,30}\bshipping|\d\s?% off|\buse code\b|\bcookies?\b"
    r"|sign up (?:for|to) (?:our|the)|join our|add to (?:cart|basket)|free delivery"
    r"|orders? over [$€£]\s?\d|limited time|javascript (?:is )?(?:disabled|required)"
    r"|download (?:our|the) app",
    re.I,
)
_SITE_END = re.compile(r"©|\(c\)|copyright|all rights reserved", re.I)
_LONGEST_NAME = 3  # words of what may be a site's name or a section's, above a headline


@dataclass(frozen=True, slots=True)
class Front:
    """Indices of blocks. `banner` is the site's own, `about` says something on the article;
    `headline` is -1 where no line is one; `end` is where the text itself begins.
    """

    banner: frozenset[int]
    headline: int
    about: frozenset[int]
    end: int


def read(blocks: Sequence[Block]) -> Front:
    """Find the headline among what stands above the text."""
    end = _text_begins(blocks)
    banner = {i for i in range(end) if _is_banner(blocks[i])}
    repeated = Counter(b.words for b in blocks[:end] if b.kind == "text")
    banner |= {i for i in range(end) if repeated[blocks[i].words] > 1}
    first = _site_name(blocks, end)
    banner |= first
    about = {i for i in range(end) if i not in banner and _is_about(blocks, i)}
    headline = _headline(blocks, end, banner, about)
    above = max((i for i in banner if i < headline), default=-1) if headline >= 0 else -1
    if headline < 0:
        above = max(banner, default=-1)
    swept = {i for i in range(above + 1) if not _stays(blocks[i], i in about)}
    about -= {headline}
    about |= {i - 1 for i in about if i - 1 > headline >= 0 and shapes.name(blocks[i - 1].words)}
    return Front(frozenset(swept), headline, frozenset(i for i in about if i > headline), end)


def _text_begins(blocks: Sequence[Block]) -> int:
    """The first block that is no short line: a sentence, a list, a table."""
    for index, block in enumerate(blocks[:_MOST]):
        if block.kind == "list":
            short = sum(len(item.text.split()) <= 4 for item in block.items)
            if short < len(block.items) or not _names(block):
                return index
        elif block.kind not in ("text", "heading", "rule") or (
            block.kind == "text" and shapes.prose(block.words) and not _is_banner(block)
        ):
            return index
    return min(len(blocks), _MOST)


def _names(block: Block) -> bool:
    known = sum(_NAVIGATION.fullmatch(item.text) is not None for item in block.items)
    return known * 2 >= len(block.items)


def _is_banner(block: Block) -> bool:
    """Slogans run together or repeated, words of navigation, offers."""
    if block.kind == "list":
        return _names(block)
    words = block.words
    if block.kind != "text" or len(words) > 5000:
        return False
    if _NAVIGATION.fullmatch(words) or _is_menu(words):
        return True
    if len(words) < 300 and _SELLING.search(words):
        return True
    parts = [part.strip() for part in _SEAM.split(words)]
    often = sum(count - 1 for part, count in Counter(parts).items() if len(part) > 4)
    unpunctuated = not shapes.ends_sentence(words) or often > 2
    if unpunctuated and len(parts) >= 4 and (often or len(words) > 80):
        return True
    return len(words) > 12 and (words + words).find(words, 1) < len(words)


def _is_menu(words: str) -> bool:
    """`Home Shop About Contact` in one line."""
    parts = words.split()
    known = sum(_NAVIGATION.fullmatch(part) is not None for part in parts)
    return 3 <= len(parts) <= 30 and known >= 0.6 * len(parts)


def _site_name(blocks: Sequence[Block], end: int) -> set[int]:
    """The first line, where the foot of the page shows it to be the name of the site."""
    if end < 2 or blocks[0].kind != "text" or len(blocks[0].words.split()) > _LONGEST_NAME:
        return set()
    name = blocks[0].words.casefold()
    foot = [b.words for b in blocks[-6:] if _SITE_END.search(b.words[:400])]
    return {0} if len(name) > 2 and any(name in text.casefold() for text in foot) else set()


def _is_about(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if block.kind != "text":
        return False
    if shapes.about_article(block.words) or shapes.trail(block.words):
        return True
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    told = below is not None and below.kind == "text" and shapes.about_article(below.words)
    return told and not block.gap_after and shapes.name(block.words)


def _headline(blocks: Sequence[Block], end: int, banner: set[int], about: set[int]) -> int:
    marked = [i for i in range(end) if blocks[i].kind == "heading"]
    first = next((i for i in marked if blocks[i].level == 1), -1)
    if first >= 0:
        return first
    lines = [
        i
        for i in range(end)
        if blocks[i].kind == "text"
        and i not in banner | about
        and shapes.heading(blocks[i].words)
        and i < min(marked, default=end)
    ]
    below = [i for i in lines if i > max(banner, default=-1)] or lines
    anchor = min((i for i in about if any(j < i for j in below)), default=end)
    below = [i for i in below if i < anchor]
    if not below:
        return -1
    if anchor == end:
        return below[0]
    # Of a section's name, a headline and a line under it, the headline is the first long one.
    return next((i for i in below if len(blocks[i].words.split()) > _LONGEST_NAME), below[0])


def _stays(block: Block, about: bool) -> bool:
    """What is kept of what stands among the banner: breadcrumbs and dates, for whoever reads on."""
    return about and (shapes.trail(block.words) or shapes.dated(block.words))
