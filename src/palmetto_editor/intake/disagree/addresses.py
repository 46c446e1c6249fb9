"""Rules for the canonical address, the image and the language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from palmetto_editor.checks.finding import Severity
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.intake.disagree.sides import Sides, metadata, pieces, take
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.intake.manuscript import Claim
from palmetto_editor.model.edits import Edit
from palmetto_editor.structured.language import is_tag

_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|\?)", re.IGNORECASE)
# A file's size, or the shape that it was put into, ours among them.
_SIZE = re.compile(
    r"(?:[-_@](?:\d{2,5}x\d{2,5}|\d{2,5}w|[1-4]x|16x9|4x3|1x1|share|scaled|e\d{10,})"
    r"(?:-[2-9])?)+$",
    re.IGNORECASE,
)


def canonical(sides: Sides) -> Iterator[Disagreement]:
    """`link rel=canonical` against `og:url`, the markup's addresses and the file's."""
    claims = [
        claim
        for side in (sides.of("page", "canonical_url"), sides.of("head", "canonical_url"))
        for claim in side
    ]
    claims.sort(key=lambda claim: "canonical" not in claim.origin.lower())  # og:url comes after it
    claims += [*sides.of("markup", "canonical_url"), *sides.of("file", "canonical_url")]
    claims = [claim for claim in claims if _host(claim.value)]
    told: set[str] = set()
    for claim in claims[1:]:
        first, address = claims[0], _address(claim.value)
        if address in told or address == _address(first.value):
            continue
        told.add(address)
        slight = _loose(claim.value) == _loose(first.value)
        yield _addresses(first, claim, slight)


def image(sides: Sides) -> Iterator[Disagreement]:
    """The markup's image against the head's, or else those that the page shows. A file in another
    size or from another server is the same image.
    """
    markup = sides.of("markup", "image")
    head = sides.of("head", "image")
    shown = {_stem(claim.value) for claim in sides.of("page", "image")}
    shown |= {_stem(piece.file) for piece in pieces(sides.draft.pieces) if piece.file}
    known = shown | {_stem(claim.value) for claim in head}
    if not markup or not known or any(_stem(claim.value) in known for claim in markup):
        return
    first = next(iter((*head, *sides.of("page", "image"))), None)
    page = first.value if first else sorted(shown)[0]
    where = "the head’s" if first and first.side == "head" else "the page’s"
    yield Disagreement(
        rule="intake.image",
        severity="warning",
        place=metadata("image"),
        page=page,
        markup=markup[0].value,
        message=f"The markup’s image is {quoted(markup[0].value)}, {where} {quoted(page)}.",
        page_edit=_image_edit(sides, page, "page"),
        markup_edit=_image_edit(sides, markup[0].value, "markup"),
    )


def language(sides: Sides) -> Iterator[Disagreement]:
    """`html lang` against `og:locale` and `inLanguage`; `en` and `en-US` do not disagree."""
    claims = [
        claim
        for group in (
            sides.of("page", "language"),
            sides.of("head", "language"),
            sides.of("markup", "language"),
        )
        for claim in group
        if is_tag(_tag(claim.value)) and len(_tag(claim.value).split("-")[0]) <= 3
    ]
    claims.sort(key=lambda claim: "og:" in claim.origin.lower() or claim.side == "markup")
    told: set[str] = set()
    for claim in claims[1:]:
        first, tag = claims[0], _tag(claim.value)
        if _speaks(tag, _tag(first.value)) or tag in told:
            continue
        told.add(tag)
        place = metadata("language")
        yield Disagreement(
            rule="intake.language",
            severity="warning",
            place=place,
            page=first.value,
            markup=claim.value,
            message=(
                f"The language is {quoted(first.value)} in {first.origin or first.side}, "
                f"but {quoted(claim.value)} in {claim.origin or claim.side}."
            ),
            page_edit=take(place, _tag(first.value), first.side, "the language"),
            markup_edit=take(place, _tag(claim.value), claim.side, "the language"),
        )


def _addresses(first: Claim, other: Claim, slight: bool) -> Disagreement:
    severity: Severity = "advice" if slight else "error"
    place = metadata("canonical_url")
    note = "; they differ in little, but programs take them for two" if slight else ""
    return Disagreement(
        rule="intake.canonical",
        severity=severity,
        place=place,
        page=first.value,
        markup=other.value,
        message=(
            f"The page’s address is {quoted(first.value)} in {first.origin or first.side}, "
            f"but {quoted(other.value)} in {other.origin or other.side}{note}."
        ),
        page_edit=take(place, first.value.strip(), first.side, "the address"),
        markup_edit=take(place, other.value.strip(), other.side, "the address"),
    )


def _split(url: str) -> tuple[str, str, str, str]:
    """Scheme, host, path, query; empty texts for what is no address."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "") + (f":{parts.port}" if parts.port else "")
    except ValueError:  # a port or an IPv6 address that is none
        return "", "", "", ""
    for scheme, port in (("http", ":80"), ("https", ":443")):
        host = host.removesuffix(port) if parts.scheme == scheme else host
    return parts.scheme, host, unquote(parts.path) or "/", parts.query


def _host(url: str) -> str:
    return _split(url)[1]


def _address(url: str) -> str:
    """What must be the same; a fragment names a node of the graph, not another page."""
    return "\n".join(_split(url))


def _loose(url: str) -> str:
    """The address with what a server commonly takes for the same left out."""
    _, host, path, query = _split(url)
    return "\n".join((host.removeprefix("www."), path.rstrip("/").casefold(), query))


def _stem(url: str) -> str:
    """The name of an image file without its size and kind."""
    try:
        path = urlsplit(_proxied(url.strip())).path
    except ValueError:
        path = url
    name = unquote(path.rstrip("/").rpartition("/")[2])
    return _SIZE.sub("", name.rpartition(".")[0] or name).casefold()


def _proxied(url: str) -> str:
    """The picture that a program at this address makes smaller: `/_next/image?url=%2Fa.jpg`."""
    asked = parse_qs(urlsplit(url).query)
    inner = next((asked[name][0] for name in ("url", "src", "image") if name in asked), "")
    return inner if _PICTURE.search(inner) else url


def _image_edit(sides: Sides, url: str, side: str) -> Edit | None:
    """The edit for an image that the article has; another cannot be the article's own."""
    held = next((i for i in sides.article.images if i.file and _stem(i.file) == _stem(url)), None)
    if held is None:
        return None
    return take(metadata("image"), held.id, "markup" if side == "markup" else "page", "the image")


def _tag(text: str) -> str:
    """`en_US.UTF-8` and `en-us` as BCP 47 writes them."""
    parts = re.split(r"[-_]", text.strip().partition(".")[0])
    return "-".join(
        [parts[0].lower(), *(p.upper() if len(p) == 2 else p.title() for p in parts[1:])]
    )


def _speaks(one: str, other: str) -> bool:
    """Whether no subtag of one contradicts the other: scripts and regions, where both name one."""
    first, second = one.split("-"), other.split("-")
    if first[0] != second[0]:
        return False
    for length in (4, 2):
        subtags = [
            next((p for p in parts[1:] if len(p) == length), "") for parts in (first, second)
        ]
        if all(subtags) and subtags[0] != subtags[1]:
            return False
    return True
