"""`palmetto check PATH…`: what is wrong with articles, by every rule and by the parity check."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from palmetto_editor.bundle.export import build_page, rendering
from palmetto_editor.checks.check import check
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.parity import parity
from palmetto_editor.commands.opening import each, opened
from palmetto_editor.markup.bounded import Renderer
from palmetto_editor.model.publication import Publication
from palmetto_editor.page.page import document


def run(options: argparse.Namespace) -> int:
    with rendering() as renderer:
        return each(
            options.paths, lambda path: _look(path, renderer), options.format, options.severity
        )


def _look(path: str, renderer: Renderer) -> Sequence[Finding]:
    with opened(path) as bundle:
        publication = bundle.publication or Publication()
        page = build_page(bundle.article, publication, bundle.asset, renderer)
        found = check(bundle.article, publication, page)
        differing = parity(bundle.article, document(page), page.graph_text)
        return tuple(dict.fromkeys((*found, *differing)))
