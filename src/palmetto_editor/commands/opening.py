"""An argument of the command line as an article: a bundle, or `-` for standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from palmetto_editor.bundle.codec import LARGEST, decode_article
from palmetto_editor.bundle.profile import find_profile, read_profile
from palmetto_editor.bundle.read import Opened, open_bundle
from palmetto_editor.checks.finding import Finding
from palmetto_editor.commands import report
from palmetto_editor.commands.terminal import Terminal, say
from palmetto_editor.errors import UserError

STANDARD_INPUT = "-"


@contextmanager
def opened(path: str, data: bytes | None = None) -> Iterator[Opened]:
    """The bundle at a path, or the article on standard input; its images last for the block.

    `data` is what standard input held, where it was read before.
    """
    if path == STANDARD_INPUT:
        yield _from_standard_input(sys.stdin.buffer.read(LARGEST + 1) if data is None else data)
        return
    with TemporaryDirectory(prefix="palmetto-") as workspace:
        yield open_bundle(Path(path), Path(workspace), in_place=True)


def each(
    paths: Sequence[str],
    look: Callable[[str], Sequence[Finding]],
    form: str,
    severity: str,
    what: str = "bundle",
) -> int:
    """Look at every path and write what was found: the exit status. `what` is one of them.

    A path that cannot be read is told of on standard error, and the others are looked at.
    """
    terminal = Terminal()
    found: list[report.Found] = []
    unread = 0
    for number, path in enumerate(paths):
        terminal.report(number / len(paths), path)
        try:
            found += [(path, finding) for finding in look(path)]
        except UserError as error:
            terminal.clear()
            say(f"{path}: {error}")
            unread += 1
    terminal.clear()
    report.write(found, form)
    if form == "text" and unread < len(paths):
        report.summary(found, len(paths) - unread, what)
    return 2 if unread else report.status(found, severity)


def _from_standard_input(data: bytes) -> Opened:
    article = decode_article(data, "Standard input")
    here = Path.cwd()
    profile = find_profile(here / STANDARD_INPUT)
    return Opened(article, read_profile(profile) if profile else None, here, profile=profile)
