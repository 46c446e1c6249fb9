"""`palmetto check PATH…`: what is wrong with articles, by every rule and by the parity check.

Of what is no bundle, such as a page that is published, it is said where it disagrees with itself.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from palmetto_editor.bundle.export import build_page, rendering
from palmetto_editor.bundle.read import Opened
from palmetto_editor.checks.check import check
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.parity import parity
from palmetto_editor.commands.opening import each, opened
from palmetto_editor.commands.sources import given
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.intake.source import Source
from palmetto_editor.markup.bounded import Renderer
from palmetto_editor.model.publication import Publication
from palmetto_editor.page.page import document


def run(options: argparse.Namespace) -> int:
    with rendering() as renderer:
        return each(
            options.paths,
            lambda path: _look(path, renderer),
            options.format,
            options.severity,
            "article",
        )


def _look(path: str, renderer: Renderer) -> Sequence[Finding]:
    source = given(path)
    if isinstance(source, Source):
        return _look_at_page(source)
    with opened(path, source) as bundle:
        return _look_at_bundle(bundle, renderer)


def _look_at_bundle(bundle: Opened, renderer: Renderer) -> Sequence[Finding]:
    publication = bundle.publication or Publication()
    page = build_page(bundle.article, publication, bundle.asset, renderer)
    found = check(bundle.article, publication, page)
    html, cited = document(page), publication.citations
    differing = parity(bundle.article, html, page.graph_text, cited)
    return tuple(dict.fromkeys((*found, *differing)))


def _look_at_page(source: Source) -> Sequence[Finding]:
    from palmetto_editor.intake.read import read

    return tuple(dict.fromkeys(map(finding, read(source).disagreements)))


def finding(found: Disagreement) -> Finding:
    """A disagreement as a finding about the article that the source would become."""
    return Finding(found.rule, found.severity, found.place, found.message)
