"""The command line: bad input, the terminal, and the world around."""

import json
import os
import signal
import struct
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace

import pytest

from palmetto_editor import __version__
from palmetto_editor.bundle.codec import decode_article, encode_article
from palmetto_editor.cli import main
from palmetto_editor.commands.terminal import safe


def _article(path):
    return decode_article((path / "article.json").read_bytes())


posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")


def _process(*arguments, **options):
    command = [sys.executable, "-m", "palmetto_editor.cli", *map(str, arguments)]
    return subprocess.Popen(  # noqa: S603  (our own program)
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"\xff\xfe{", b"[" * 100_000, b'{"format": "palmetto-article", "version": 9}'],
)
@pytest.mark.parametrize("command", ["check", "export", "verify"])
def test_bad_input_is_one_line_and_status_2(tmp_path, run, command, data):
    (tmp_path / "tides").mkdir()
    (tmp_path / "tides" / "article.json").write_bytes(data)
    status, out, err = run(command, tmp_path / "tides")
    assert status == 2
    assert "Traceback" not in err
    assert err.splitlines()[0].count("article.json") >= 1
    assert out == "" or command != "export"
    assert [path.name for path in (tmp_path / "tides").iterdir()] == ["article.json"]


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["check"], ["check", "x", "--format", "xml"], ["export", "a", "b"]]
)
def test_wrong_usage_is_status_2(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: palmetto" in capsys.readouterr().err


def test_a_text_cannot_steer_the_terminal(draft, run):
    article = replace(_article(draft), body="[@\x1b[2Jnobody] \u202e\x07 [@gone]\n")
    (draft / "article.json").write_bytes(encode_article(article))
    _, out, err = run("check", draft)
    assert not set("\x1b\x07\u202e") & set(out + err)
    assert safe("a\x1b[2Jb\nc") == "a\N{REPLACEMENT CHARACTER}[2Jb\N{REPLACEMENT CHARACTER}c"


def test_the_version_is_told():
    process = _process("--version")
    out, err = process.communicate(timeout=60)
    assert (out.decode(), err) == (f"palmetto {__version__}{os.linesep}", b"")


def test_the_start_imports_nothing_that_no_command_was_asked_for():
    program = (
        "import sys\n"
        "from palmetto_editor.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'msgspec', 'markdown', 'jinja2', 'pygments', 'nh3', 'PySide6', 'tomlkit',"
        " 'multiprocessing', 'zipfile', 'selectolax', 'PIL'}\n"
        "sys.stderr.write(' '.join(sorted(heavy & set(sys.modules))))\n"
    )
    done = subprocess.run(  # noqa: S603  (our own program)
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert "COMMAND" in done.stdout
    assert done.stderr == ""


def test_pillow_is_imported_by_who_makes_a_shape_and_nobody_else():
    program = "import palmetto_editor.bundle.export, sys; sys.exit('PIL' in sys.modules)"
    done = subprocess.run(  # noqa: S603  (our own program)
        [sys.executable, "-c", program], capture_output=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")


@posix
def test_a_reader_who_goes_away_is_no_error(draft):
    process = _process("references", "list", draft, "--format", "json")
    process.stdout.close()
    assert process.wait(timeout=60) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


@posix
def test_ctrl_c_ends_the_work_quietly(tmp_path):
    import fcntl
    import termios

    os.mkfifo(tmp_path / "input")
    writer = os.open(tmp_path / "input", os.O_RDWR)
    with os.fdopen(os.open(tmp_path / "input", os.O_RDONLY)) as stdin:
        usual = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job's may be ignored
        process = _process("references", "list", "-", stdin=stdin)
        signal.signal(signal.SIGINT, usual)
        os.write(writer, b"{")
        deadline = time.monotonic() + 60
        waiting = struct.pack("i", 1)
        while struct.unpack("i", waiting) != (0,) and time.monotonic() < deadline:
            time.sleep(0.01)  # until it reads, and so is at work
            waiting = fcntl.ioctl(writer, termios.FIONREAD, waiting)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    os.close(writer)
    assert process.returncode == 130
    assert err.decode().strip() == "palmetto: Stopped."


@posix
def test_long_work_shows_its_progress_on_a_terminal(draft, run, monkeypatch):
    import pty

    main_end, terminal = pty.openpty()
    monkeypatch.setattr("palmetto_editor.commands.terminal.QUIET", 0)
    with os.fdopen(terminal, "w") as stream, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", stream)
        _, out, _ = run("check", draft, draft / "article.json", "--format", "json")
    shown = b""
    with suppress(OSError):  # as Linux says that the terminal is closed and all was read
        while piece := os.read(main_end, 10_000):
            shown += piece
    os.close(main_end)
    assert b"50%" in shown
    assert json.loads(out)["findings"]
