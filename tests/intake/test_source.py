from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from palmetto_editor.errors import UserError
from palmetto_editor.intake import source
from palmetto_editor.intake.source import from_bytes, from_text, open_source


def zipped(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.html", "words", "html"),
        ("a.HTM", "words", "html"),
        ("a.txt", "<!DOCTYPE html><p>x", "html"),
        ("a.txt", "# not Markdown for sure", "text"),
        ("a.md", "words", "markdown"),
        ("a.qmd", "words", "markdown"),
        ("-", "<article><h1>x</h1>", "html"),
        ("-", "<!-- saved from url=(0020)https://x.org/ -->\n<html>", "html"),
        ("-", "---\ntitle: x\n---\nwords", "markdown"),
        ("-", "# Head\n\nwords", "markdown"),
        ("-", "Head\n\n• one\n• two", "text"),
        ("-", "a < b and <p-value> 3", "text"),
    ],
)
def test_the_kind_is_told_by_name_and_content(name: str, text: str, kind: str) -> None:
    assert from_text(text, name).kind == kind


def test_archives_are_told_by_what_they_hold() -> None:
    assert from_bytes(zipped("word/document.xml"), "a.bin").kind == "docx"
    assert from_bytes(zipped("mud/article.json"), "a.zip").kind == "bundle"
    with pytest.raises(UserError, match="archive without an article"):
        from_bytes(zipped("x.xls"), "a.zip")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
        (b"PK\x03\x04broken", "damaged"),
        (bytes(range(256)) * 20, "not text"),
        (b"", "empty"),
        (b" \n\n ", "empty"),
    ],
)
def test_what_holds_no_text_is_refused_with_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said) as refused:
        from_bytes(data, "a.html")
    assert refused.value.remedy


def test_a_file_beyond_the_limit_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 1_000_000)
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * 1_000_001)
    with pytest.raises(UserError, match="too large"):
        open_source(path)
    with pytest.raises(UserError, match="too large"):
        from_bytes(path.read_bytes(), "long.txt")


def test_the_limit_is_fifty_megabytes() -> None:
    assert source.MOST_BYTES == 50_000_000


def test_a_missing_file_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no file"):
        open_source(tmp_path / "none.html")
    with pytest.raises(UserError, match="folder without an article"):
        open_source(tmp_path)


def test_a_bundles_folder_is_a_bundle(tmp_path: Path) -> None:
    (tmp_path / "article.json").write_text("{}")
    assert open_source(tmp_path).kind == "bundle"


def test_utf_16_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Mud and salt, “café”".encode("utf-16"))
    assert open_source(path).text == "Mud and salt, “café”"


def test_images_are_found_beside_a_saved_page(tmp_path: Path) -> None:
    (tmp_path / "Page_files").mkdir()
    (tmp_path / "Page_files" / "a b.png").write_bytes(b"png")
    (tmp_path / "Page.html").write_text("<p>x")
    found = open_source(tmp_path / "Page.html")
    assert found.image("Page_files/a%20b.png") == b"png"
    assert found.image("./Page_files/a%20b.png?x=1") == b"png"


@pytest.mark.parametrize(
    "address",
    ["../secret.png", "/etc/hostname", "https://x.org/a.png", "//x.org/a", "file:///etc/hostname",
     "", "a/../../secret.png", "http://[", "%00"],
)  # fmt: skip
def test_nothing_outside_the_folder_is_read(address: str, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "Page.html").write_text("<p>x")
    assert open_source(tmp_path / "page" / "Page.html").image(address) is None


def test_a_source_from_the_clipboard_has_no_images_beside_it() -> None:
    assert from_text("<p>x", "clipboard", "html").image("a.png") is None
