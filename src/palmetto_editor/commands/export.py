"""`palmetto export BUNDLE`: write the whole bundle, where it is or elsewhere."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from palmetto_editor.bundle.conflicts import ChangedOnDisk
from palmetto_editor.bundle.disk import real_path
from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.read import Opened
from palmetto_editor.checks.check import check
from palmetto_editor.commands import report
from palmetto_editor.commands.opening import STANDARD_INPUT, opened
from palmetto_editor.commands.terminal import Terminal, safe, say
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Publication


def run(options: argparse.Namespace) -> int:
    """Export, say where to, and print what the checks find; errors of theirs do not stop it yet."""
    terminal = Terminal()
    with opened(options.bundle) as bundle:
        target = _target(options, bundle)
        publication = bundle.publication or Publication()
        try:
            done = export(
                bundle.article,
                publication,
                target,
                bundle.asset,
                bundle.fingerprint if real_path(target) == bundle.path else None,
                force=options.force,
                progress=terminal,
            )
        except ChangedOnDisk as error:
            terminal.clear()
            for difference in error.differences:
                say(f"{difference.file}: {difference.kind}")
            remedy = "Look at them; then write over them with --force, or elsewhere with --output."
            raise UserError(error.what, error.why, remedy) from error
        terminal.clear()
        found = [(options.bundle, f) for f in check(bundle.article, publication, done.page)]
    sys.stdout.write(safe(f"Exported to {done.path}") + "\n")
    for path, finding in found:
        if finding.severity == "error":
            say(report.line(path, finding))
    if found:
        report.summary(found, 1)
    return 0


def _target(options: argparse.Namespace, bundle: Opened) -> Path:
    if options.output is None and options.bundle == STANDARD_INPUT:
        raise UserError(
            "The article on standard input has no place to go.",
            "No output was named.",
            "Name one with --output.",
        )
    path = Path(options.output) if options.output is not None else bundle.path
    if options.zip and path.suffix.lower() != ".zip":
        return path.with_name(f"{path.name}.zip")
    return path
