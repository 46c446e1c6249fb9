"""`publication.toml` <-> Publication: read strictly, written with the comments of the old file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array

from palmetto_editor.bundle import wire
from palmetto_editor.bundle.companions import beside, companions, with_companions
from palmetto_editor.bundle.disk import read_file, replace_file
from palmetto_editor.bundle.jsontext import is_text
from palmetto_editor.bundle.misfit import misfit
from palmetto_editor.bundle.names import is_id
from palmetto_editor.bundle.pack_file import SUFFIX, is_pack
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Checks, Citations, Publication
from palmetto_editor.model.values import Author

PROFILE = "publication.toml"
LARGEST = 2**20  # bytes
_MEND = "Mend it there with a text editor."

_PAIR = re.compile(r"checks\.severity\[(\d+)\]\[\d\]")


def find_profile(start: Path) -> Path | None:
    """The nearest `publication.toml` above a bundle: in its parent, or the parent of that…"""
    for folder in start.absolute().parents:
        try:
            if (folder / PROFILE).is_file():
                return folder / PROFILE
        except OSError:  # a folder that this user may not look into
            continue
    return None


def read_profile(path: Path) -> Publication:
    """The publication in a file, with the style and packs beside it; UserError as those say."""
    publication = decode_publication(read_file(path, LARGEST), str(path))
    return with_companions(publication, beside(path), str(path))


def write_profile(publication: Publication, path: Path) -> None:
    """Write a profile, its own style and packs beside it, keeping the comments of the old one.

    UserError where the old one is no TOML; OSError where the disk refuses.
    """
    old = path.read_text("utf-8") if path.is_file() else ""
    text = encode_publication(publication, old)
    for name, data in companions(publication).items():  # first: the profile names it
        replace_file(path.with_name(name), data)
    replace_file(path, text.encode())


def decode_publication(text: str | bytes, name: str = PROFILE) -> Publication:
    """The publication in the text of a `publication.toml`, without the files beside it.

    A base URL always ends in `/`.
    """
    data = _parse(text, name)
    paired = _with_pairs(data)
    try:
        publication = wire.read(paired, Publication)
    except msgspec.ValidationError as error:
        raise misfit(_by_rule(error, paired), data, name, _MEND) from error
    theme = publication.theme or "default"
    _require_names(theme, publication.citations, name)
    _require_checks(publication.checks, name)
    base = publication.base_url
    base = f"{base}/" if base and not base.endswith("/") else base
    return replace(publication, theme=theme, base_url=base)


def encode_publication(publication: Publication, old_text: str = "") -> str:
    """The text of a `publication.toml`; what did not change in `old_text` stays as it stands there.

    The texts of a style and of packs are not in it: see `companions`. Equal publications without an
    old text give equal texts. UserError where the old one is no TOML.
    """
    severity = tuple(sorted(dict(publication.checks.severity).items()))
    publication = replace(
        publication,
        citations=replace(publication.citations, csl=""),
        checks=replace(publication.checks, own=(), severity=severity),
    )
    written = _revised(publication, old_text) if old_text else None
    written = _fresh(publication) if written is None else written
    if not is_text(written):
        raise UserError(
            "The publication cannot be written.",
            "One of its texts holds half of a character (a lone surrogate), perhaps from a paste.",
            "Take that character out.",
        )
    return written


@lru_cache(maxsize=16)  # opening, exporting and reading back ask for the same text
def _fresh(publication: Publication) -> str:
    document = tomlkit.document()
    values = _values(publication)
    del values["authors"]
    if publication.citations == Citations():  # so that profiles older than styles stay the same
        del values["citations"]
    if publication.checks == Checks():
        del values["checks"]
    _update(document, values)
    if publication.authors:
        document["authors"] = _tables(publication.authors)
    return tomlkit.dumps(document)


def _revised(publication: Publication, old_text: str) -> str | None:
    """The old text with only what differs changed; None where TOML's forms do not allow that."""
    old = decode_publication(old_text)
    document = tomlkit.parse(old_text)
    values = _values(publication)
    authors, checks = values.pop("authors"), values.pop("checks")
    known = _values(old)
    try:
        _update(document, {key: value for key, value in values.items() if value != known[key]})
        if checks != known["checks"]:
            _update_checks(document, checks)
        if publication.authors != old.authors:
            _update_authors(document, authors, publication.authors)
        text = tomlkit.dumps(document)
        return text if decode_publication(text) == publication else None
    except (TOMLKitError, UserError, TypeError, ValueError):
        return None


def _values(publication: Publication) -> dict[str, Any]:
    """The profile's values as TOML has them."""
    values: dict[str, Any] = wire.plain(publication)
    del values["citations"]["csl"], values["checks"]["own"]
    checks = values["checks"] | {"severity": dict(publication.checks.severity)}
    unsaid: dict[str, Any] = {"packs": None, "off": [], "severity": {}}
    values["checks"] = {key: said for key, said in checks.items() if said != unsaid[key]}
    return values


def _with_pairs(data: dict[str, Any]) -> dict[str, Any]:
    """The values with the table of severities as pairs, as the model has them."""
    checks = data.get("checks")
    severity = checks.get("severity") if isinstance(checks, dict) else None
    if not isinstance(checks, dict) or not isinstance(severity, dict):
        return data
    return data | {"checks": checks | {"severity": sorted(severity.items())}}


def _by_rule(error: msgspec.ValidationError, paired: dict[str, Any]) -> msgspec.ValidationError:
    """The error with the rule's name where it has the number of a pair."""

    def named(match: re.Match[str]) -> str:
        return f"checks.severity.{paired['checks']['severity'][int(match[1])][0]}"

    return msgspec.ValidationError(_PAIR.sub(named, str(error)))


def _require_names(theme: str, citations: Citations, name: str) -> None:
    """UserError where a theme or a style could not be the name of a file."""
    for key, value in (("theme", theme), ("citations.style", citations.style)):
        if not is_id(value):
            why = "It is named in letters, digits, “.”, “_” and “-”."
            raise UserError(f"{name} does not fit its format at {key}.", why, _MEND)
    if citations.csl:
        why = f"The text of a style stands in a file of its own, {citations.style}.csl."
        raise UserError(f"{name} does not fit its format at citations.csl.", why, _MEND)


def _require_checks(checks: Checks, name: str) -> None:
    """UserError where a pack could not be the name of a file, or stands in the profile itself."""
    if checks.own:
        why = f"The text of a pack stands in a file of its own, such as own{SUFFIX}."
        raise UserError(f"{name} does not fit its format at checks.own.", why, _MEND)
    for index, pack in enumerate(checks.packs or ()):
        if not is_pack(f"{pack}{SUFFIX}"):
            why = "It is named in letters, digits, “.”, “_” and “-”."
            where = f"checks.packs[{index}]"
            raise UserError(f"{name} does not fit its format at {where}.", why, _MEND)


def _update(table: MutableMapping[str, Any], values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        old = table.get(key)
        if isinstance(value, dict) and isinstance(old, MutableMapping):
            _update(old, {k: v for k, v in value.items() if old.get(k) != v})
        elif isinstance(value, dict):
            table[key] = tomlkit.item(value)
        elif isinstance(value, list) and isinstance(old, Array) and old.unwrap() != value:
            _update_list(old, value)
            if old.unwrap() != value:
                table[key] = _item(value)
        else:
            table[key] = _item(value)


def _update_list(old: Array, values: Sequence[str]) -> None:
    """What is listed, one by one, so that the comments between them stay."""
    for index in reversed(range(len(old))):
        if old[index] not in values:
            del old[index]
    for value in values[len(old) :]:
        old.append(value)


def _update_checks(document: tomlkit.TOMLDocument, values: dict[str, Any]) -> None:
    """What is asked; what is said no longer goes, line by line, so that the comments stay."""
    old = document.get("checks")
    if isinstance(old, MutableMapping):
        graver = values.get("severity", {})
        severity = old.get("severity", {})
        for rule in [rule for rule in severity if rule not in graver]:
            del severity[rule]
        for key in [key for key in old if key != "severity" and key not in values]:
            del old[key]
    _update(document, {"checks": values})


def _update_authors(
    document: tomlkit.TOMLDocument, values: list[dict[str, Any]], authors: Iterable[Author]
) -> None:
    """Author by author, so that their comments stay; a list in another form is written anew."""
    old = document.get("authors")
    if not isinstance(old, AoT) or not values:
        document.pop("authors", None)
        if values:
            document["authors"] = _tables(authors)
        return
    for table, value in zip(old, values, strict=False):
        _update(table, {k: v for k, v in value.items() if table.get(k) != v})
    while len(old) > len(values):
        del old[-1]
    for value in values[len(old) :]:
        old.append(tomlkit.item(value))


def _tables(authors: Iterable[Author]) -> AoT:
    tables = tomlkit.aot()
    for author in authors:
        tables.append(tomlkit.item(wire.plain(author)))
    return tables


def _item(value: Any) -> Any:
    """A text of several lines stands in `\"\"\"` as it was typed, where TOML can hold it so."""
    if isinstance(value, str) and "\n" in value and "\r" not in value:
        return tomlkit.string(value, multiline=True)
    return value


def _parse(text: str | bytes, name: str) -> dict[str, Any]:
    try:
        read = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        return tomllib.loads(read)
    except UnicodeDecodeError as error:
        raise UserError(
            f"{name} cannot be read as text.",
            f"It is not UTF-8 (byte {error.start}).",
            "Save it as UTF-8 in the program that wrote it.",
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{name} is not TOML.", f"{error}.", _MEND) from error
    except (RecursionError, ValueError) as error:
        raise UserError(
            f"{name} is damaged.", "It holds what no profile holds.", "Restore it from a copy."
        ) from error
