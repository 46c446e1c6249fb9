"""The log is SARIF 2.1.0: tests/schemas has the schema of OASIS (errata 01) as published."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from palmetto_editor.bundle.write import save_article
from palmetto_editor.cli import main
from palmetto_editor.commands.addresses import address_in, parted
from palmetto_editor.commands.looked import Unread
from palmetto_editor.commands.sarif import sarif
from palmetto_editor.model.values import Dismissal
from sample_articles import minimal

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8")
)
BODY = 'It is “so”,\n\nand 🦀 then [@nobody2000] "said" it.\n'


@pytest.fixture
def log(tmp_path, monkeypatch, capsysbinary):
    """What the command writes of an article called `tides`, below the working folder."""
    monkeypatch.chdir(tmp_path)

    def made(article, *paths):
        save_article(tmp_path / "tides", article, {}, force=True)
        main(["check", "tides", *paths, "--format", "sarif"])
        read = json.loads(capsysbinary.readouterr().out)
        Draft4Validator(SCHEMA).validate(read)
        return read["runs"][0]

    return made


def _result(run, rule):
    return next(result for result in run["results"] if result["ruleId"] == rule)


def test_a_finding_points_at_its_words_in_the_file(log, tmp_path):
    run = log(replace(minimal(), body=BODY))
    found = _result(run, "citation.undefined")
    where = found["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "tides/article.json"
    region = where["region"]
    lines = (tmp_path / "tides" / "article.json").read_text("utf-8").split("\n")
    line = lines[region["startLine"] - 1]
    words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
    assert "nobody2000" in words
    assert words == region["snippet"]["text"]
    assert found["level"] == "error"


def test_a_finding_in_a_zip_points_into_the_article_in_it(log, tmp_path):
    save_article(tmp_path / "packed.zip", replace(minimal(), body=BODY), {})
    run = log(minimal(), "packed.zip")
    where = _result(run, "citation.undefined")["locations"][0]["physicalLocation"]
    inner = run["artifacts"][where["artifactLocation"]["index"]]
    assert inner["location"] == where["artifactLocation"]
    assert run["artifacts"][inner["parentIndex"]]["location"]["uri"] == "packed.zip"
    assert inner["location"]["uri"].endswith("article.json")
    assert where["region"]["snippet"]["text"] == "@nobody2000"


def test_a_finding_in_a_page_points_at_its_words(log, tmp_path):
    page = "<title>T</title>\n<h1>Tides</h1>\n<p>The sea.\nAnd <a href=x:y>here</a> it is.</p>\n"
    (tmp_path / "page.html").write_text(page)
    run = log(minimal(), "page.html")
    region = _result(run, "accessibility.link-text")["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (4, 17, 21)


def test_a_rule_says_why_and_by_whose_word(log):
    run = log(replace(minimal(), body=BODY))
    found = _result(run, "people.author")
    rule = run["tool"]["driver"]["rules"][found["ruleIndex"]]
    assert rule["id"] == "people.author"
    assert rule["shortDescription"]["text"].endswith(".")
    assert rule["properties"]["checked"] in rule["help"]["text"]


def test_what_was_dismissed_is_suppressed_with_its_reason(log):
    let_stand = Dismissal(rule="people.author", place="metadata.authors", reason="Anonymous.")
    run = log(replace(minimal(), dismissed=(let_stand,)))
    (suppression,) = _result(run, "people.author")["suppressions"]
    assert suppression["justification"] == "Anonymous."
    assert not any("suppressions" in r for r in run["results"] if r["ruleId"] != "people.author")


def test_its_print_stays_while_other_text_changes(log):
    def prints(article):
        return _result(log(article), "citation.undefined")["partialFingerprints"]

    first = prints(replace(minimal(), body=BODY))
    assert prints(replace(minimal(), body=f"More before.\n\n{BODY}")) == first
    assert prints(replace(minimal(), body=BODY.replace("then", "now"))) != first


def test_a_path_that_cannot_be_read_is_told_in_the_log(log):
    run = log(minimal(), "no where: 100%.html")
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["exitCode"] == 2
    (told,) = invocation["toolExecutionNotifications"]
    uri = told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "no%20where%3A%20100%25.html"


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text")
def test_a_name_that_is_no_text_keeps_its_bytes():
    told = json.loads(sarif([], [Unread("sea \udcff.html", "It is empty.")], 2))["runs"][0]
    (notification,) = told["invocations"][0]["toolExecutionNotifications"]
    location = notification["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "sea%20%FF.html"


def test_an_address_ends_before_the_point_of_its_sentence():
    assert address_in("See (https://example.org/a_(b)).") == "https://example.org/a_(b"
    assert address_in("Google: https://example.org/x, looked at") == "https://example.org/x"
    assert address_in("house") == ""
    assert parted("a https://b.example.") == (
        ("a ", False),
        ("https://b.example", True),
        (".", False),
    )
