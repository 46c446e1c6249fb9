"""The only door to `resources/`, which setuptools packs as `palmetto_editor.resources`."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

_ROOT = files("palmetto_editor.resources")


@cache
def text(name: str) -> str:
    """A resource's text, e.g. `themes/default/theme.css`; FileNotFoundError if there is none."""
    return data(name).decode("utf-8")


@cache
def data(name: str) -> bytes:
    return _ROOT.joinpath(*name.split("/")).read_bytes()


def names(folder: str) -> tuple[str, ...]:
    """The names in a folder of resources, sorted."""
    return tuple(sorted(entry.name for entry in _ROOT.joinpath(*folder.split("/")).iterdir()))


def path(name: str) -> Path:
    """A resource as a real file or folder; resources are always unpacked on disk."""
    with as_file(_ROOT.joinpath(*name.split("/"))) as real:
        return real
