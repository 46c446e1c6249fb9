"""`palmetto check PATH…`: what is wrong with articles, by every rule and by the parity check.

Of what is no bundle, such as a page that is published, it is said where it disagrees with itself,
what is wrong with its markup, and what its texts would be told for. A folder means every bundle
and page below it; many are looked at by several processes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from palmetto_editor.bundle.disk import replace_file, told
from palmetto_editor.commands import report
from palmetto_editor.commands.looked import Looked, Unread
from palmetto_editor.commands.looking import close, look_at
from palmetto_editor.commands.opening import STANDARD_INPUT
from palmetto_editor.commands.processes import jobs_for, look_at_all
from palmetto_editor.commands.terminal import Terminal, say
from palmetto_editor.commands.together import compared
from palmetto_editor.commands.walking import below


def run(options: argparse.Namespace) -> int:
    """Exit status 2 where a path could not be read, else by the severity that is asked for."""
    answers = compared([*_answers(options.paths, options.jobs)])
    looked = [answer for answer in answers if isinstance(answer, Looked)]
    unread = [answer for answer in answers if isinstance(answer, Unread)]
    for one in unread:
        say(f"{one.path}: {one.why}")
    found = [(one.path, finding) for one in looked for finding in one.findings]
    status = 2 if unread else report.status(found, options.severity)
    if options.format in {"sarif", "html"}:
        _put(_made(options.format, looked, unread, status), options.output)
    elif options.output:
        _put(report.as_text(found, options.format), options.output)
    else:
        report.write(found, options.format)
    if looked and (options.format == "text" or options.output):
        report.summary(found, len(looked), "article", sum(len(one.dismissed) for one in looked))
    return status


def _answers(arguments: Sequence[str], asked: int | None) -> Iterator[Looked | Unread]:
    """What each path gave, in the order of the arguments, with progress for who waits."""
    terminal = Terminal()
    terminal.report(0.0, "Looking for articles")
    given = list(below(arguments))
    paths = [one for one in given if isinstance(one, str)]
    answers = _looked(paths, jobs_for(len(paths), asked))
    done = 0
    try:
        for one in given:
            if not isinstance(one, str):
                yield Unread(one[0], str(one[1]))
                continue
            terminal.report(done / len(paths), one)
            yield next(answers)
            done += 1
    finally:
        terminal.clear()
        close()


def _looked(paths: Sequence[str], jobs: int) -> Iterator[Looked | Unread]:
    """The answers in order; standard input can only be read here."""
    if jobs == 1 or STANDARD_INPUT in paths:
        yield from map(look_at, paths)
    else:
        yield from look_at_all(paths, jobs)


def _made(form: str, looked: Sequence[Looked], unread: Sequence[Unread], status: int) -> str:
    if form == "sarif":
        from palmetto_editor.commands.sarif import sarif

        return sarif(looked, unread, status)
    from palmetto_editor.commands.html_report import html_report

    return html_report(looked, unread, datetime.now().astimezone())


def _put(text: str, output: str | None) -> None:
    """Write a document to a file, or on standard output; in UTF-8, as both formats have it."""
    data = text.encode("utf-8", "backslashreplace")
    if output and output != STANDARD_INPUT:
        with told(f"The report {output} could not be written."):
            replace_file(Path(output), data)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
