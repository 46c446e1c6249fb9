import json
from dataclasses import replace

import pytest

import lookup_service as faults
from lookup_answers import RECEPTOR, RETRACTED
from palmetto_editor.bundle.codec import decode_article
from palmetto_editor.bundle.write import save_article
from palmetto_editor.cli import main
from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references.lookup import services
from palmetto_editor.session import settings
from sample_articles import minimal

HOWARD = Reference(
    id="howard1996",
    title="A receptor in pituitary & hypothalamus in vivo",
    author=(Name(family="Howard", given="A. D."),),
    issued=Date(date_parts=((1996,),)),
    DOI=RECEPTOR,
)
LANCET = Reference(id="wakefield1998", title="Ileal lymphoid nodular hyperplasia", DOI=RETRACTED)


@pytest.fixture(scope="module")
def running():
    service = faults.Service()
    yield service
    service.close()


@pytest.fixture
def service(running, tmp_path, monkeypatch):
    """The services on loopback, and settings that send the program there."""
    running.forget()
    monkeypatch.setenv("PALMETTO_HOME", str(tmp_path / "home"))
    for name in services.PACE:
        monkeypatch.setitem(services.PACE, name, 0.0)
    settings.store(
        settings.Settings(services=running.addresses), settings.folder() / "settings.json"
    )
    return running


@pytest.fixture
def bundle(tmp_path):
    article = replace(minimal(), references=(HOWARD, LANCET))
    save_article(tmp_path / "shore", article, {})
    return tmp_path / "shore"


@pytest.fixture
def run(capsys):
    """Runs a command: (exit status, what it wrote, what it said)."""

    def call(*arguments):
        status = main(["references", "lookup", *map(str, arguments)])
        written = capsys.readouterr()
        return status, written.out, written.err

    return call


def _references(bundle):
    return decode_article((bundle / "article.json").read_bytes()).references


def test_a_look_up_prints_the_record_beside_the_reference_and_takes_nothing(run, bundle, service):
    status, out, err = run(bundle, "howard1996")
    assert status == 1, "the author lists differ"
    head, *lines = out.splitlines()
    assert head.startswith("howard1996: Crossref https://")
    assert any(line.startswith("  container-title missing: “Science”") for line in lines)
    assert any(line.startswith("  author differs: here “Howard, A. D.”") for line in lines)
    assert "1 found, 1 with doubts" in err
    assert _references(bundle) == (HOWARD, LANCET)


def test_what_is_missing_is_taken_when_asked(run, bundle, service):
    status, out, err = run(bundle, "@howard1996", "--take")
    howard, other = _references(bundle)
    assert status == 1
    assert "container-title taken" in out
    assert "The bundle is saved." in err
    assert (howard.container_title, howard.volume) == ("Science", "273")
    assert howard.author == HOWARD.author, "what differs is the writer's to decide"
    assert howard.palmetto.verified is None
    assert other == LANCET


def test_what_agrees_in_all_fields_is_verified(run, bundle, service):
    authors = (Name(family="Howard", given="Andrew D."), Name(literal="The Receptor Group"))
    whole = replace(HOWARD, author=authors)
    save_article(bundle, replace(minimal(), references=(whole,)), {}, force=True)
    status, out, _ = run(bundle, "--take")
    assert status == 0, out
    assert "verified" in out
    assert _references(bundle)[0].palmetto.verified.source == "Crossref"


def test_a_retraction_is_told_loudly_and_kept(run, bundle, service):
    status, out, _ = run(bundle, "wakefield1998", "--take")
    assert status == 1
    assert "  RETRACTED (2010-02-06, Crossref" in out
    kinds = {update.kind for update in _references(bundle)[1].palmetto.updates}
    assert "retraction" in kinds


def test_a_record_of_another_title_fills_nothing(run, bundle, service):
    whales = Reference(id="ahab", title="Something else altogether, about whales", DOI=RECEPTOR)
    save_article(bundle, replace(minimal(), references=(whales,)), {}, force=True)
    status, out, _ = run(bundle, "--take")
    assert status == 1
    assert "  Another work by its title: nothing is taken; check the identifier" in out
    assert "taken: “" not in out
    assert _references(bundle) == (whales,)


def test_a_work_with_nothing_to_ask_for_is_no_silence_of_services(run, bundle, service):
    empty = Reference(id="empty", publisher="Quay Press")
    save_article(bundle, replace(minimal(), references=(empty,)), {}, force=True)
    status, out, _ = run(bundle)
    assert (status, out) == (0, "empty: nothing to look it up by\n")


def test_programs_get_every_field_with_its_verdict(run, bundle, service):
    status, out, _ = run(bundle, "--format", "json")
    told = json.loads(out)
    assert status == 1
    assert told["saved"] is False
    assert [row["key"] for row in told["references"]] == ["howard1996", "wakefield1998"]
    verdicts = {field["field"]: field["verdict"] for field in told["references"][0]["fields"]}
    assert (verdicts["title"], verdicts["volume"]) == ("same", "only theirs")
    assert {update["kind"] for update in told["references"][1]["updates"]} >= {"retraction"}


def test_what_nobody_knows_is_not_found_and_no_fake(run, bundle, service):
    lost = Reference(id="lost", title="On the knitting of sandpipers", DOI="10.5555/nowhere")
    save_article(bundle, replace(minimal(), references=(lost,)), {}, force=True)
    status, out, _ = run(bundle)
    assert status == 0
    assert out.startswith("lost: not found\n")
    assert "may exist all the same" in out


def test_services_that_refuse_are_told_of_and_nothing_is_known(run, bundle, service):
    for name in services.SERVICES:
        service.faults[name].extend([faults.status(403)] * 20)
    status, out, _ = run(bundle, "howard1996")
    assert status == 2
    assert out.startswith("howard1996: no answer\n")
    assert "status 403" in out


@pytest.mark.parametrize(
    ("arguments", "words"), [(["nobody"], "No reference has the key nobody"), (["-"], "")]
)
def test_a_key_that_is_not_there_is_bad_input(run, bundle, service, arguments, words):
    status, out, err = run(bundle, *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert service.asked == []
