"""Commands to run, and articles to run them on."""

from dataclasses import replace
from shutil import copytree

import pytest

from palmetto_editor import assets
from palmetto_editor.bundle.write import save_article
from palmetto_editor.cli import main
from sample_articles import minimal


@pytest.fixture
def run(capsys):
    """Runs a command: (exit status, what it wrote, what it said)."""

    def call(*arguments):
        status = main([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return status, written.out, written.err

    return call


@pytest.fixture
def draft(tmp_path):
    """An article that was saved and never exported, with errors in it."""
    article = replace(minimal(), body="Cited [@nobody2000].\n\n{{< tabel x >}}\n")
    save_article(tmp_path / "tides", article, {})
    return tmp_path / "tides"


@pytest.fixture
def plain(tmp_path):
    """One with warnings only, so that it can be exported."""
    save_article(tmp_path / "tides", minimal(), {})
    return tmp_path / "tides"


@pytest.fixture
def clean(tmp_path):
    """The sample article below its publication, which has no errors."""
    copytree(assets.path("samples"), tmp_path / "notes")
    return tmp_path / "notes" / "ghrelin"
