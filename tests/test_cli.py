import io
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from shutil import copytree

import pytest

from palmetto_editor import __version__, assets
from palmetto_editor.bundle.codec import decode_article, encode_article
from palmetto_editor.bundle.profile import encode_publication
from palmetto_editor.bundle.write import save_article
from palmetto_editor.cli import main
from palmetto_editor.commands.terminal import safe
from sample_articles import full, minimal, publication

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")


@pytest.fixture
def run(capsys):
    """Runs a command: (exit status, what it wrote, what it said)."""

    def call(*arguments):
        status = main([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return status, written.out, written.err

    return call


@pytest.fixture
def draft(tmp_path):
    """An article that was saved and never exported, with errors in it."""
    article = replace(minimal(), body="Cited [@nobody2000].\n\n{{< tabel x >}}\n")
    save_article(tmp_path / "tides", article, {})
    return tmp_path / "tides"


@pytest.fixture
def plain(tmp_path):
    """One with warnings only, so that it can be exported."""
    save_article(tmp_path / "tides", minimal(), {})
    return tmp_path / "tides"


@pytest.fixture
def clean(tmp_path):
    """The sample article below its publication, which has no errors."""
    copytree(assets.path("samples"), tmp_path / "notes")
    return tmp_path / "notes" / "ghrelin"


def _article(path):
    return decode_article((path / "article.json").read_bytes())


def _process(*arguments, **options):
    command = [sys.executable, "-m", "palmetto_editor.cli", *map(str, arguments)]
    return subprocess.Popen(  # noqa: S603  (our own program)
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )


# new


def test_new_makes_an_article_that_holds_what_its_publication_gives(tmp_path, run):
    (tmp_path / "publication.toml").write_text(
        encode_publication(
            replace(publication(), authors=full().metadata.authors, notice="N", disclaimer="D")
        )
    )
    before = datetime.now().astimezone().replace(microsecond=0)
    status, out, err = run("new", tmp_path / "a" / "tides", "--title", "Über Tides")
    assert (status, err) == (0, "")
    assert str(tmp_path / "a" / "tides") in out
    article = _article(tmp_path / "a" / "tides")
    assert article.metadata.headline == "Über Tides"
    assert article.metadata.slug == "uber-tides"
    assert article.metadata.language == "en-GB"
    assert article.metadata.authors == full().metadata.authors
    assert (article.notice, article.disclaimer) == ("N", "D")
    published = datetime.fromisoformat(article.metadata.published)
    assert published.utcoffset() == before.utcoffset()
    assert 0 <= (published - before).total_seconds() < 60


def test_new_articles_have_ids_of_their_own(tmp_path, run):
    for name in ("a", "b"):
        assert run("new", tmp_path / name)[0] == 0
    assert _article(tmp_path / "a").id != _article(tmp_path / "b").id


def test_a_profile_named_for_a_new_article_stays_with_it(tmp_path, run):
    (tmp_path / "ours.toml").write_text(encode_publication(publication()))
    made = run("new", tmp_path / "tides", "--publication", tmp_path / "ours.toml", "--title", "T")
    assert made[0] == 0
    status, _, err = run("export", tmp_path / "tides")
    assert status == 0, err
    assert "The Shore Station" in (tmp_path / "tides" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("make", [Path.touch, lambda path: (path.mkdir(), (path / "x").touch())])
def test_new_takes_the_place_of_nothing(tmp_path, run, make):
    make(tmp_path / "tides")
    status, out, err = run("new", tmp_path / "tides")
    assert (status, out) == (2, "")
    assert "exists already" in err
    assert not (tmp_path / "tides" / "article.json").exists()


# check


def test_check_names_what_is_wrong_and_where(draft, run):
    status, out, err = run("check", draft)
    assert status == 1
    assert f"{draft}: error: body:" in out
    assert "nobody2000" in out
    assert "error" in err


def test_check_writes_json_for_programs(draft, run):
    status, out, err = run("check", draft, "--format", "json")
    found = json.loads(out)["findings"]
    assert status == 1
    assert err == ""
    assert {tuple(sorted(row)) for row in found} == {
        ("message", "path", "place", "rule", "severity")
    }
    assert {row["path"] for row in found} == {str(draft)}
    assert any("nobody2000" in row["message"] for row in found)


def test_a_clean_article_passes(clean, run):
    status, out, _ = run("check", clean)
    assert status == 0, out
    assert run("check", clean, "--format", "json")[1].split() == ["{", '"findings":', "[]", "}"]


def test_the_severity_decides_the_status_and_hides_nothing(clean, run):
    article = replace(_article(clean), short_answer="", faq=())
    (clean / "article.json").write_bytes(encode_article(article))
    rows = json.loads(run("check", clean, "--format", "json")[1])["findings"]
    for asked, counted in (
        ("error", {"error"}),
        ("warning", {"error", "warning"}),
        ("advice", {"error", "warning", "advice"}),
    ):
        status, out, _ = run("check", clean, "--format", "json", "--severity", asked)
        assert status == int(any(row["severity"] in counted for row in rows))
        assert json.loads(out)["findings"] == rows


def test_an_article_may_come_from_standard_input(draft, run, monkeypatch):
    data = (draft / "article.json").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    status, out, _ = run("check", "-")
    assert status == 1
    assert out.startswith("-: ")


def test_one_path_that_cannot_be_read_does_not_hide_the_others(draft, tmp_path, run):
    status, out, err = run("check", tmp_path / "nowhere", draft, "--format", "json")
    assert status == 2
    assert "nowhere" in err
    assert json.loads(out)["findings"]


# export and verify


def test_export_writes_the_bundle_where_the_article_is(plain, run):
    status, out, _ = run("export", plain)
    assert status == 0
    assert out == f"Exported to {plain}\n"
    assert (plain / "index.html").exists()
    assert run("verify", plain)[0] == 0
    assert run("export", plain)[0] == 0, "again"


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (["-o", "out"], "out/index.html"),
        (["-o", "out.zip"], "out.zip"),
        (["-o", "out", "--zip"], "out.zip"),
        (["--output", "deep/down/out"], "deep/down/out/index.html"),
    ],
)
def test_export_writes_elsewhere_as_asked(plain, tmp_path, run, monkeypatch, options, name):
    monkeypatch.chdir(tmp_path)
    assert run("export", plain, *options)[0] == 0
    assert (tmp_path / name).exists()
    assert not (plain / "index.html").exists()
    assert run("verify", Path(name.removesuffix("/index.html")))[0] == 0


def test_export_can_zip_beside_the_bundle(plain, run):
    assert run("export", plain, "--zip")[0] == 0
    assert (plain.parent / "tides.zip").exists()


def test_export_prints_the_errors_that_stop_it(draft, run):
    status, out, err = run("export", draft)
    assert (status, out) == (1, "")
    assert f"{draft}: error: body:" in err
    assert "nobody2000" in err
    assert "2 errors" in err
    assert "--force-errors" in err
    assert [path.name for path in draft.iterdir()] == ["article.json"]


def test_export_goes_on_for_a_reason_that_the_manifest_keeps(draft, run):
    status, out, err = run("export", draft, "--force-errors", "Agreed with the editor.")
    assert status == 0
    assert out.startswith("Exported to ")
    assert "nobody2000" in err
    manifest = json.loads((draft / "manifest.json").read_bytes())
    assert manifest["forced"]["reason"] == "Agreed with the editor."
    assert any("nobody2000" in row["message"] for row in manifest["forced"]["errors"])


def test_export_wants_the_reason_in_words(draft, run):
    status, out, err = run("export", draft, "--force-errors", " ")
    assert (status, out) == (2, "")
    assert "reason" in err


def test_export_names_each_file_that_was_changed_and_writes_over_it_when_forced(plain, run):
    run("export", plain)
    (plain / "index.html").write_text("theirs")
    status, out, err = run("export", plain)
    assert (status, out) == (2, "")
    assert "index.html: changed" in err
    assert "--force" in err
    assert (plain / "index.html").read_text() == "theirs"
    assert run("export", plain, "--force")[0] == 0
    assert run("verify", plain)[0] == 0


def test_an_article_edited_by_hand_is_exported_again_without_force(plain, run):
    run("export", plain)
    article = replace(_article(plain), body="Another body.\n")
    (plain / "article.json").write_bytes(encode_article(article))
    assert run("verify", plain)[0] == 1
    assert run("export", plain)[0] == 0
    assert "Another body." in (plain / "index.html").read_text("utf-8")


def test_export_of_standard_input_needs_a_place_to_go(plain, tmp_path, run, monkeypatch):
    data = (plain / "article.json").read_bytes()
    for options, expected in (([], 2), (["-o", tmp_path / "out"], 0)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert run("export", "-", *options)[0] == expected
    assert (tmp_path / "out" / "index.html").exists()


def test_verify_tells_json_and_a_status(clean, run):
    status, out, _ = run("verify", clean, "--format", "json")
    assert status == 1
    (row,) = json.loads(out)["findings"]
    assert row["rule"] == "bundle.not-exported"
    assert row["place"] == "bundle[manifest.json]"
    assert run("verify", clean, "--severity", "error")[0] == 0


def test_verify_is_not_for_standard_input(run):
    assert run("verify", "-")[0] == 2


# bad input, and the world around


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


def test_a_disk_that_refuses_is_told_in_words(plain, run, monkeypatch):
    def refuse(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    status, out, err = run("export", plain)
    assert (status, out) == (2, "")
    assert "No space left on device" in err
    assert "Make room" in err


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
        " 'multiprocessing', 'zipfile', 'selectolax'}\n"
        "sys.stderr.write(' '.join(sorted(heavy & set(sys.modules))))\n"
    )
    done = subprocess.run(  # noqa: S603  (our own program)
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert "COMMAND" in done.stdout
    assert done.stderr == ""


@posix
def test_a_reader_who_goes_away_is_no_error(draft):
    process = _process("check", draft, "--format", "json")
    process.stdout.close()
    assert process.wait(timeout=60) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


@posix
def test_ctrl_c_ends_the_work_quietly(tmp_path):
    os.mkfifo(tmp_path / "input")
    writer = os.open(tmp_path / "input", os.O_RDWR)
    with os.fdopen(os.open(tmp_path / "input", os.O_RDONLY)) as stdin:
        usual = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job's may be ignored
        process = _process("check", "-", stdin=stdin)
        signal.signal(signal.SIGINT, usual)
        deadline = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < deadline:
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.15)
            process.send_signal(signal.SIGINT)  # nothing, if it has ended
        _, err = process.communicate(timeout=60)
    os.close(writer)
    assert process.returncode in {130, -signal.SIGINT}
    assert b"Traceback" not in err or process.returncode == -signal.SIGINT


@posix
def test_long_work_shows_its_progress_on_a_terminal(draft, run, monkeypatch):
    import pty

    main_end, terminal = pty.openpty()
    monkeypatch.setattr("palmetto_editor.commands.terminal.QUIET", 0)
    with os.fdopen(terminal, "w") as stream, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", stream)
        _, out, _ = run("check", draft, draft, "--format", "json")
        shown = os.read(main_end, 10_000).decode()
    os.close(main_end)
    assert "50%" in shown
    assert json.loads(out)["findings"]
