"""Rules for images: a file, a text for those who do not see it, and a place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.prose import matches
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Image
from palmetto_editor.structured.shapes import lacking, lead, planned

_SHOWN = re.compile(
    r"!\[[^\[\]\n]*\]\([ \t]*<?(?P<image>[^()<>\s]+)|\{\{<\s*figure\s+(?P<figure>\S+)"
)
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_NAMED = re.compile(
    r"\S{1,200}\.(?:png|jpe?g|gif|webp|svg|avif|tiff?)"
    r"|(?:img|dsc|image|figure|screenshot)[ _-]?\d{0,9}",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:(?:an?|the)\s{1,2})?(?:image|picture|photo|photograph|graphic|screenshot)"
    r" (?:of|showing) (?=\S)",
    re.IGNORECASE,
)
WIDE, PIXELS = 1_200, 50_000  # what Google asks of the image that stands for an article
HEAVY = 1_000_000  # bytes


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


def alt_is_name(subject: Subject) -> Iterator[Hit]:
    """The file's name, or a camera's, in the place of a description."""
    for image in subject.article.images:
        alt = image.alt.strip()
        stem = image.file.rpartition(".")[0]
        if alt and (_NAMED.fullmatch(alt) or (stem and alt.casefold() == stem.casefold())):
            message = f"“{alt}” is the name of a file; describe what the image shows."
            yield Hit(Place("images", image.id, "alt"), message)


def alt_opening(subject: Subject) -> Iterator[Hit]:
    for image in subject.article.images:
        found = _OPENING.match(image.alt)
        if found:
            place = Place("images", image.id, "alt")
            rest = image.alt[found.end() :]
            fix = edits.put(place, rest[:1].upper() + rest[1:], "Begin with what it shows")
            words = found[0].strip()
            message = f"“{words}” is said by the screen reader itself; begin with what is shown."
            yield Hit(place, message, fix)


def small(subject: Subject) -> Iterator[Hit]:
    """The image that stands for the article in search results and where it is shared is wide; each
    other is in the markup too, and large enough to be taken.
    """
    for image, (width, height) in _sized(subject):
        if image.id == subject.article.metadata.image:
            if width * height < PIXELS or width < WIDE:
                message = (
                    f"The image of the article is {width} × {height} pixels; "
                    f"choose one at least {WIDE:,} pixels wide."
                )
                yield Hit(Place("images", image.id, "file"), message)
        elif width * height < PIXELS:
            message = (
                f"The image “{image.id}” is {width} × {height} pixels; search engines take none "
                f"below {PIXELS:,} in all."
            )
            yield Hit(Place("images", image.id, "file"), message)


def ratio(subject: Subject) -> Iterator[Hit]:
    """The image that stands for the article is shown whole, since export makes what it lacks; one
    that is too small for any result is told of as that.
    """
    image = lead(subject.article)
    file = next((f for f in subject.page.files if image and f.name == image.file), None)
    if image is None or file is None:
        return
    place = Place("images", image.id, "file")
    if file.size is None:
        if file.weight:
            message = (
                f"How large “{file.name}” is cannot be told, so export makes it in no other shape; "
                "save it anew as PNG or JPEG, or give an SVG a viewBox."
            )
            yield Hit(place, message)
        return
    width, height = file.size
    lost = lacking([file.size, *(shape.size for shape in planned(subject.article, file.size))])
    if lost and width * height >= PIXELS:
        message = (
            f"The image of the article is {width} × {height} pixels, and export cannot make it "
            f"{' or '.join(lost)}, so results cut it; choose a PNG or JPEG with fewer pixels."
        )
        yield Hit(place, message)


def heavy(subject: Subject) -> Iterator[Hit]:
    weights = {file.name: file.weight for file in subject.page.files}
    for image in subject.article.images:
        weight = weights.get(image.file) or 0
        if weight > HEAVY:
            message = (
                f"The file “{image.file}” has {weight / 1_000_000:.1f} MB; "
                "save it smaller, or as WebP."
            )
            yield Hit(Place("images", image.id, "file"), message)


def _sized(subject: Subject) -> Iterator[tuple[Image, tuple[int, int]]]:
    """The images whose files are known."""
    sizes = {file.name: file.size for file in subject.page.files}
    for image in subject.article.images:
        size = sizes.get(image.file)
        if size and size[1]:
            yield image, size
