import io
import json
import sys

import pytest

from palmetto_editor.bundle.codec import decode_article
from palmetto_editor.bundle.write import save_article
from palmetto_editor.cli import main
from sample_articles import clean

BIBTEX = """
@article{sand2004,
  author = {Sand, B{\\o}rge and Wren, Ada},
  title = {Worms of the Northern Shore}, journal = {Journal of Shores},
  year = 2004, volume = 3, pages = {1--9}, doi = {10.5555/worms}
}
@article{other, title = {Feeding of Calidris and the tide}, doi = {10.5555/shore.2019.12}}
"""
RIS = "TY  - JOUR\nAU  - Nacht, Eva\nTI  - Nights on Other Mudflats\nPY  - 2012\nER  - \n"


@pytest.fixture
def run(capsys):
    """Runs a command: (exit status, what it wrote, what it said)."""

    def call(*arguments):
        status = main(["references", "import", *map(str, arguments)])
        written = capsys.readouterr()
        return status, written.out, written.err

    return call


@pytest.fixture
def bundle(tmp_path):
    save_article(tmp_path / "shore", clean(), {})
    (tmp_path / "library.bib").write_text(BIBTEX)
    (tmp_path / "more.ris").write_text(RIS)
    return tmp_path / "shore"


def _references(bundle):
    return decode_article((bundle / "article.json").read_bytes()).references


def test_works_of_several_files_join_the_list_and_known_ones_do_not(run, bundle, tmp_path):
    status, out, err = run(tmp_path / "library.bib", tmp_path / "more.ris", "--to", bundle)
    assert status == 0, err
    added = _references(bundle)[len(clean().references) :]
    assert [(work.id, work.title) for work in added] == [
        ("sand2004", "Worms of the Northern Shore"),
        ("nacht2012", "Nights on Other Mudflats"),
    ]
    assert added[0].author[0].family == "Sand"
    assert "sand2004: Worms of the Northern Shore" in out
    assert "not added: Feeding of Calidris and the tide (" in out
    assert "@wren2019" in out
    assert "2 records (BibTeX): 1 added, 1 in the list already." in err
    again = run(tmp_path / "library.bib", "--to", bundle)
    assert again[0] == 0
    assert len(_references(bundle)) == len(clean().references) + 2


def test_a_dry_run_tells_and_saves_nothing(run, bundle, tmp_path):
    before = (bundle / "article.json").read_bytes()
    status, out, err = run(tmp_path / "library.bib", "--to", bundle, "--dry-run")
    assert status == 0
    assert "sand2004" in out
    assert "1 to be added" in err
    assert (bundle / "article.json").read_bytes() == before


def test_programs_are_told_of_every_record(run, bundle, tmp_path):
    broken = tmp_path / "broken.bib"
    broken.write_text(BIBTEX + "\n@article{cut}\n")
    status, out, _ = run(broken, "--to", bundle, "--format", "json")
    told = json.loads(out)
    (source,) = told["sources"]
    assert status == 2, "a record could not be read"
    assert [record["key"] for record in source["records"]] == ["sand2004", ""]
    assert source["records"][1]["known"] == "wren2019"
    assert source["count"] == 3
    assert [bool(refused["why"]) for refused in source["refused"]] == [True]
    assert told["saved"] is True
    assert any(work.id == "sand2004" for work in _references(bundle))


def test_standard_input_holds_references_too(run, bundle, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RIS.encode())))
    assert run("-", "--to", bundle)[0] == 0
    assert _references(bundle)[-1].id == "nacht2012"


def test_a_file_that_cannot_be_read_does_not_hide_the_others(run, bundle, tmp_path):
    (tmp_path / "empty.bib").touch()
    names = ("nowhere.bib", "empty.bib", ".", "more.ris")
    status, out, err = run(*(tmp_path / name for name in names), "--to", bundle)
    assert status == 2
    assert "This is a folder." in err
    assert "nowhere.bib" in err
    assert "empty.bib" in err
    assert "nacht2012" in out
    assert _references(bundle)[-1].id == "nacht2012"


def test_an_article_on_standard_input_cannot_be_added_to(run, tmp_path):
    (tmp_path / "more.ris").write_text(RIS)
    status, out, err = run(tmp_path / "more.ris", "--to", "-")
    assert (status, out) == (2, "")
    assert "no place to be saved" in err
