"""`palmetto references list` and `export`: the list for people, for programs, for other editors."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from palmetto_editor.bundle import wire
from palmetto_editor.commands import report
from palmetto_editor.commands.opening import STANDARD_INPUT, opened
from palmetto_editor.commands.terminal import safe, say
from palmetto_editor.model.citing import cited
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.visible import visible_text
from palmetto_editor.references.styles.style import Style, load
from palmetto_editor.structured.language import tag_of


def run(options: argparse.Namespace) -> int:
    with opened(options.bundle) as bundle:
        article, publication = bundle.article, bundle.publication or Publication()
    if options.action == "export":
        return _export(article, options)
    citations, language = publication.citations, tag_of(article.metadata.language)
    rows = list(_rows(article, load(citations.style, citations.csl, language)))
    if options.format == "json":
        report.dump({"references": rows})
        return 0
    for row in rows:
        sys.stdout.write(safe(f"{row['key']}: {row['entry']} [{_says(row)}]") + "\n")
    uncited = sum(not row["cited"] for row in rows)
    say(f"{report.number(len(rows), 'reference')}, {uncited} of them not cited.")
    return 0


def _rows(article: Article, style: Style) -> Iterator[dict[str, Any]]:
    """Each reference as the style prints it, as CSL-JSON, and how often it is cited."""
    counts = cited(article)
    for reference in article.references:
        yield {
            "key": reference.id,
            "entry": visible_text(style.entry(reference)),
            "cited": counts[reference.id],
            "csl": wire.plain(reference),
        }


def _says(row: dict[str, Any]) -> str:
    """How often it is cited, what became of it, whether it was compared with a record."""
    times = row["cited"]
    more = row["csl"].get("palmetto", {})
    found = ["not cited" if not times else "cited once" if times == 1 else f"cited {times} times"]
    found += dict.fromkeys(report.UPDATES[update["kind"]] for update in more.get("updates", ()))
    if "verified" in more:
        found.append(f"verified at {more['verified']['source']} on {more['verified']['date']}")
    return ", ".join(found)


def _export(article: Article, options: argparse.Namespace) -> int:
    """The whole list in a form that other programs read; nothing is written for an empty list."""
    from palmetto_editor.references.formats.write import write
    from palmetto_editor.session.handing_on import write_file

    references: tuple[Reference, ...] = article.references
    if options.output == STANDARD_INPUT:
        written = write(references, options.format)
        sys.stdout.flush()
        sys.stdout.buffer.write(written.encode())
        return 0
    path = write_file(references, Path(options.output), options.format)
    say(f"{report.number(len(references), 'reference')} written to {path}.")
    return 0
