import contextlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.errors import UserError
from palmetto_editor.intake.docx import read
from word_files import word_file

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BLOCKS = [
    {"style": "Title", "text": "Kelp and rock"},
    {"style": "Heading 1", "text": "The road down"},
    {"style": "Normal", "text": "Urchins sit in **cracks**.^[All of them.]"},
    {"style": "List Bullet", "text": "a warm summer"},
    {"style": "List Bullet 2", "text": "in one ocean"},
    {"style": "image", "alt": "Mass against cover", "file": "chart.png"},
    {"style": "table", "rows": [["Reef", "Mass"], ["North", "2.1 kg"]]},
    {"style": "Quote", "text": "There were plants."},
]


def document(blocks=BLOCKS, **properties):
    return word_file({"name": "kelp.docx", "blocks": blocks, "properties": properties})


def changed(data, **parts):
    """The package with parts replaced or added; underscores for slashes, dots as they are."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        kept = {name: old.read(name) for name in old.namelist()} | parts
        for name, content in kept.items():
            new.writestr(name, content)
    return held.getvalue()


def kinds(manuscript):
    return [piece.kind for piece in manuscript.pieces]


def test_headings_lists_tables_and_quotes_keep_their_kind():
    found = read(document(), "kelp.docx")
    levels = [(piece.level, piece.text) for piece in found.pieces if piece.kind == "heading"]
    assert levels[0] == (1, "Kelp and rock")
    assert "The road down" in [text for _, text in levels]
    assert {"list", "table", "quote", "figure"} <= set(kinds(found))
    grid = next(piece.grid for piece in found.pieces if piece.grid)
    assert ("North", "2.1 kg") in grid.rows


def test_a_footnote_stays_a_footnote():
    texts = [piece.text for piece in read(document(), "kelp.docx").pieces]
    assert any("**cracks**.[^" in text for text in texts)
    assert any(text.startswith("[^") and "All of them." in text for text in texts)


def test_an_image_comes_with_its_bytes_and_its_alternative_text():
    found = read(document(), "kelp.docx")
    figure = next(piece for piece in found.pieces if piece.kind == "figure")
    assert figure.label == "Mass against cover"
    assert found.images[figure.file].startswith(b"\x89PNG")


def test_properties_are_claims_of_the_file():
    found = read(document(title="Kelp", creator="A. Wren; B. Li", language="en-GB"), "kelp.docx")
    said = [(claim.side, claim.field, claim.value) for claim in found.claims]
    assert ("file", "title", "Kelp") in said
    assert [value for _, field, value in said if field == "author"] == ["A. Wren", "B. Li"]
    assert ("file", "language", "en-GB") in said


def test_the_day_a_file_was_made_is_no_day_of_publication():
    found = read(document(created="2023-08-02T09:00:00Z"), "kelp.docx")
    assert "published" not in [claim.field for claim in found.claims]


def test_comments_headers_and_deleted_words_are_left_over_not_lost():
    note = f'<w:comments {W}><w:comment w:id="0"><w:p><w:r><w:t>Check this.</w:t></w:r></w:p></w:comment></w:comments>'  # noqa: E501
    header = f"<w:hdr {W}><w:p><w:r><w:t>Draft three</w:t></w:r></w:p></w:hdr>"
    data = changed(document(), **{"word/comments.xml": note, "word/header1.xml": header})
    left = {(left.text, left.reason) for left in read(data, "kelp.docx").leftovers}
    assert ("Check this.", "comment") in left
    assert ("Draft three", "header or footer of the pages") in left


def test_what_a_tracked_change_deleted_is_left_over():
    body = (
        f"<w:document {W}><w:body><w:p><w:r><w:t>Kept.</w:t></w:r>"
        "<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p></w:body></w:document>"
    )
    found = read(changed(document(), **{"word/document.xml": body}), "kelp.docx")
    assert "Gone." in [left.text for left in found.leftovers]
    assert all("Gone." not in piece.plain for piece in found.pieces)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (b"PK\x03\x04 and nothing that goes on", "no Word file"),
        (b"plain words", "no Word file"),
        (changed(document(), **{"word/document.xml": b"<w:document"}), "no Word file"),
    ],
    ids=["an old or locked file", "half a zip", "no zip", "broken XML"],
)
def test_what_cannot_be_read_is_refused_in_words(data, why):
    with pytest.raises(UserError, match="kelp") as refused:
        read(data, "kelp.docx")
    assert why in str(refused.value)


def test_entities_are_refused():
    bomb = f'<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document {W}><w:body/></w:document>'
    with pytest.raises(UserError, match="entities"):
        read(changed(document(), **{"word/document.xml": bomb}), "kelp.docx")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr("palmetto_editor.intake.docx.MOST_BYTES", 1_000)
    with pytest.raises(UserError, match="too large"):
        read(document(), "kelp.docx")


@given(st.binary(max_size=300), st.integers(0, 2_000))
def test_damage_is_never_a_traceback(noise, at):
    data = document()
    with contextlib.suppress(UserError):
        read(data[:at] + noise + data[at + len(noise) :], "kelp.docx")
