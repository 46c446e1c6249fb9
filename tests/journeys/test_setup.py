"""What `make` does before and around the program, run as a shell would run it."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHELL = ("bash", "dirname", "id", "uname", "cp", "mkdir", "rm", "env", "cat")
TOOLS = (*SHELL, "mktemp", "find", "wc", "sort", "awk", "xargs", "df", "tail")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a POSIX shell")


def _script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / f"packaging/{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def clone(tmp_path):
    """The set-up scripts in a folder of their own, with a PATH that has the shell's tools only."""
    shutil.copytree(ROOT / "packaging", tmp_path / "packaging")
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    (tmp_path / "tools").mkdir()
    for tool in TOOLS:
        (tmp_path / "tools" / tool).symlink_to(shutil.which(tool))
    return tmp_path


def _run(folder, *command, **environment):
    path = {"PATH": str(folder / "tools"), "HOME": str(folder)}
    return subprocess.run(  # noqa: S603  (the project's own scripts)
        [str(word) for word in command],
        cwd=folder,
        env=path | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


def _program(folder, name, script):
    """A program of the test's own in the clone's environment."""
    path = folder / ".venv/bin" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{script}\n")
    path.chmod(0o755)


def test_a_library_that_the_loader_has_is_not_asked_for(tmp_path):
    libraries = _script("libraries")
    assert libraries.missing({"libc.so.6": "libc6"}, (tmp_path,)) == [libraries.FONT_PACKAGE]


def test_a_library_that_the_loader_lacks_is_named_by_its_package(tmp_path):
    libraries = _script("libraries")
    found = libraries.missing({"libno-such-thing.so.7": "libno-such-thing7"}, (tmp_path,))
    assert found == ["libno-such-thing7", libraries.FONT_PACKAGE]


def test_any_font_will_do(tmp_path):
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "Some.ttf").touch()
    assert _script("libraries").missing({}, (tmp_path,)) == []


def test_every_package_has_one_library():
    libraries = _script("libraries")
    tables = libraries.WIDGETS | libraries.WEB_ENGINE | libraries.X_SCREEN
    packages = [*libraries.WIDGETS.values(), *libraries.WEB_ENGINE.values()]
    packages += libraries.X_SCREEN.values()
    assert len(tables) == len(packages) == len(set(packages))


def test_without_a_python_the_setup_says_which_it_needs(clone):
    result = _run(clone, "packaging/setup.sh")
    assert result.returncode == 1
    assert "Python 3.11 or newer is needed" in result.stderr
    assert not (clone / ".venv").exists()


def test_every_check_runs_even_when_the_first_fails(clone):
    for name in ("mypy", "lint-imports", "pytest"):
        _program(clone, name, f"echo ran {name}")
    _program(clone, "ruff", 'echo ran "ruff $1"; [ "$1" != check ]')
    _program(clone, "getconf", "echo 1")
    _test_files(clone, 1)
    result = _run(clone, "packaging/test.sh")
    ran = [line for line in result.stdout.splitlines() if line.startswith("ran ")]
    assert ran == [
        "ran ruff check",
        "ran ruff format",
        "ran mypy",
        "ran lint-imports",
        "ran pytest",
        "ran pytest",
        "ran pytest",
    ]
    assert result.returncode == 1


def _test_files(folder, count):
    (folder / "tests/ui").mkdir(parents=True)
    (folder / "tests/ui/test_window.py").touch()
    for number in range(count):
        layer = ("session", "intake", "model")[number * 3 // count]
        (folder / "tests" / layer).mkdir(exist_ok=True)
        (folder / f"tests/{layer}/test_{number}.py").write_text("#" * 9)


def test_each_process_has_other_files_and_none_is_left_out(clone):
    _program(clone, "getconf", "echo 3")
    _program(clone, "pytest", 'echo "ran $*"')
    _test_files(clone, 8)
    (clone / "tests/test_8.py").write_text("#" * 9)
    result = _run(clone, "packaging/below.sh", "--of-pytest", PATH=_path(clone))
    ran = [line.split() for line in result.stdout.splitlines() if line.startswith("ran ")]
    shares = [[word for word in line if word.startswith("tests/")] for line in ran]
    assert [len(share) for share in shares] == [3, 3, 3]
    layers = [[file.split("/")[1] for file in share] for share in shares]
    assert layers[0] == ["test_8.py", "model", "model"], "the lowest first"
    assert layers[2] == ["session"] * 3
    given = {file.rpartition("/")[2] for share in shares for file in share}
    assert given == {f"test_{number}.py" for number in range(9)}
    assert all("--of-pytest" in line for line in ran)
    assert result.returncode == 0


def test_one_process_that_fails_is_enough(clone):
    _program(clone, "getconf", "echo 2")
    _program(clone, "pytest", 'case "$*" in */test_1.py*) exit 1 ;; esac')
    _test_files(clone, 4)
    assert _run(clone, "packaging/below.sh", PATH=_path(clone)).returncode == 1


def _path(folder):
    return f"{folder / '.venv/bin'}:{folder / 'tools'}"


def test_tests_run_without_a_screen(clone):
    _program(clone, "show", 'echo "$QT_QPA_PLATFORM $QT_QUICK_BACKEND $QTWEBENGINE_CHROMIUM_FLAGS"')
    platform, backend, *flags = _run(
        clone, "packaging/offscreen.sh", ".venv/bin/show"
    ).stdout.split()
    platform, screen = platform.split(":configfile=")
    assert (platform, backend) == ("offscreen", "software")
    assert json.loads(Path(screen).read_text())["screens"]
    assert ("--no-sandbox" in flags) == (os.geteuid() == 0)


@pytest.mark.slow
def test_without_a_display_the_sample_is_exported_and_drawn(clone):
    shutil.copytree(ROOT / "resources/samples", clone / "resources/samples")
    begin = "import sys; from palmetto_editor.cli import main; sys.exit(main())"
    _program(clone, "python", f'exec "{sys.executable}" "$@"')
    _program(clone, "palmetto", f'exec "{sys.executable}" -c "{begin}" "$@"')
    result = _run(clone, "packaging/run.sh")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("There is no display here, so")
    assert "<h1" in (clone / "build/sample/index.html").read_text()
    assert (clone / "build/sample-window.png").read_bytes().startswith(b"\x89PNG")


def test_a_display_that_does_not_answer_is_none(clone):
    shutil.copytree(ROOT / "resources/samples", clone / "resources/samples")
    _program(clone, "python", f'[ -n "$2" ] || exec "{sys.executable}" "$@"')
    _program(clone, "palmetto", "")
    said = _run(clone, "packaging/run.sh", DISPLAY=":4242", WAYLAND_DISPLAY="gone").stdout
    assert said.startswith("There is no display here (:4242 does not answer), so")


def test_a_compositor_that_listens_is_a_display(tmp_path):
    display = _script("display")
    named = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not display.answers(named)
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        assert display.answers(named)
        assert display.answers({"WAYLAND_DISPLAY": str(tmp_path / "wayland-7")})


def test_an_x_server_that_lets_us_in_is_a_display():
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        pytest.skip("no Xvfb here")
    ready, told = os.pipe()
    command = [xvfb, "-displayfd", str(told), "-screen", "0", "64x64x8"]
    with subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL) as server:  # noqa: S603
        try:
            os.close(told)
            name = f":{os.read(ready, 16).decode().strip()}"
            assert _script("display").answers({"DISPLAY": name})
        finally:
            server.terminate()
            os.close(ready)


@pytest.mark.skipif(sys.platform == "darwin", reason="its screen has no name")
def test_without_a_display_the_program_ends_with_a_sentence(tmp_path):
    ended = _run(tmp_path, sys.executable, "-m", "palmetto_editor")
    assert ended.returncode == 2
    assert ended.stderr.startswith("palmetto-editor: There is no display here")
    assert ended.stderr.count("\n") == 1


def test_the_window_opens_a_copy_and_keeps_what_was_written_in_it(clone):
    shutil.copytree(ROOT / "resources/samples", clone / "resources/samples")
    _program(
        clone,
        "python",
        '[ -n "$2" ] || exit 0; echo "ran $*"; echo mine >>build/try/ghrelin/article.json',
    )
    for _ in range(2):
        result = _run(clone, "packaging/run.sh", DISPLAY=":0")
        assert result.stdout == "ran -m palmetto_editor build/try/ghrelin\n", result.stderr
    assert (clone / "build/try/ghrelin/article.json").read_text().endswith("mine\nmine\n")
    kept = (clone / "resources/samples/ghrelin/article.json").read_text()
    assert kept == (ROOT / "resources/samples/ghrelin/article.json").read_text()


@pytest.mark.parametrize("status", [0, 1])
def test_the_run_of_ci_ends_as_the_tests_end(clone, status):
    make = clone / "tools/make"
    make.write_text(f'#!/bin/sh\necho "make $*"\nexit {status}\n')
    make.chmod(0o755)
    result = _run(clone, "bash", ".ci/run")
    after = "" if status else "make conformance\n"
    assert (result.stdout, result.returncode) == (f"make test\n{after}", status)


@pytest.mark.parametrize("target", ["run", "test", "screenshots", "bench", "clean"])
def test_make_knows(target):
    make = shutil.which("make")
    if make is None:
        pytest.skip("no make here")
    result = subprocess.run(  # noqa: S603  (nothing is carried out: -n)
        [make, "-n", target], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert result.returncode == 0, result.stderr
