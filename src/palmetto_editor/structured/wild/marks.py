"""The patterns that tell structure from prose in a text that should have been JSON.

Each looks at a bounded stretch: no pattern may take longer for a longer text. Possessive
quantifiers keep them from trying again what cannot match.
"""

from __future__ import annotations

import re

_DOUBLE = '"“”„‟″＂'
_SINGLE = "'‘’‛"
_DOUBLE_ENTITY = (
    r"&(?:quot|ldquo|rdquo|bdquo|Prime|#0*34|#8220|#8221|#8222|#8243|#[xX]0*22|#[xX]201[cCdDeE]);"
)
_SINGLE_ENTITY = r"&(?:apos|lsquo|rsquo|#0*39|#8216|#8217|#[xX]0*27|#[xX]201[89]);"
_DOUBLES = rf"(?:[{_DOUBLE}]|{_DOUBLE_ENTITY})"
_SINGLES = rf"(?:[{_SINGLE}]|{_SINGLE_ENTITY})"
_QUOTES = rf"(?:[{_DOUBLE}{_SINGLE}]|{_DOUBLE_ENTITY}|{_SINGLE_ENTITY})"

BLANK = "\\s\ufeff\u200b\u200c\u200d\u2060"
_SPACE = rf"(?:[{BLANK}]++|&(?:nbsp|#160|#xa0);)"
# What wpautop and editors put between lines. No quote inside: these are looked for in strings too.
_TAG = r"</?(?:br|p|div|span|li|ul|ol|pre|code|script|b|i|em|strong)\b[^<>\"{}]{0,200}+>"
_REMARK = (
    r"/\*(?>(?:[^*]|\*(?!/)){0,300})\*/|//[^\n\"]{0,300}+(?=\n)|<!--(?>(?:[^-]|-(?!->)){0,300})-->"
)
GAP = rf"(?>(?:{_SPACE}|{_TAG}|{_REMARK})*)"

# Schema.org's properties begin with a small letter: "Note: 5 mice" is prose.
_LITERAL = r"(?:[-+]?[\d.][\d.eE+-]*+|true|false|null)(?=[ \t\r]*+(?:[,}\]\n]|\Z))"
_BARE_KEY = rf"[@$_a-z][\w@$.-]{{0,60}}+\s*+:(?=\s*+(?:{_QUOTES}|[\[{{]|{_LITERAL}))"
_QUOTED_KEY = (
    rf"(?:{_DOUBLES}(?>(?:\\.|(?!{_DOUBLES})[^\n\\,{{}}\[\]]){{0,120}}){_DOUBLES}"
    rf"|{_SINGLES}(?>(?:\\.|(?!{_SINGLES})[^\n\\,{{}}\[\]]){{0,120}}){_SINGLES}){GAP}:"
)
_KEY = rf"(?:{_QUOTED_KEY}|{_BARE_KEY})"

# A bracket that closes is followed by one of the things that may follow; in prose by words.
_CLOSER = rf"[}}\]](?=[ \t]*+(?:\n|\Z)|{GAP}(?:[,;}}\]{{\[]|{_QUOTES}|\Z))"
_OPENER = (  # "[1] Miller" is prose
    rf"(?:\{{|\[(?={GAP}(?:[\[{{\]]|{_QUOTES}|(?:true|false|null|-?\d[\d.]*+)[ \t]*+[,\n])))"
)

KEY = re.compile(_KEY)
QUOTED_KEY = re.compile(_QUOTED_KEY)
QUOTE = re.compile(_QUOTES)
DOUBLE = re.compile(_DOUBLES)
SINGLE = re.compile(_SINGLES)
OPENER = re.compile(_OPENER)
VALUE = re.compile(rf"{_QUOTES}|[\[{{]|{_LITERAL}")
NEW_BLOCK = re.compile(rf"\{{{GAP}{_QUOTES}@context{_QUOTES}{GAP}:")

# What follows the end of a string, by where the string stands.
ENDS_IN_OBJECT = re.compile(
    rf"{GAP}(?:{_CLOSER}|,{GAP}(?:{_KEY}|[}}\],]|\{{|\Z)|{_KEY}|\Z)",
)
ENDS_IN_ARRAY = re.compile(
    rf"{GAP}(?:{_CLOSER}|,{GAP}(?:{_QUOTES}|[\[{{}}\],]|{_LITERAL}|\Z)|\Z)"
    rf"|[ \t]*+(?:\n|{_TAG}){GAP}(?:{_QUOTES}|\{{)",
)
ENDS_BEFORE_ANOTHER = re.compile(rf"[ \t]++(?:{_QUOTES}|\{{)")
ENDS_A_LINE = re.compile(rf"[ \t]*+,?[ \t]*+(?>(?:{_TAG})*)(?://[^\n]{{0,300}}+)?(?:\r?\n|\Z)")

# A line that begins like this is JSON again, whatever came before it.
STRUCTURE_AHEAD = re.compile(rf",?[ \t]*+(?:{_KEY}|{_CLOSER})")

_LINE_START = rf"(?:(?<=\n)|(?<=>))(?>(?:[ \t\u00a0]|{_TAG})*)"
AFTER_PROSE_IN_OBJECT = re.compile(
    rf"{_LINE_START}(?:{_CLOSER}|{_KEY}|,[ \t]*+(?:\n|{_KEY})|{_OPENER})"
    rf"|{_CLOSER}|(?<![\w\"]){_QUOTED_KEY}"
)
AFTER_PROSE_IN_ARRAY = re.compile(
    rf"{_LINE_START}(?:{_CLOSER}|,[ \t]*+\n|{_OPENER}|{_QUOTES}|{_LITERAL})|{_CLOSER}|{_OPENER}"
)

NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])")
LOOSE_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?=\s*(?:[,}\]<]|\n|\Z))")
WORD = re.compile(
    r"[+-]?(?:true|false|null|none|nil|nan|undefined|infinity)(?=\s*(?:[,}\]</]|\n|\Z))",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^\n<]*?\s[^\n<]*?[.!?…:][\"”’)]*[ \t]*(?=\n|<|\Z)")
BARE_VALUE_END = re.compile(rf",(?={GAP}(?:{_KEY}|[}}\]]|\Z))|[}}\]\n<]|\Z")
BARE_ITEM_END = re.compile(r"[,\]}\n<]|\Z")
