"""A source becomes a Draft: its reader, the recognisers, then what disagrees.

Readers are imported when a source of their kind comes: a text waits for no parser of Word files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from palmetto_editor.bundle.progress import SILENT, Progress, check_in
from palmetto_editor.errors import UserError
from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.manuscript import Manuscript
from palmetto_editor.intake.recognise.article import recognise
from palmetto_editor.intake.source import Kind, Source, from_bytes


def read(source: Source, progress: Progress = SILENT) -> Draft:
    """The draft of a page, a text, a Markdown or Word file, with its disagreements.

    A page that this program exported comes back as the article that it was. UserError for a
    bundle, which is opened and not taken in, and for what cannot be read; Cancelled as asked.
    """
    from palmetto_editor.intake.disagree.rules import find

    check_in(progress, 0.0, "Reading")
    draft = _own(source) or _foreign(source, progress)
    check_in(progress, 0.8, "Comparing what it says")
    mended = (*(m for m in source.mended if m not in draft.mended), *draft.mended)
    draft = replace(draft, mended=mended)
    draft = replace(draft, disagreements=find(draft))
    check_in(progress, 1.0, "Read")
    return draft


def read_bytes(data: bytes, name: str) -> Draft:
    """The draft of a file's bytes; its kind is told by its content and its name."""
    return read(from_bytes(data, name))


def _own(source: Source) -> Draft | None:
    """The draft of a page of our own; None for any other source."""
    if source.kind != "html":
        return None
    from palmetto_editor.intake.own.read import is_own
    from palmetto_editor.intake.own.read import read as read_own

    return read_own(source.text, source.name) if is_own(source.text) else None


def _foreign(source: Source, progress: Progress) -> Draft:
    from palmetto_editor.intake.printed import cut

    reader = _READERS.get(source.kind)
    if reader is None:
        raise UserError(
            f"{source.name} is a bundle of this program.",
            "It holds an article as it was saved; there is nothing to recover.",
            "Open it with File > Open, or check it with palmetto check.",
        )
    manuscript = reader(source)
    check_in(progress, 0.4, "Looking for printed markup")
    manuscript = cut(manuscript)
    check_in(progress, 0.5, "Finding the article's parts")
    return recognise(manuscript, source.name)


def _html(source: Source) -> Manuscript:
    from palmetto_editor.intake.html.read import read as read_html

    return read_html(source.text, source.name, source.image)


def _text(source: Source) -> Manuscript:
    from palmetto_editor.intake.text.read import read as read_text

    return read_text(source.text, source.name)


def _markdown(source: Source) -> Manuscript:
    from palmetto_editor.intake.markdown.read import read as read_markdown

    return read_markdown(source.text, source.name, source.image)


def _word(source: Source) -> Manuscript:
    from palmetto_editor.intake.docx import read as read_word

    return read_word(source.data, source.name)


_READERS: dict[Kind, Callable[[Source], Manuscript]] = {
    "html": _html,
    "text": _text,
    "markdown": _markdown,
    "docx": _word,
}
