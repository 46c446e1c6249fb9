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
def begun(tmp_path_factory):
    """Both programs at once, since each mostly waits: what they print, by their command."""
    home = tmp_path_factory.mktemp("killed")
    commands = {"save": [home / "save" / "tides", 100], "export": [home / "export" / "tides"]}
    programs = {}
    for command, rest in commands.items():
        rest[0].parent.mkdir()
        programs[command] = subprocess.Popen(  # noqa: S603  (the tests' own program)
            [sys.executable, str(PROGRAM), command, *map(str, rest)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    yield programs
    for program in programs.values():
        program.kill()
        program.communicate()


def _seen(program):
    written, said = program.communicate(timeout=120)
    assert (program.returncode, said) == (0, "")
    return json.loads(written)


def test_a_hundred_killed_saves_leave_the_old_or_the_new_article(begun):
    seen = _seen(begun["save"])
    assert seen["torn"] == 0
    assert seen["old"] + seen["new"] == 100
    assert min(seen["old"], seen["new"]) > 10
    assert seen["interrupted"] > 25, "the kills did not meet the saving"
    assert seen["beside"] == ["tides"]


def test_an_export_killed_at_every_step_leaves_one_whole_bundle_and_what_others_put_there(begun):
    seen = _seen(begun["export"])
    assert seen["problems"] == []
    assert seen["steps"] > 20
    assert min(seen["old"], seen["new"]) > 2
