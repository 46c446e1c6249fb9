"""`palmetto export BUNDLE`: write the whole bundle, where it is or elsewhere.

Errors that the checks find stop it: exit status 1. `--force-errors` goes on with a reason, which
the bundle's manifest keeps beside the errors.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from palmetto_editor.bundle.conflicts import ChangedOnDisk
from palmetto_editor.bundle.disk import real_path
from palmetto_editor.bundle.export import Blocked, Exported, export
from palmetto_editor.bundle.read import Opened
from palmetto_editor.checks.finding import Finding
from palmetto_editor.commands import report
from palmetto_editor.commands.opening import STANDARD_INPUT, opened
from palmetto_editor.commands.terminal import Terminal, safe, say
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Publication


def run(options: argparse.Namespace) -> int:
    """Export, say where to, and how many findings there are; or say which errors stop it."""
    if options.force_errors is not None and not options.force_errors.strip():
        raise UserError(
            "A reason is missing.",
            "Errors are overruled in writing only.",
            "Say after --force-errors why the article may go out with them.",
        )
    terminal = Terminal()
    with opened(options.bundle) as bundle:
        try:
            done = _export(options, bundle, terminal)
        except ChangedOnDisk as error:
            terminal.clear()
            for difference in error.differences:
                say(f"{difference.file}: {difference.kind}")
            remedy = "Look at them; then write over them with --force, or elsewhere with --output."
            raise UserError(error.what, error.why, remedy) from error
        except Blocked as error:
            terminal.clear()
            _say_errors(options.bundle, error.findings)
            remedy = 'Mend them, or go on with --force-errors "why the article may go out so".'
            say(f"palmetto: {error.what} {remedy}")
            return 1
    terminal.clear()
    sys.stdout.write(safe(f"Exported to {done.path}") + "\n")
    _say_errors(options.bundle, done.checked.findings)
    if done.checked.findings:
        report.summary([(options.bundle, found) for found in done.checked.findings], 1)
    return 0


def _export(options: argparse.Namespace, bundle: Opened, terminal: Terminal) -> Exported:
    target = _target(options, bundle)
    return export(
        bundle.article,
        bundle.publication or Publication(),
        target,
        bundle.asset,
        bundle.fingerprint if real_path(target) == bundle.path else None,
        force=options.force,
        forced=options.force_errors or "",
        progress=terminal,
    )


def _say_errors(path: str, findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        if finding.severity == "error":
            say(report.line(path, finding))


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
