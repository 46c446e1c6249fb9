"""Where Pandoc puts the list that it makes of a `.bib`: a heading at the end, or `#refs`."""

from __future__ import annotations

import re

from palmetto_editor.intake.markdown.prose import Left

_REFS = re.compile(r":{3,}[ \t]*\{[^{}\n]{0,100}#refs[^{}\n]{0,100}\}\s*:{3,}[ \t]*")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>[^\n{]*)")
_MADE = "the heading of a list that is made of a bibliography"


def without_place(body: str, left: Left, *, told: bool) -> str:
    """The body without that place. `told` says that the front matter names a bibliography."""
    found = _REFS.search(body)
    if found is None and not told:
        return body
    start, end = found.span() if found else (len(body), len(body))
    above = body[:start].rstrip()
    last = above[above.rfind("\n") + 1 :]
    heading = _HEADING.match(last)
    if heading:
        left.put(heading["words"], _MADE)
        above = above[: len(above) - len(last)]
    elif not found:
        return body
    return f"{above}\n\n{body[end:].lstrip()}"
