"""`palmetto import SOURCE… -o DIR`: pages and texts become bundles, with a report of each."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from palmetto_editor.bundle.contents import DEBRIS
from palmetto_editor.bundle.disk import replace_file, told
from palmetto_editor.bundle.write import save_article
from palmetto_editor.commands import report as findings
from palmetto_editor.commands.looking import finding
from palmetto_editor.commands.sources import given
from palmetto_editor.commands.terminal import Terminal, safe, say
from palmetto_editor.errors import UserError
from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.read import read
from palmetto_editor.intake.report import as_data, as_text
from palmetto_editor.intake.resolve import resolve
from palmetto_editor.intake.source import Source
from palmetto_editor.model import naming

_PLAIN = frozenset({".txt", ".text", ".md"})  # reports for people
_MOST_NUMBERS = 10_000


@dataclass(frozen=True, slots=True)
class _Part:
    """The progress of one source among all."""

    terminal: Terminal
    name: str
    number: int
    count: int
    cancelled: bool = False

    def report(self, share: float, words: str) -> None:
        self.terminal.report((self.number + share) / self.count, f"{self.name}: {words}")


@dataclass(frozen=True, slots=True)
class _Imported:
    """One source that became a bundle."""

    given: str
    draft: Draft
    bundle: Path


def run(options: argparse.Namespace) -> int:
    """Import each source; one that cannot be read is told of, and the others go on."""
    terminal = Terminal()
    done: list[_Imported] = []
    failed = 0
    for number, source in enumerate(options.sources):
        progress = _Part(terminal, source, number, len(options.sources))
        progress.report(0.0, "Reading")
        try:
            draft = resolve(read(_source(source), progress), options.wins)
            done.append(_Imported(source, draft, _written(Path(options.output), draft)))
        except UserError as error:
            terminal.clear()
            say(f"{source}: {error}")
            failed += 1
    terminal.clear()
    _tell(done, options.format)
    if options.report:
        _keep(Path(options.report), done)
    if failed:
        return 2
    return findings.status(_found(done), options.severity) if options.severity else 0


def _source(argument: str) -> Source:
    source = given(argument)
    if isinstance(source, Source):
        return source
    if source is None and not Path(argument).exists():
        raise UserError("There is no such file.", "", "Check its name and folder.")
    raise UserError(
        "This is a bundle already, so nothing was imported.",
        "A bundle holds the article itself.",
        "Open it, check it or export it as it is.",
    )


def _written(folder: Path, draft: Draft) -> Path:
    """The bundle, in a folder of its own below `folder`."""
    meta = draft.article.metadata
    name = naming.slug(meta.slug) or naming.slug(meta.headline) or "article"
    with told(f"{folder} could not be made."):
        folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="palmetto-") as workspace:
        assets = _laid_out(draft.assets, Path(workspace))
        return save_article(_free(folder, name), draft.article, assets).path


def _free(folder: Path, name: str) -> Path:
    """A path that nobody uses: what lies there is never written over, whosever it is."""
    candidates = (name, *(f"{name}-{number}" for number in range(2, _MOST_NUMBERS)))
    for candidate in candidates:
        path = folder / candidate
        with told(f"{folder} could not be read."):
            if not path.exists() and not path.is_symlink():
                return path
            if path.is_dir() and {entry.name.lower() for entry in path.iterdir()} <= DEBRIS:
                return path
    raise UserError(
        f"No folder for {name} is free in {folder}.",
        f"There are {_MOST_NUMBERS} of them.",
        "Name another folder.",
    )


def _laid_out(assets: Mapping[str, bytes], workspace: Path) -> dict[str, Path]:
    """The images as files, numbered, since their own names may be too long for this disk."""
    paths = {name: workspace / str(number) for number, name in enumerate(assets)}
    for name, path in paths.items():
        path.write_bytes(assets[name])
    return paths


def _found(done: Sequence[_Imported]) -> list[findings.Found]:
    return [
        (one.given, finding(disagreement))
        for one in done
        for disagreement in one.draft.disagreements
    ]


def _tell(done: Sequence[_Imported], form: str) -> None:
    """On standard output: JSON, a line for each source; or where it is, and what disagrees."""
    if form == "json":
        for one in done:
            sys.stdout.write(_line(one, ascii_only=findings.needs_ascii()))
        return
    for one in done:
        sys.stdout.write(safe(f"Imported {one.given} to {one.bundle}") + "\n")
        for path, found in _found([one]):
            sys.stdout.write(findings.line(path, found) + "\n")
        say(f"{one.given}: {_counts(one.draft)}")


def _counts(draft: Draft) -> str:
    texts = len(draft.leftovers)
    parts = (
        findings.number(len(draft.fields), "field recovered", "fields recovered"),
        findings.number(len(draft.mended), "thing mended", "things mended"),
        findings.number(len(draft.disagreements), "disagreement", "disagreements"),
        findings.number(texts, "text without a home", "texts without a home"),
    )
    hint = " (--report keeps them)" if texts else ""
    return f"{', '.join(parts)}{hint}."


def _line(one: _Imported, *, ascii_only: bool = False) -> str:
    data = as_data(one.draft, str(one.bundle))
    return json.dumps(data, ensure_ascii=ascii_only) + "\n"


def _keep(path: Path, done: Sequence[_Imported]) -> None:
    if path.suffix.lower() in _PLAIN:
        text = "\n".join(as_text(one.draft, str(one.bundle)) for one in done)
    else:
        text = "".join(_line(one) for one in done)
    with told(f"The report {path} could not be written."):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode("utf-8", "backslashreplace"))
