"""Rules for images: a file, a text for those who do not see it, and a place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.prose import matches
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place

_SHOWN = re.compile(
    r"!\[[^\[\]\n]*\]\([ \t]*<?(?P<image>[^()<>\s]+)|\{\{<\s*figure\s+(?P<figure>\S+)"
)
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def no_file(subject: Subject) -> Iterator[Hit]:
    for image in subject.article.images:
        if not image.file:
            message = f"The image “{image.id}” has no file; choose one, or remove the image."
            yield Hit(Place("images", image.id, "file"), message)


def file_shape(subject: Subject) -> Iterator[Hit]:
    """A file's name is a part of an address and of a path on every system."""
    for image in subject.article.images:
        if image.file and not _FILE.fullmatch(image.file):
            message = (
                f"The file name “{image.file}” may have only letters a to z, digits and . _ -; "
                "add the image anew to have it renamed."
            )
            yield Hit(Place("images", image.id, "file"), message)


def file_case(subject: Subject) -> Iterator[Hit]:
    """Two files whose names differ only by case are one file on many systems."""
    seen: dict[str, str] = {}
    for image in subject.article.images:
        other = seen.setdefault(image.file.casefold(), image.file)
        if other != image.file:
            message = f"The files “{other}” and “{image.file}” differ only by case; rename one."
            yield Hit(Place("images", image.id, "file"), message)


def no_alt(subject: Subject) -> Iterator[Hit]:
    for image in subject.article.images:
        if not image.alt.strip():
            yield Hit(
                Place("images", image.id, "alt"),
                f"The image “{image.id}” has no alt text; describe it for those who cannot see it.",
            )


def unplaced(subject: Subject) -> Iterator[Hit]:
    shown = {match["image"] or match["figure"] for match in matches(subject, _SHOWN)}
    shown |= {name.removeprefix("assets/") for name in shown}
    for image in subject.article.images:
        if not {image.id, image.file} & shown and image.id != subject.article.metadata.image:
            yield Hit(
                Place("images", image.id),
                f"The image “{image.id}” is shown nowhere; place it in the text, or remove it.",
            )
