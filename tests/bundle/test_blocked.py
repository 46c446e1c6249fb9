"""Errors stop an export, and a written reason overrules them."""

import json
from dataclasses import replace

import pytest

from palmetto_editor.bundle.blocked import LONGEST_REASON, MOST_ERRORS, Blocked, overruled
from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.manifest import MANIFEST, Forced, Overruled, build, decode, encode
from palmetto_editor.bundle.verify import verify
from palmetto_editor.checks.finding import Finding
from palmetto_editor.errors import UserError
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Publication
from sample_articles import minimal

BROKEN = replace(minimal(), body="Cited [@nobody2000].\n")
REASON = "The editor has seen it."
WARNING = Finding("x.y", "warning", Place("body"), "So it is.")
ERROR = replace(WARNING, severity="error")


def _forced(path):
    return json.loads((path / MANIFEST).read_bytes()).get("forced")


@pytest.mark.parametrize("reason", ["", " \n"])
def test_an_article_with_errors_is_not_exported(tmp_path, renderer, reason):
    with pytest.raises(Blocked) as caught:
        export(BROKEN, Publication(), tmp_path / "x", {}, forced=reason, renderer=renderer)
    assert {finding.severity for finding in caught.value.findings} == {"error"}
    assert "nobody2000" in caught.value.findings[0].message
    assert "1 error." in caught.value.what
    assert list(tmp_path.iterdir()) == []


def test_a_reason_overrules_them_and_stands_in_the_manifest(tmp_path, renderer):
    done = export(
        BROKEN, Publication(), tmp_path / "x", {}, forced=f" {REASON}\n", renderer=renderer
    )
    (error,) = (f for f in done.checked.findings if f.severity == "error")
    row = {"rule": error.rule, "place": str(error.place), "message": error.message}
    assert _forced(tmp_path / "x") == {"reason": REASON, "errors": [row]}


def test_who_verifies_the_bundle_is_told_of_it(tmp_path, renderer):
    export(BROKEN, Publication(), tmp_path / "x", {}, forced=REASON, renderer=renderer)
    (told,) = verify(tmp_path / "x", renderer)
    assert (told.rule, told.severity) == ("bundle.forced", "advice")
    assert REASON in told.message


def test_a_reason_that_was_not_needed_is_not_kept(tmp_path, renderer):
    done = export(minimal(), Publication(), tmp_path / "x", {}, forced=REASON, renderer=renderer)
    assert done.checked.findings
    assert _forced(tmp_path / "x") is None


def test_the_next_export_without_errors_forgets_it(tmp_path, renderer, reopen):
    export(BROKEN, Publication(), tmp_path / "x", {}, forced=REASON, renderer=renderer)
    known = reopen(tmp_path / "x").fingerprint
    export(minimal(), Publication(), tmp_path / "x", {}, known, renderer=renderer)
    assert _forced(tmp_path / "x") is None


def test_a_warning_stops_nothing():
    assert overruled([WARNING], "") is None


def test_the_manifest_names_no_more_errors_than_it_can_read_back():
    long = replace(ERROR, message="x" * 10_000)
    forced = overruled([long] * (MOST_ERRORS + 5), REASON)
    assert len(forced.errors) == MOST_ERRORS
    manifest = build({"a.txt": b""}, forced)
    assert decode(encode(manifest)) == manifest


@pytest.mark.parametrize("reason", ["x" * (LONGEST_REASON + 1), "half \ud83e of it"])
def test_a_reason_that_no_manifest_can_keep_is_refused(reason):
    with pytest.raises(UserError, match="reason") as caught:
        overruled([ERROR], reason)
    assert caught.value.remedy


def _with(forced):
    return json.dumps(json.loads(encode(build({"a.txt": b""}))) | {"forced": forced}).encode()


ROW = {"rule": "a.b", "place": "body", "message": "No."}


def test_what_a_manifest_says_of_it_is_read():
    forced = Forced("Because.", (Overruled("a.b", "body", "No."),))
    assert decode(_with({"reason": "Because.", "errors": [ROW]})).forced == forced


@pytest.mark.parametrize(
    ("forced", "said"),
    [
        (None, "forced"),
        ({}, "reason"),
        ({"reason": "", "errors": [ROW]}, "reason"),
        ({"reason": "x", "errors": []}, "errors"),
        ({"reason": "x", "errors": [ROW] * 1_001}, "errors"),
        ({"reason": "x", "errors": [ROW | {"more": 1}]}, "more"),
        ({"reason": "x", "errors": [{"rule": 1}]}, "errors[0]"),
    ],
)
def test_a_damaged_one_is_refused_by_its_place(forced, said):
    with pytest.raises(UserError) as caught:
        decode(_with(forced))
    assert said in str(caught.value)
