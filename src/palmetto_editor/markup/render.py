"""One job to one `Rendered`: pure, in this process, and never long."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from palmetto_editor.markup import lines
from palmetto_editor.markup.elements import heading_parts, note_text
from palmetto_editor.markup.engine import Engine
from palmetto_editor.markup.guard import TooSlowError
from palmetto_editor.markup.plain import plain_text
from palmetto_editor.markup.rendered import (
    Fault,
    Heading,
    Job,
    Rendered,
    Shortcode,
)
from palmetto_editor.markup.scan import Span, spans

TOO_SLOW = Fault("body.too-slow", "This takes too long to typeset, so it stands here as typed.")

# Our marks, Python-Markdown's (U+0002, U+0003) and what no page may hold.
_UNUSABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\ue002]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Lines that begin with a letter and hold nothing that Markdown or HTML gives a meaning; two
# spaces at their end would have one.
_PROSE_LINE = r"[^\W\d_][^\n\\`*_\[\]<>&@~|\xa0]*+(?<!\s\s)"
_PROSE = re.compile(rf"{_PROSE_LINE}(?>(?:\n{_PROSE_LINE})*)\n*")


def render(job: Job) -> Rendered:
    """The job's HTML. What is too slow to render stands there plain, with a fault."""
    source = _usable(job.text)
    if not source.strip():
        return Rendered("")
    if is_trivial(source):
        shown = escape(source.rstrip(), quote=False)
        return Rendered(shown if job.inline else f"<p>{shown}</p>")
    try:
        return _inline(source, job) if job.inline else _block(source, job)
    except (TooSlowError, RecursionError):
        return plain(job)


def plain(job: Job, fault: Fault = TOO_SLOW) -> Rendered:
    """The source as typed, with the reason."""
    shown = escape(_usable(job.text).strip("\n"), quote=False)
    if job.inline:
        return Rendered(f'<span class="plain">{shown}</span>', faults=(fault,))
    return Rendered(f'<pre class="plain">{shown}</pre>', faults=(fault,))


def is_trivial(text: str) -> bool:
    """Whether the text is one paragraph without any markup."""
    return _PROSE.fullmatch(text) is not None


_ENGINE = Engine()


def _inline(source: str, job: Job) -> Rendered:
    return _ENGINE.convert(source, _usable(job.definitions))


def _block(source: str, job: Job) -> Rendered:
    """The single block that the source is, or all of its blocks in one `<div>`."""
    found = [span for span in spans(source) if span.construct != "blank"]
    definitions = _usable(job.definitions)
    if len(found) == 1:
        single = _single(source[found[0].start :].rstrip(), found[0], definitions)
        if single:
            return single
    return _ENGINE.convert(source, definitions, found)


def _single(source: str, span: Span, definitions: str) -> Rendered | None:
    """What a block means to the page beyond its HTML, if it is of such a kind."""
    if span.construct in ("heading", "setext"):
        level, text = heading_parts(source)
        shown = _ENGINE.convert(text, definitions)
        html = f"<h{level}>{shown.html}</h{level}>"
        return replace(shown, html=html, heading=Heading(level, plain_text(html)))
    if span.construct == "shortcode":
        return Rendered("", shortcode=Shortcode(*(lines.shortcode(source) or ("", ""))))
    if span.construct == "note":
        name, text = note_text(source)
        return replace(_ENGINE.convert(text, definitions, list(spans(text))), note=name)
    return Rendered("") if span.construct == "definition" else None


def _usable(text: str) -> str:
    text = _UNUSABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _SURROGATE.sub("\ufffd", text)
