"""Foreign pages and texts on their way into the open document.

What is read stands in `intake`, which is imported when the first one comes.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

if TYPE_CHECKING:
    from palmetto_editor.bundle.progress import Progress
    from palmetto_editor.intake.draft import Disagreement, Draft
    from palmetto_editor.intake.manuscript import Leftover

Side = Literal["page", "markup"]
Standing = Literal["page", "markup", "own", "told"]


def is_foreign(path: Path) -> bool:
    """Whether a file is a page or a text to be read, not a bundle, its zip or its article.json."""
    return not path.is_dir() and path.suffix.casefold() not in (".zip", ".json")


def read_file(path: Path, progress: Progress) -> Draft:
    """The draft that a page or text becomes; UserError where it is none, Cancelled as asked."""
    from palmetto_editor.intake.read import read
    from palmetto_editor.intake.source import open_source

    return read(open_source(path), progress)


def read_pasted(text: str, progress: Progress, *, is_html: bool) -> Draft:
    """The draft that HTML or plain text from the clipboard becomes."""
    from palmetto_editor.intake.read import read
    from palmetto_editor.intake.source import from_text

    source = from_text(text, "the clipboard", "html" if is_html else "text")
    return read(source, progress)


def standing(article: Article, row: Disagreement) -> Standing:
    """Whose words the article has now: an edit that would change nothing was followed already.

    `own` are words of neither side; `told` is what no edit of the article can settle.
    """
    if row.page_edit is None and row.markup_edit is None:
        return "told"
    if row.page_edit is not None and row.page_edit.apply(article) is article:
        return "page"
    if row.markup_edit is not None and row.markup_edit.apply(article) is article:
        return "markup"
    return "own" if row.page_edit is not None else "page"


def take_all(draft: Draft, side: Side) -> Edit:
    """One step that follows a side in every row that it can settle."""
    found = (row.page_edit if side == "page" else row.markup_edit for row in draft.disagreements)
    chosen = [edit for edit in found if edit is not None]

    def apply(article: Article) -> Article:
        for edit in chosen:
            article = edit.apply(article)
        return article

    return Edit(f"Take all from the {side}", Place("metadata"), apply)


def put_back(leftover: Leftover) -> Edit:
    """Put text that found no home at the end of the body."""

    def apply(article: Article) -> Article:
        body = f"{article.body.rstrip()}\n\n{leftover.text.strip()}\n".lstrip("\n")
        return replace(article, body=body)

    return Edit("Put into the body", Place("body"), apply)
