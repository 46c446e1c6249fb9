"""What one line of a copied page may be, told by its shape alone."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST_HEADING = 100  # characters
_MOST_WORDS = 16
_GLYPHS = "•●○◦▪▫‣⁃■□►▶➢➤✓✔✗✘♦◆❖·∙⚫⚬"
_BULLET = re.compile(rf"(?P<glyph>[{_GLYPHS}])\s*(?P<text>.*)|(?P<weak>[-–*+])\s+(?P<rest>\S.*)")
_ROUND = re.compile(r"(?P<glyph>o)\s+(?P<text>\S.*)")
_NUMBER = re.compile(
    r"(?:(?P<dot>\d{1,3})\.|(?P<bracket>\d{1,3})\)|\((?P<both>\d{1,3})\)|\[(?P<square>\d{1,3})\])"
    r"\s+(?P<text>\S.*)"
)
_LETTER = re.compile(r"(?P<letter>[a-zA-Z])\)\s+\S.*")
_RULE = re.compile(r"(?:[-*_=~─—⁂•]\s*){3,}|⁂")
_HASHES = re.compile(r"(#{1,6})\s+(\S.*?)(?:\s+#+)?$")
_SETEXT = re.compile(r"={3,}|-{3,}")
_ENDS_SENTENCE = re.compile(r"[.!?…。!?][\"'”’»)\]*_]*$")
_ENDS_OTHERWISE = re.compile(r"[.,;:!…&/–—-][\"'”’»)\]*_]*$")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?]\s+[A-ZÀ-Þ]")
_JSON = re.compile(
    r"[{}\[\]]+[\s,;{}\[\]]*|[{\[]\s*[{\"].*|\"[^\"]*\"\s*:.*|[}\]],?\s*[{\[\"}\]].*|\"[^\"]*\",?"
)
_LABEL = re.compile(
    r"(?:q|a|question|answer|q\.|a\.|q\d{1,2}|a\d{1,2}|note|tip|warning|important|caution|see also"
    r"|related(?: \w+){0,2}|read (?:more|next|also)|further reading|learn more|tags?|keywords?"
    r"|topics?|categor(?:y|ies)|filed under|author|written by|reviewed by|medically reviewed by"
    r"|published|updated|last updated|posted|date|source|disclaimer|(?:research |important )?notice"
    r"|tl;?dr|share|abbreviations)\s*[.:]\s+\S",
    re.I,
)
_BYLINE = re.compile(
    r"(?i:(?:written|posted|authored|reviewed|medically reviewed|edited|story|words|text)\s+)?"
    r"[Bb][Yy]:?\s+[A-ZÀ-Þ]",
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{_MONTH},?\s+(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b",
    re.I,
)
_READING = re.compile(r"\b\d{1,3}[ -]?min(?:ute)?s?\.?(?: read)?\b", re.I)
_TRAIL = re.compile(r"(?:home|start|blog|homepage)\s*[›»→>/|].*", re.I)
_NAME = re.compile(
    r"(?:Dr\.?\s+|Prof\.?\s+)?[A-ZÀ-Þ][\w'’-]*\.?(?:\s+(?:[A-ZÀ-Þ][\w'’-]*\.?|van|von|de|der|da|la)){1,3}"
    r"(?:,\s*(?:[A-Z][A-Za-z.]{1,5}(?:,\s*)?){1,4})?"
)
_TEAM = re.compile(r"(?:\S+\s+){1,5}(?:team|staff|editors|desk|editorial board)", re.I)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_CAPTION = re.compile(r"(?:table|figure|fig\.)\s+\d{1,3}\s*[.:–—-]\s+\S", re.I)
_SECTION_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\S")
_LETTERS = re.compile(r"[^\W\d_]")


class Marker(NamedTuple):
    """A list item's mark: `kind` tells levels apart, `number` is -1 for a bullet."""

    kind: str
    number: int
    text: str


def marker(text: str, *, within: bool = False) -> Marker | None:
    """The mark that a line begins with. `within` a list, or indented, an `o` is one too."""
    match = _BULLET.fullmatch(text)
    if match:
        if _RULE.fullmatch(text) and len(text) > 2:
            return None
        glyph = match["glyph"] or match["weak"]
        return Marker(glyph, -1, match["text"] if match["glyph"] else match["rest"])
    match = _NUMBER.fullmatch(text)
    if match:
        kind = next(k for k in ("dot", "bracket", "both", "square") if match[k])
        return Marker(kind, int(match[kind]), match["text"])
    if _LETTER.fullmatch(text):
        return Marker("a", -1, text)  # our Markdown has no such list: the letter stays a word
    match = _ROUND.fullmatch(text) if within else None
    return Marker("o", -1, match["text"]) if match else None


def rule(text: str) -> bool:
    return len(text) <= 200 and _RULE.fullmatch(text) is not None


def hashes(text: str) -> tuple[int, str] | None:
    """Level and words of `## Heading`."""
    match = _HASHES.match(text)
    return (len(match[1]), match[2]) if match else None


def underline(text: str) -> int:
    """1 or 2 for the `===` or `---` below a heading, else 0."""
    return (1 if text[0] == "=" else 2) if _SETEXT.fullmatch(text) else 0


def json(text: str) -> bool:
    """A line of printed JSON: never a heading, and never joined to another."""
    return text[:1] in '{}[]"' and len(text) < 100_000 and _JSON.fullmatch(text) is not None


def ends_sentence(text: str) -> bool:
    return _ENDS_SENTENCE.search(text[-12:]) is not None


def prose(text: str) -> bool:
    """A sentence: at least eight words and a full stop."""
    return ends_sentence(text) and len(text.split(None, 8)) >= 8


def labelled(text: str) -> bool:
    """`Q: …`, `Tags: …`, `See also: …`, `By …`: a line of its own, and no heading."""
    return _LABEL.match(text) is not None or _BYLINE.match(text[:60]) is not None


def dated(text: str) -> bool:
    return len(text) <= 120 and _DATE.search(text) is not None


def about_article(text: str) -> bool:
    """A line on the article itself: its date, its author, how long it takes to read."""
    if len(text) > 160 or prose(text):
        return False
    return dated(text) or labelled(text) or _READING.search(text) is not None


def trail(text: str) -> bool:
    """Breadcrumbs."""
    return len(text) <= 200 and _TRAIL.fullmatch(text) is not None


def name(text: str) -> bool:
    """What could be a person's name."""
    return len(text) <= 60 and _NAME.fullmatch(text) is not None


def team(text: str) -> bool:
    """What could be the name of a group of authors."""
    return len(text) <= 80 and _TEAM.fullmatch(text) is not None


def section_depth(text: str) -> int:
    """1 for `1. Methods` or `1 Methods`, 2 for `1.2 Methods`; 0 without a number."""
    match = _SECTION_NUMBER.match(text)
    return match[1].count(".") + 1 if match else 0


def capitals(text: str) -> bool:
    """Written in capitals throughout."""
    return text.upper() == text and len(_LETTERS.findall(text)) > 3 and text.lower() != text


def heading(text: str) -> bool:
    """Whether a line can be a heading: short, begun as one, and not ended as a sentence."""
    if not 2 <= len(text) <= LONGEST_HEADING or len(text.split()) > _MOST_WORDS:
        return False
    letter = _LETTERS.search(text)
    if letter is None or letter[0].islower() or letter.start() > 12:
        return False
    if _ENDS_OTHERWISE.search(text[-8:]) or _TWO_SENTENCES.search(text):
        return False
    other = (_CAPTION, _ADDRESS, _TRAIL)
    if any(pattern.match(text) for pattern in other) or json(text) or "\t" in text:
        return False
    return not (labelled(text) or _only_date(text) or text.endswith(("©", "|")) or "©" in text)


def _only_date(text: str) -> bool:
    match = _DATE.search(text)
    return match is not None and len(text) - (match.end() - match.start()) <= 30
