"""Figures become images, shown where they stood; one right below the headline leads the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from palmetto_editor.intake.draft import Recovered
from palmetto_editor.intake.manuscript import Claim, Leftover, Piece
from palmetto_editor.intake.recognise import spans
from palmetto_editor.intake.recognise.parts import Found, Pieces, Taken, is_mark, mark
from palmetto_editor.model.naming import image_id
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Image

_CREDIT = re.compile(
    r"[\s(\[]*\b(?:photo(?:graph)?|image|picture|illustration|credit|source|©|copyright|courtesy)"
    r"(?:\s+(?:credit|source|courtesy|by))*\s*(?:of\b|:|by\b)\s*(?P<credit>[^()\[\]]{2,120}?)[)\].\s]*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^\s*(?:\*\*)?(?:figure|fig\.?)\s+\d{1,3}(?:\*\*)?\s*[.:–—-]\s*(?:\*\*)?", re.IGNORECASE
)
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 100  # characters of a file's name
_SIZE = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)|-scaled(?=\.\w+$)")  # as WordPress names its sizes


@dataclass(frozen=True, slots=True)
class Figures:
    """`lead` is the id of the image at the top, or of the one that the head names."""

    images: tuple[Image, ...] = ()
    assets: Mapping[str, bytes] | None = None
    lead: str = ""


def take_figures(
    pieces: Pieces, files: Mapping[str, bytes], claims: Sequence[Claim] = ()
) -> Taken[Figures]:
    """The images with what there is of their bytes. Their address in the source is left over
    where the source did not bring them along.
    """
    images: list[Image] = []
    fields: list[Recovered] = []
    lost: list[Leftover] = []
    assets: dict[str, bytes] = {}
    taken: Counter[str] = Counter()
    sources: dict[str, str] = {}  # of each image's address: its id
    rest: list[Piece] = []
    lead = ""
    first = True  # whether nothing but marks stands above
    for piece in pieces:
        if piece.kind != "figure" or not piece.file.strip():
            rest.append(piece)
            first = first and (is_mark(piece) or piece.kind == "rule")
            continue
        if piece.file in sources:
            rest.append(mark("figure"))
            continue
        image = _image(piece, taken)
        images.append(image)
        sources[piece.file] = image.id
        fields += _fields(image, piece)
        data = files.get(piece.file)
        if data is not None:
            assets[image.file] = data
        else:
            reason = "an image that did not come with the source"
            lost.append(Leftover(text=piece.file, reason=reason, origin=piece.origin))
        lead = lead or (image.id if first else "")
        shown = "" if first and lead == image.id else f"{{{{< figure {image.id} >}}}}"
        rest.append(mark("figure", shown))
    lead = lead or _named(claims, sources)
    found = Found(fields=tuple(fields), leftovers=tuple(lost))
    return Taken(Figures(tuple(images), assets, lead), tuple(rest), found)


def _image(piece: Piece, taken: Counter[str]) -> Image:
    """`taken` counts the names that ids and files have so far."""
    file = _file(piece.file)
    name = _free(image_id(file, frozenset())[:50], taken)
    stem, _, ending = file.rpartition(".")
    if taken[file.casefold()]:
        file = f"{_free(stem, taken)}.{ending}"
    taken[file.casefold()] += 1
    caption = _NUMBERED.sub("", piece.caption.strip())
    credit = _CREDIT.search(spans.words(caption)) if caption else None
    if credit:
        whole = _CREDIT.search(caption)
        caption = caption[: whole.start()].rstrip(" .,;–—|") if whole else caption
    text = credit["credit"].strip() if credit and (not caption or caption != piece.caption) else ""
    return Image(id=name, file=file, alt=piece.label.strip(), caption=caption, credit=text)


def _free(stem: str, taken: Counter[str]) -> str:
    """The stem, or with the first number under which nobody has it."""
    name, key = stem, stem.casefold()
    while taken[name.casefold()]:
        taken[key] += 1
        name = f"{stem}-{taken[key]}"
    taken[name.casefold()] += 1
    return name


def _file(address: str) -> str:
    """A bare, safe file name from a path or an address."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    name = unquote(re.split(r"[\\/]", path.rstrip("/"))[-1])
    stem, dot, ending = name.rpartition(".")
    if not dot or not ending.isalnum() or len(ending) > 5:
        stem, ending = name, "png" if address.startswith("data:image/png") else "jpg"
    stem = "image" if address.startswith("data:") else stem
    safe = _UNSAFE.sub("-", stem).strip("-._")[:_LONGEST] or "image"
    if re.fullmatch(r"(?i:con|prn|aux|nul|com\d|lpt\d)", safe):
        safe = f"image-{safe}"
    return f"{safe}.{ending.lower()}"


def _named(claims: Sequence[Claim], sources: Mapping[str, str]) -> str:
    """The image in the text that the markup or the head names, sizes in file names aside."""
    stems = {_stem(file): name for file, name in reversed(list(sources.items()))}
    told = (c.value or c.url for c in claims if c.field == "image")
    return next((stems[_stem(address)] for address in told if _stem(address) in stems), "")


def _stem(address: str) -> str:
    return _SIZE.sub("", re.split(r"[\\/]", re.split(r"[?#]", address)[0])[-1]).casefold()


def _fields(image: Image, piece: Piece) -> list[Recovered]:
    values = (
        ("file", image.file),
        ("alt", image.alt),
        ("caption", image.caption),
        ("credit", image.credit),
    )
    return [
        Recovered(
            place=Place("images", image.id, name), value=value, origin=piece.origin or "figure",
            confidence=0.7 if name == "credit" else 0.95,
        )
        for name, value in values
        if value
    ]  # fmt: skip
