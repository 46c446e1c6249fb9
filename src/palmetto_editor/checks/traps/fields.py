"""Marks in fields that are not Markdown: a headline, a question, the title of a work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.checks.traps.survey import replaced
from palmetto_editor.checks.traps.trap import said
from palmetto_editor.model.places import Place
from palmetto_editor.model.search import plain_texts

_MARKS = re.compile(
    r"(?P<strong>\*\*|__)(?=[^\s*_])(?P<bold>[^*_\n]{1,200})(?<=\S)(?P=strong)"
    r"|(?<![\w*\\])\*(?=[^\s*])(?P<italic>[^*\n]{1,200})(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_\\])_(?=[^\s_])(?P<low>[^_\n]{1,200})(?<=[^\s_])_(?![\w_])"
    r"|!?\[(?P<label>[^\[\]\n]{1,200})\]\((?:https?:|/|article:|mailto:)[^()\s]{1,500}\)"
    r"|`(?P<code>[^`\n]{1,200})`"
    r"|\[-?@[^\[\]\n]{1,200}\]"
    r"|&(?:amp|nbsp|lt|gt|quot|[lr]squo|[lr]dquo|[nm]dash|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
)
_ITALIC = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s*])\*(?![\w*])")
_ENTITIES = re.compile(r"&[#\w]+;")


def plain(subject: Subject) -> Iterator[Hit]:
    """Markdown in a text that the page shows as it stands."""
    for place, text in plain_texts(subject.article):
        for found in _MARKS.finditer(text):
            message = (
                f"{said(found[0])} is shown as typed, since this field is plain text; take the "
                "marks out."
            )
            new = _bare(found)
            fix = replaced(place, *found.span(), found[0], new, "Take the marks out")
            yield Hit(place.at(*found.span()), message, fix)
    for reference in subject.article.references:
        for field in ("title", "container-title"):
            text = getattr(reference, field.replace("-", "_"))
            for found in _ITALIC.finditer(text):
                place = Place("references", reference.id, field)
                message = (
                    f"{said(found[0])} is shown with its asterisks; write <i>…</i>, as "
                    "references have it."
                )
                new = found[1] if found[0] == text else f"<i>{found[1]}</i>"
                fix = replaced(place, *found.span(), found[0], new, "Take the asterisks out")
                yield Hit(place.at(*found.span()), message, fix)


def _bare(found: re.Match[str]) -> str:
    inner = next((found[n] for n in ("bold", "italic", "low", "label", "code") if found[n]), None)
    if inner is not None:
        return inner
    from html import unescape

    return unescape(found[0]) if found[0].startswith("&") else ""
