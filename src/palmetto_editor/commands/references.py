"""`palmetto references …`: what is asked of a list of references, one module for each.

`check` is small enough to stand here: the findings of `palmetto check` that are about references
and citations.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module

from palmetto_editor.checks.finding import Finding

_MODULES = {
    "import": "references_import",
    "list": "references_list",
    "export": "references_list",
    "lookup": "references_lookup",
}
_RULES = ("references.", "reference.", "citation.")


def run(options: argparse.Namespace) -> int:
    if options.action == "check":
        return _check(options)
    module = import_module(f"palmetto_editor.commands.{_MODULES[options.action]}")
    status: int = module.run(options)
    return status


def _check(options: argparse.Namespace) -> int:
    from palmetto_editor.bundle.export import build_page, rendering
    from palmetto_editor.checks.check import check
    from palmetto_editor.commands.opening import each, opened
    from palmetto_editor.model.publication import Publication

    with rendering() as renderer:

        def look(path: str) -> Sequence[Finding]:
            with opened(path) as bundle:
                publication = bundle.publication or Publication()
                page = build_page(bundle.article, publication, bundle.asset, renderer)
                found = check(bundle.article, publication, page)
            return [finding for finding in found if finding.rule.startswith(_RULES)]

        return each(options.paths, look, options.format, options.severity, "article")
