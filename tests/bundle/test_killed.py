"""A process that is killed while it writes leaves the old bundle or the new one, whole."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked, to be quick"),
]
PROGRAM = Path(__file__).with_name("killing.py")


def _run(*arguments):
    result = subprocess.run(  # noqa: S603  (the tests' own program)
        [sys.executable, str(PROGRAM), *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    return json.loads(result.stdout)


def test_a_hundred_killed_saves_leave_the_old_or_the_new_article(tmp_path):
    seen = _run("save", tmp_path / "tides", 100)
    assert seen["torn"] == 0
    assert seen["old"] + seen["new"] == 100
    assert min(seen["old"], seen["new"]) > 10
    assert seen["interrupted"] > 25, "the kills did not meet the saving"
    assert seen["beside"] == ["tides"]


def test_an_export_killed_at_every_step_leaves_one_whole_bundle_and_what_others_put_there(tmp_path):
    seen = _run("export", tmp_path / "tides")
    assert seen["problems"] == []
    assert seen["steps"] > 20
    assert min(seen["old"], seen["new"]) > 2
