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


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """What the program saw of its children, by what they did."""
    home = str(tmp_path_factory.mktemp("killed"))
    done = subprocess.run(  # noqa: S603  (the tests' own program)
        [sys.executable, str(PROGRAM), home, "100"], capture_output=True, text=True, timeout=120
    )
    assert done.stderr == ""
    assert done.returncode == 0
    return json.loads(done.stdout)


def test_a_hundred_killed_saves_leave_the_old_or_the_new_article(killed):
    seen = killed["save"]
    assert seen["torn"] == 0
    assert seen["old"] + seen["new"] == 100
    assert min(seen["old"], seen["new"]) > 10
    assert seen["interrupted"] > 25, "the kills did not meet the saving"
    assert seen["beside"] == ["tides"]


def test_an_export_killed_at_every_step_leaves_one_whole_bundle_and_what_others_put_there(killed):
    seen = killed["export"]
    assert seen["problems"] == []
    assert seen["steps"] > 20
    assert min(seen["old"], seen["new"]) > 2
