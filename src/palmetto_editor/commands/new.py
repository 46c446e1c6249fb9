"""`palmetto new PATH`: a bundle with an article that holds what its publication gives to all."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from palmetto_editor.bundle.contents import DEBRIS, PROFILE_COPY
from palmetto_editor.bundle.disk import told
from palmetto_editor.bundle.profile import find_profile, read_profile, write_profile
from palmetto_editor.bundle.write import save_article
from palmetto_editor.commands.terminal import safe
from palmetto_editor.errors import UserError
from palmetto_editor.model import naming
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.session.files import blank, now


def run(options: argparse.Namespace) -> int:
    """Write the new article; UserError where something is already there, and nothing is written."""
    path = Path(options.path)
    above = find_profile(path)
    named = Path(options.publication) if options.publication else None
    profile = named or above
    publication = read_profile(profile) if profile else Publication()
    _require_free(path)
    written = save_article(path, _article(publication, options.title), {})
    if named and written.path.is_dir() and not (above and above.samefile(named)):
        with told("The profile could not be copied into the bundle."):
            write_profile(publication, written.path / PROFILE_COPY)
    sys.stdout.write(safe(f"Created {written.path}") + "\n")
    return 0


def _article(publication: Publication, title: str) -> Article:
    article = blank(publication)
    metadata = replace(article.metadata, headline=title, slug=naming.slug(title), published=now())
    return replace(article, metadata=metadata)


def _require_free(path: Path) -> None:
    with told(f"{path} could not be made."):
        if not path.exists() and not path.is_symlink():
            return
        if path.is_dir() and {entry.name.lower() for entry in path.iterdir()} <= DEBRIS:
            return
    raise UserError(
        f"{path} exists already, so nothing was written.",
        "A new article never takes the place of something else.",
        "Name a path that is free, or an empty folder.",
    )
