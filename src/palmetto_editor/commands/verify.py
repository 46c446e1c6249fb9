"""`palmetto verify PATH…`: whether bundles are as they were exported, and agree with themselves."""

from __future__ import annotations

import argparse
from pathlib import Path

from palmetto_editor.bundle.export import rendering
from palmetto_editor.bundle.verify import verify
from palmetto_editor.commands.opening import STANDARD_INPUT, each
from palmetto_editor.errors import UserError


def run(options: argparse.Namespace) -> int:
    if STANDARD_INPUT in options.paths:
        raise UserError(
            "An article on standard input cannot be verified.",
            "What is verified are the files of a bundle.",
            "Name the bundle's folder or zip.",
        )
    with rendering() as renderer:
        return each(
            options.paths,
            lambda path: verify(Path(path), renderer),
            options.format,
            options.severity,
        )
