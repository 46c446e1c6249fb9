import json
from dataclasses import replace

import pytest

from palmetto_editor.bundle.codec import decode_references
from palmetto_editor.bundle.profile import encode_publication
from palmetto_editor.bundle.write import save_article
from palmetto_editor.cli import main
from palmetto_editor.model.csl import Extension, Update, Verified
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.references.formats.read import read
from sample_articles import REFERENCES, clean


@pytest.fixture
def run(capfdbinary):
    """Runs a command: (exit status, what it wrote, what it said)."""

    def call(*arguments):
        status = main(["references", *map(str, arguments)])
        written = capfdbinary.readouterr()
        return status, written.out.decode(), written.err.decode()

    return call


@pytest.fixture
def bundle(tmp_path):
    told = Extension(
        verified=Verified(source="Crossref", date="2026-11-22"),
        updates=(Update(kind="retraction"), Update(kind="correction")),
    )
    references = (replace(REFERENCES[0], palmetto=told), REFERENCES[4])
    article = replace(clean(), references=references, body="So [@wren2019] and [@wren2019].\n")
    save_article(tmp_path / "shore", article, {})
    return tmp_path / "shore"


def test_list_prints_each_entry_and_what_is_known_of_it(run, bundle):
    status, out, err = run("list", bundle)
    assert status == 0
    wren, report = out.splitlines()
    assert wren.startswith("wren2019: Wren AB, van den Berg J")
    assert "Feeding of Calidris & the tide" in wren
    assert "[cited 4 times, RETRACTED, corrected, verified at Crossref on 2026-11-22]" in wren
    assert report.startswith("report: Bird Office")
    assert report.endswith("[not cited]")
    assert err == "2 references, 1 of them not cited.\n"


def test_list_gives_programs_the_items_themselves(run, bundle):
    status, out, _ = run("list", bundle, "--format", "json")
    rows = json.loads(out)["references"]
    assert status == 0
    assert [(row["key"], row["cited"]) for row in rows] == [("wren2019", 4), ("report", 0)]
    items = json.dumps([row["csl"] for row in rows]).encode()
    assert decode_references(items)[1] == REFERENCES[4]


def test_the_entries_are_those_of_the_publications_style(run, bundle):
    shared = Publication(citations=Citations(style="apa"))
    (bundle.parent / "publication.toml").write_text(encode_publication(shared))
    assert run("list", bundle)[1].startswith("wren2019: Wren, A. B., & van den Berg, J.")


def test_check_tells_of_references_and_citations_alone(run, tmp_path):
    article = replace(clean(), notice="", faq=(), body="See [@nobody] and Stork et al. (2001).\n")
    article = replace(article, metadata=replace(article.metadata, slug=""))
    save_article(tmp_path / "shore", article, {})
    status, out, _ = run("check", tmp_path / "shore", "--format", "json")
    rules = {row["rule"] for row in json.loads(out)["findings"]}
    assert status == 1
    assert {"citation.undefined", "reference.uncited", "references.not-listed"} <= rules
    assert all(rule.startswith(("citation.", "reference")) for rule in rules)


@pytest.mark.parametrize("action", [["list"], ["check"], ["export", "--format", "ris"]])
def test_what_is_no_bundle_is_one_line_and_status_2(run, tmp_path, action):
    status, out, err = run(*action, tmp_path / "nowhere")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["list"], ["export", "x"], ["import", "x"], ["lookup"]]
)
def test_wrong_usage_is_status_2(run, arguments):
    with pytest.raises(SystemExit) as caught:
        run(*arguments)
    assert caught.value.code == 2


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_an_exported_list_reads_back(run, bundle, tmp_path, form):
    status, out, err = run("export", bundle, "--format", form)
    assert (status, err) == (0, "")
    works = [record.reference for record in read(out).records]
    assert [(work.id, work.DOI.lower()) for work in works] == [
        ("wren2019", "10.5555/shore.2019.12"),
        ("report", ""),
    ]
    assert works[0].author == REFERENCES[0].author
    status, nothing, err = run("export", bundle, "--format", form, "-o", tmp_path / "list")
    assert (status, nothing) == (0, "")
    assert "2 references written to " in err
    assert (tmp_path / "list").read_bytes().decode() == out
