"""Code, coloured by Pygments with classes; a theme has the colours."""

from __future__ import annotations

from functools import cache

from markdown.util import code_escape
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import find_lexer_class, get_all_lexers

from palmetto_editor.markup.own import OWN

LONGEST = 10_000  # characters; longer code is shown without colours


def fenced(source: str, info: str) -> str:
    """HTML of fenced code; the first word of `info` names its language."""
    language = info.split()[0].strip("{}.").lower() if info.split() else ""
    coloured = _coloured(source, language)
    name = f' class="{OWN}language-{language}"' if coloured is not None else ""
    inner = code_escape(source) if coloured is None else coloured
    return f'<pre class="{OWN}highlight"><code{name}>{inner}</code></pre>'


def _coloured(source: str, language: str) -> str | None:
    name = _languages().get(language)
    lexer = find_lexer_class(name) if name and len(source) <= LONGEST else None
    if lexer is None:
        return None
    formatter = HtmlFormatter[str](nowrap=True, classprefix=OWN)
    return highlight(source, lexer(stripnl=False), formatter)


@cache
def _languages() -> dict[str, str]:
    """Pygments' names of languages, without plug-ins: a page looks alike everywhere."""
    return {
        alias: name for name, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases
    }
