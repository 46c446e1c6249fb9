"""LaTeX, as it stands in BibTeX, becomes text with the few tags of CSL.

Accents, symbols, quotation marks and dashes become characters; emphasis and what is raised or
lowered becomes `<i>`, `<b>`, `<sup>`, `<sub>`; braces go. Linear in the text and without
recursion: braces nested deeper than anybody writes them are taken as no more than braces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

DEEPEST = 50  # groups within groups; what is deeper loses its braces and nothing else
MOST_ACCENTS = 4  # on one letter

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z@]+)\*?[ \t\n]*|\\(?P<sign>.)|(?P<open>\{)|(?P<close>\})"
    r"|(?P<math>\$\$?)|(?P<raise>\^)|(?P<lower>_)"
    r"|(?P<dash>-{2,3})|(?P<quote>``|''|`)|(?P<tie>~)|(?P<text>[^\\{}$^_`'~-]+|.)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\([%&#_~${}])")
_SPECIAL = re.compile(r"[\\{}$~`^_]|--|''")
_ABOVE = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "r": "\u030a", "k": "\u0328",
    "c": "\u0327", "d": "\u0323", "b": "\u0331", "t": "\u0361", "h": "\u0309",
}  # fmt: skip
_TAGGED = {
    "textit": "i", "emph": "i", "textsl": "i", "mathit": "i", "mkbibemph": "i",
    "textbf": "b", "mathbf": "b", "mkbibbold": "b",
    "textsuperscript": "sup", "sp": "sup", "mkbibsuperscript": "sup", "up": "sup",
    "textsubscript": "sub", "sb": "sub", "mkbibsubscript": "sub",
}  # fmt: skip
_SWITCHES = {"it": "i", "itshape": "i", "em": "i", "sl": "i", "bf": "b", "bfseries": "b"}
_BARE = re.compile(
    r"text(?:rm|normal|sf|tt|sc|up|md)?|math(?:rm|sf|normal)|[mh]box|ensuremath|url|path|nolinkurl|"
    r"uppercase|lowercase|protect|relax|rm|sf|tt|sc|normalfont|upshape|mdseries|(?:rm|sf|tt)family|"
    r"scshape|left|right|[bB]ig|(?:no)?limits|displaystyle|textstyle|(?:un)?boldmath|footnotesize|"
    r"small|bibstring|par|Make(?:Uppercase|Lowercase|SentenceCase)|natexlab|penalty"
)
_DROPPED = {"noopsort", "SortNoop", "label", "vspace", "hspace", "color", "textcolor", "href"}
_SYMBOLS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø",
    "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "textmu": "µ", "textbeta": "β", "degree": "°",
    "textdegree": "°", "celsius": "°C", "sim": "∼", "textasciitilde": "~", "textasciicircum": "^",
    "textbackslash": "\\", "textasciigrave": "`",
    "textunderscore": "_", "textless": "<", "textgreater": ">",
    "textbar": "|", "textbraceleft": "{", "textbraceright": "}", "textdollar": "$", "space": " ",
    "quad": " ", "qquad": " ", "TeX": "TeX", "LaTeX": "LaTeX", "textquotesingle": "'",
    "textendash": "–", "textemdash": "—", "slash": "/", "textperiodcentered": "·",
    "textquotedbl": '"', "lbrace": "{", "rbrace": "}", "cdot": "·", "times": "×", "pm": "±",
}  # fmt: skip
_SIGNS = {
    " ": " ", "\n": " ", "\t": " ", ",": " ", ";": " ", ":": " ", "/": "", "-": "", "\\": " ",
    "@": "", "!": "", "(": "", ")": "", "[": "", "]": "", "|": "",
}  # fmt: skip
_DASHES = {"--": "–", "---": "—"}
_QUOTES = {"``": "“", "''": "”", "`": "‘"}
_DOTLESS = str.maketrans("ıȷ", "ij")
_TAGS = re.compile(r"</?(?:i|b|sup|sub)>")
_FIRST = re.compile(r"\A(?P<tags>(?:<(?:i|b|sup|sub)>)*)(?P<letter>.)", re.DOTALL)


class Plain(NamedTuple):
    """`unknown` are the commands that were left out, their arguments kept."""

    text: str
    unknown: tuple[str, ...] = ()


def plain(text: str, *, tags: bool = True) -> Plain:
    """The text without LaTeX, white space folded; `tags=False` where a field holds none."""
    if not _SPECIAL.search(text):
        return Plain(_folded(text))
    reader = _Reader(has_math=_count_math(text) >= 2)
    for token in _TOKEN.finditer(text):
        reader.take(token)
    made = _folded(unicodedata.normalize("NFC", reader.end()))
    return Plain(made if tags else _TAGS.sub("", made), tuple(dict.fromkeys(reader.unknown)))


def without_braces(text: str) -> str:
    """A verbatim field (an address, a file): its braces and escapes go, nothing else."""
    bare = _ESCAPED.sub(r"\1", text) if "\\" in text else text
    return bare.replace("{", "").replace("}", "").strip()


def _folded(text: str) -> str:
    return " ".join(text.split())


def _count_math(text: str) -> int:
    return len(re.findall(r"(?<!\\)\$", text))


class _Group:
    """A brace group that is open: its parts, what happens to it, where a switch begins."""

    __slots__ = ("parts", "switch", "waiting")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.waiting: list[Callable[[str], str]] = []
        self.switch: tuple[str, int] | None = None

    def add(self, atom: str) -> None:
        while self.waiting:
            atom = self.waiting.pop()(atom)
        self.parts.append(atom)

    def text(self) -> str:
        if self.switch is None:
            return "".join(self.parts)
        tag, start = self.switch
        return "".join(self.parts[:start]) + _tagged(tag, "".join(self.parts[start:]))


class _Reader:
    def __init__(self, *, has_math: bool) -> None:
        self.unknown: list[str] = []
        self._groups = [_Group()]
        self._too_deep = 0
        self._has_math = has_math
        self._in_math = False

    def take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup or "text"
        getattr(self, f"_{kind}")(token[kind])

    def end(self) -> str:
        """All of it; groups that were never closed end here."""
        while len(self._groups) > 1:
            self._shut()
        return self._groups[0].text()

    def _open(self, _: str) -> None:
        if len(self._groups) > DEEPEST:
            self._too_deep += 1
        else:
            self._groups.append(_Group())

    def _close(self, _: str) -> None:
        if self._too_deep:
            self._too_deep -= 1
        elif len(self._groups) > 1:
            self._shut()

    def _shut(self) -> None:
        text = self._groups.pop().text()
        self._groups[-1].add(text)

    def _text(self, text: str) -> None:
        group = self._groups[-1]
        if group.waiting:
            text = text.lstrip()
            if not text:
                return
            group.add(text[0])
            text = text[1:]
        group.parts.append(text)

    def _word(self, name: str) -> None:
        group = self._groups[-1]
        if name in _TAGGED:
            group.waiting.append(lambda text, tag=_TAGGED[name]: _tagged(tag, text))  # type: ignore[misc]  # the tag is bound, not passed
        elif name in _SWITCHES:
            group.switch = group.switch or (_SWITCHES[name], len(group.parts))
        elif name in _ABOVE:
            self._wait(_accent(_ABOVE[name]))
        elif name in _DROPPED:
            group.waiting.append(lambda _: "")
        elif name in {"mkbibquote", "enquote"}:
            group.waiting.append(lambda text: f"“{text}”")
        elif not _BARE.fullmatch(name):
            self._symbol(name)

    def _wait(self, accent: Callable[[str], str]) -> None:
        waiting = self._groups[-1].waiting
        if len(waiting) < MOST_ACCENTS:
            waiting.append(accent)

    def _symbol(self, name: str) -> None:
        symbol = _SYMBOLS.get(name)
        if symbol is None:
            symbol = _more_symbols(name)
        if symbol:
            self._groups[-1].add(symbol)
        else:
            self.unknown.append(f"\\{name}")

    def _sign(self, sign: str) -> None:
        if sign in _ABOVE:
            self._wait(_accent(_ABOVE[sign]))
        else:
            self._groups[-1].add(_SIGNS.get(sign, sign))

    def _math(self, sign: str) -> None:
        if self._has_math:
            self._in_math = not self._in_math
        else:
            self._groups[-1].add(sign)

    def _raise(self, sign: str) -> None:
        self._shift(sign, "sup")

    def _lower(self, sign: str) -> None:
        self._shift(sign, "sub")

    def _shift(self, sign: str, tag: str) -> None:
        if self._in_math:
            self._groups[-1].waiting.append(lambda text: _tagged(tag, text))
        else:
            self._groups[-1].add(sign)

    def _dash(self, dash: str) -> None:
        self._groups[-1].add(_DASHES[dash])

    def _quote(self, quote: str) -> None:
        self._groups[-1].add(_QUOTES[quote])

    def _tie(self, _: str) -> None:
        self._groups[-1].add(" ")


def _tagged(tag: str, text: str) -> str:
    return f"<{tag}>{text}</{tag}>" if text.strip() else text


def _accent(mark: str) -> Callable[[str], str]:
    def accented(text: str) -> str:
        return _FIRST.sub(lambda m: f"{m['tags']}{m['letter'].translate(_DOTLESS)}{mark}", text)

    return accented


@cache
def _more_symbols(name: str) -> str:
    """What the tables of pylatexenc say of a command without arguments; "" for no such one."""
    # Read where a command is met that is not known here: most libraries have none.
    from pylatexenc.latex2text import get_default_latex_context_db

    spec = get_default_latex_context_db().get_macro_spec(name)
    shown = getattr(spec, "simplify_repl", None)
    return shown if isinstance(shown, str) and "%" not in shown else ""
