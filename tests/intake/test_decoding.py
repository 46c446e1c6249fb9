from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.intake.decoding import decode

TEXT = "Mañana – “café” costs 3 €"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    page = f"<p>{TEXT}</p>" + " plain" * 20
    found = decode(page.encode(encoding))
    assert (found.text, found.mended) == (page, ())


@pytest.mark.parametrize(
    ("name", "codec"),
    [("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("iso-8859-15", "iso-8859-15")],
)
def test_a_declared_encoding_is_believed(name: str, codec: str) -> None:
    page = f'<meta charset="{name}"><p>Mañana</p>'
    assert decode(page.encode(codec)) == (page, ())


def test_windows_1252_is_read_without_a_declaration_and_told() -> None:
    found = decode(TEXT.encode("cp1252"))
    assert found.text == TEXT
    assert "Windows-1252" in found.mended[0].what


def test_a_wrong_declaration_is_mended_and_told() -> None:
    page = f'<meta charset="iso-8859-1"><p>{TEXT}</p>'
    found = decode(page.encode("utf-8"))
    assert found.text == page
    assert "iso-8859-1" in found.mended[0].what
    page = f'<meta charset="utf-8"><p>{TEXT}</p>'
    found = decode(page.encode("cp1252"))
    assert found.text == page
    assert "utf-8" in found.mended[0].what


def test_single_bytes_of_another_encoding_are_mended_among_utf_8() -> None:
    found = decode("Größe für Größe ".encode() * 5 + b"caf\xe9")
    assert found.text.endswith("Größe für Größe café")
    assert found.mended


def test_a_declaration_of_utf_16_in_single_bytes_is_not_believed() -> None:
    page = '<meta charset="utf-16"><p>plain</p>'
    assert decode(page.encode()).text == page


def test_encodings_that_are_none_are_not_tried() -> None:
    assert decode(b'<meta charset="zlib_codec"><p>caf\xe9').text.endswith("café")


def test_line_ends_are_one_kind() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\nb\nc\n"


@examples(100)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_without_what_no_text_may_hold(data: bytes) -> None:
    text = decode(data).text
    assert "\x00" not in text
    text.encode("utf-8")
