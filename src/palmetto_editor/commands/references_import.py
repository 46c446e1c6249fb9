"""`palmetto references import FILE… --to BUNDLE`: works from other programs join an article's.

What is in the list already is not added again. Every record is accounted for: added, known, or
not read and why.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from palmetto_editor.bundle.disk import read_file, real_path, told
from palmetto_editor.bundle.write import save_article
from palmetto_editor.commands import report
from palmetto_editor.commands.opening import STANDARD_INPUT, opened
from palmetto_editor.commands.terminal import Terminal, safe, say
from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.values import Article
from palmetto_editor.references.formats.read import read
from palmetto_editor.references.imported import Imported
from palmetto_editor.session.bringing import LARGEST, Row, bring_in, rows


@dataclass(frozen=True, slots=True)
class _Source:
    """One file: what was read, what each record meets, and the references that were added."""

    name: str
    imported: Imported
    rows: tuple[Row, ...]
    added: tuple[Reference, ...]


def run(options: argparse.Namespace) -> int:
    """Read all, then save once; a file that cannot be read is told of, and the others go on.

    Exit status 2 where a file or a record could not be read, though all others were added.
    """
    if options.to == STANDARD_INPUT:
        raise UserError(
            "The article on standard input has no place to be saved.",
            "References are added to a bundle.",
            "Name the bundle's folder or zip.",
        )
    terminal = Terminal()
    done: list[_Source] = []
    failed = 0
    with opened(options.to) as bundle:
        article = bundle.article
        for number, name in enumerate(options.sources):
            try:
                imported = _read(name, _progress(terminal, name, number, len(options.sources)))
            except UserError as error:
                terminal.clear()
                say(f"{name}: {error}")
                failed += 1
                continue
            article, source = _joined(article, name, imported)
            done.append(source)
        terminal.clear()
        if article is not bundle.article and not options.dry_run:
            save_article(bundle.path, article, bundle.asset, bundle.fingerprint)
    _tell(done, options)
    return 2 if failed or any(source.imported.refused for source in done) else 0


def _progress(terminal: Terminal, name: str, number: int, count: int) -> Callable[[float], None]:
    return lambda share: terminal.report((number + share) / count, f"{name}: Reading")


def _read(name: str, on_progress: Callable[[float], None]) -> Imported:
    on_progress(0.0)
    if name == STANDARD_INPUT:
        return read(sys.stdin.buffer.read(LARGEST + 1), on_progress=on_progress)
    path = Path(name)
    if path.is_dir():
        raise UserError("This is a folder.", "", "Name the files of references in it.")
    if not path.exists():
        raise UserError("There is no such file.", "", "Check its name and folder.")
    if path.is_file():
        data = read_file(real_path(path), LARGEST)
    else:  # what a shell hands over as `<(command)`
        with told(f"{name} could not be read."), path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    return read(data, path.name, on_progress=on_progress)


def _joined(article: Article, name: str, imported: Imported) -> tuple[Article, _Source]:
    found = rows(article.references, imported)
    edit = bring_in(found)
    after = edit.apply(article) if edit else article
    added = after.references[len(article.references) :]
    return after, _Source(name, imported, found, added)


def _tell(done: Sequence[_Source], options: argparse.Namespace) -> None:
    """The account of each file, and of each record that was not added."""
    if options.format == "json":
        rows_of = [_row(source) for source in done]
        report.dump({"sources": rows_of, "bundle": options.to, "saved": not options.dry_run})
        return
    for source in done:
        for refused in source.imported.refused:
            say(f"{source.name}: {refused.origin}: not read: {refused.why}")
        for remark in source.imported.remarks:
            say(f"{source.name}: {remark}")
        keys = iter(source.added)
        for row in source.rows:
            key = next(keys).id if row.take else ""
            sys.stdout.write(safe(_line(row, key)) + "\n")
        say(f"{source.name}: {_summary(source, dry=options.dry_run)}")


def _line(row: Row, key: str) -> str:
    """What became of one record, with what its reader was not sure of."""
    reference = row.record.reference
    title = reference.title or reference.id or row.record.origin
    head = f"{key}: {title}" if key else f"not added: {title} ({row.meets})"
    doubtful = [name for name in row.record.confidence if row.record.is_doubtful(name)]
    notes = [f"not sure of {', '.join(doubtful)}"] if doubtful and key else []
    return "; ".join([head, *notes, *row.record.remarks])


def _summary(source: _Source, *, dry: bool) -> str:
    imported = source.imported
    parts = [f"{len(source.added)} {'to be added' if dry else 'added'}"]
    known = len(source.rows) - len(source.added)
    parts += [f"{known} in the list already"] if known else []
    parts += [f"{len(imported.refused)} not read"] if imported.refused else []
    return f"{report.number(imported.count, 'record')} ({imported.format}): {', '.join(parts)}."


def _row(source: _Source) -> dict[str, Any]:
    keys = iter(source.added)
    records = []
    for row in source.rows:
        record = row.record
        records.append(
            {
                "key": next(keys).id if row.take else "",
                "title": record.reference.title,
                "origin": record.origin,
                "known": row.known,
                "why": row.why,
                "doubtful": [name for name in record.confidence if record.is_doubtful(name)],
                "remarks": list(record.remarks),
            }
        )
    return {
        "source": source.name,
        "format": source.imported.format,
        "count": source.imported.count,
        "records": records,
        "refused": [{"origin": r.origin, "why": r.why} for r in source.imported.refused],
        "remarks": list(source.imported.remarks),
    }
