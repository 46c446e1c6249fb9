"""Bytes in whatever encoding become text."""

from __future__ import annotations

import pytest

from palmetto_editor.references.formats.decoding import clean, decoded


@pytest.mark.parametrize(
    ("head", "encoding", "word"),
    [
        ("% Encoding: ISO8859_2\n", "iso8859-2", "Łódź"),
        ("% Encoding: MacRoman\n", "mac_roman", "Müller"),
        ("% Encoding: GBK\n", "gbk", "生长"),
        ("<?xml version='1.0' encoding='windows-1251'?>", "cp1251", "Жаворонок"),
    ],
)
def test_what_a_file_declares_is_believed_where_it_is_no_utf8(
    head: str, encoding: str, word: str
) -> None:
    assert decoded((head + word).encode(encoding)) == (head + word, ())


def test_single_bytes_of_windows_in_utf8_are_mended_and_told() -> None:
    text, remarks = decoded("Été ".encode() + b"caf\xe9")
    assert text == "Été café"
    assert "Windows-1252" in remarks[0]


def test_letters_encoded_twice_are_mended_and_told() -> None:
    text, remarks = decoded("Müller – é".encode().decode("cp1252").encode())
    assert text == "Müller – é"
    assert remarks


def test_a_text_that_only_speaks_of_such_letters_is_left() -> None:
    assert clean("It says Ã© where é should be – 中") == ("It says Ã© where é should be – 中", ())


def test_characters_that_no_text_may_hold_go() -> None:
    assert clean("a\x00b\x0bc\ud800")[0] == "abc"
