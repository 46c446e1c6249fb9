"""`article.json` <-> Article: strict one way, stable the other; the same for CSL-JSON lists."""

from __future__ import annotations

from typing import Any

import msgspec

from palmetto_editor.bundle import wire
from palmetto_editor.bundle.jsontext import parse
from palmetto_editor.bundle.migrate import FORMAT, VERSION, migrate
from palmetto_editor.bundle.misfit import misfit
from palmetto_editor.bundle.sound import broken_text, require
from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.values import Article

LARGEST = 16 * 2**20  # bytes; an article of 500,000 words has about 4 MB
_REMEDY = "Mend it there with a text editor, or restore the file from a copy."


def decode_article(data: bytes, name: str = "article.json") -> Article:
    """The article in the bytes of an `article.json`, of this version or an older one.

    UserError with the place where it is not sound in every way that the format asks for.
    """
    article = decode_draft(data, name)
    require(article, name)
    return article


def decode_draft(data: bytes, name: str = "article.json") -> Article:
    """The same without the rules of `sound`: for recovery copies of what is still being typed."""
    fields = migrate(parse(data, name, LARGEST), name)
    try:
        return wire.read(fields, Article)
    except msgspec.ValidationError as error:
        raise misfit(error, fields, name, _REMEDY) from error


def encode_article(article: Article) -> bytes:
    """The bytes of `article.json`: UTF-8, indented by two blanks, a line end at the end.

    Equal articles give equal bytes. UserError where a text holds half of a character, which no
    file can keep, or all is larger than `decode_article` reads; the rules of `sound` are for
    `sound.require`.
    """
    data = _encoded({"format": FORMAT, "version": VERSION, **wire.plain(article)}, article)
    if len(data) > LARGEST:
        raise UserError(
            f"The article is larger than {LARGEST // 2**20} MiB, so it could not be opened again.",
            "Perhaps an image or a file was pasted into one of its texts.",
            "Take it out of the text; images are added in their own pane.",
        )
    return data


def decode_references(data: bytes, name: str = "references.json") -> tuple[Reference, ...]:
    """The items of a CSL-JSON list as this program writes it."""
    value = parse(data, name, LARGEST)
    try:
        return wire.read_all(value, Reference)
    except msgspec.ValidationError as error:
        raise misfit(error, value, name, _REMEDY) from error


def encode_references(article: Article) -> bytes:
    """The article's references as a CSL-JSON list, each item as in `article.json`."""
    return _encoded(wire.plain(article.references), article)


def _encoded(value: Any, article: Article) -> bytes:
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
    except UnicodeEncodeError as error:
        raise UserError(
            f"The text at {broken_text(article)} cannot be written.",
            "It holds half of a character (a lone surrogate), perhaps from a paste.",
            "Take that character out; everything else stays as it is.",
        ) from error
