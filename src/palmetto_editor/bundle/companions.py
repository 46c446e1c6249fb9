"""What stands in files of their own beside a `publication.toml`, and travels with the bundle.

Two kinds: a citation style (`style_file`) and packs of claim rules (`pack_file`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from palmetto_editor.bundle.disk import read_file
from palmetto_editor.bundle.pack_file import in_use, is_pack, own_packs, with_own_packs
from palmetto_editor.bundle.style_file import is_style, own_style, with_own_style
from palmetto_editor.model.publication import Publication

LARGEST = 2**20  # bytes


def is_companion(name: str) -> bool:
    """Whether a file at the top of a bundle can be that of a style or a pack."""
    return is_style(name) or is_pack(name)


def companions(publication: Publication) -> dict[str, bytes]:
    """The files of what is not shipped, by their names."""
    return own_style(publication.citations) | own_packs(publication.checks)


def with_companions(
    publication: Publication, read: Callable[[str], bytes | None], name: str
) -> Publication:
    """The publication with the texts of what it names and what is not shipped.

    `read` gives the bytes of a file beside the profile called `name`, None where there is none.
    UserError where something is neither shipped nor there, or is not what it should be.
    """
    return with_own_packs(with_own_style(publication, read, name), read, name)


def carried_over(publication: Publication, source: Publication) -> Publication:
    """The publication, which its profile alone gave, with the texts that `source` has for it."""
    own = replace(publication.checks, own=source.checks.own)
    return replace(publication, citations=source.citations, checks=in_use(own))


def beside(profile: Path) -> Callable[[str], bytes | None]:
    """Reads the files beside a profile on disk; UserError where one may not be read."""

    def read(file: str) -> bytes | None:
        path = profile.with_name(file)
        return read_file(path, LARGEST) if path.is_file() else None

    return read
