r"""A graph as text: the bytes of `article.jsonld`, and of the script element in the page.

The dangerous strings of an HTML script element (`<!--`, `<script`, `</script`, in any case) and
the line ends that old JavaScript knew cannot occur: `<`, `>`, `&`, U+2028 and U+2029 are written
as `\uXXXX`, which JSON reads as the same characters (WHATWG HTML, "Restrictions for contents of
script elements"). They can stand only inside strings, so the finished text may be searched.
"""

from __future__ import annotations

from typing import Any

import msgspec

_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def dump(graph: Any) -> str:
    """Strict JSON, indented by two blanks, keys in their given order, without a final line end.

    The same graph gives the same text. A number that is not finite has no JSON: it is written
    as null, never as NaN.
    """
    text = msgspec.json.format(msgspec.json.encode(graph), indent=2).decode()
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text
