"""Word files, made by hand: a zip of the parts that Word would write."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import suppress

import pytest

from palmetto_editor.errors import UserError
from palmetto_editor.intake.docx import read
from palmetto_editor.intake.manuscript import Grid, Manuscript

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
_STYLES = (
    "Title Subtitle Quote Caption Code List_Bullet List_Bullet_2 List_Number heading_1 heading_2 "
    "heading_3"
)


def _word(body: str, *, links: str = "", **parts: str | bytes) -> bytes:
    """A .docx; `parts` are named without `.xml`, `__` standing for a slash."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name.replace("_", " ")}"/>'
        "</w:style>"
        for name in _STYLES.split()
    )
    held: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="png" ContentType="image/png"/></Types>'
        ),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_SPACES}>{styles}</w:styles>",
        "word/_rels/document.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{links}</Relationships>"
        ),
    }
    for name, content in parts.items():
        path = name.replace("__", "/")
        held[path if isinstance(content, bytes) else f"{path}.xml"] = content
    return _zip(held)


def _zip(parts: dict[str, str | bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _p(text: str = "", style: str = "", inner: str = "") -> str:
    layout = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{layout}{_run(text) if text else ''}{inner}</w:p>"


def _part(kind: str, inner: str) -> str:
    return f"<w:{kind} {_SPACES}>{inner}</w:{kind}>"


def _link(name: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"{more}/>'


def _read(body: str, **parts: str) -> Manuscript:
    return read(_word(body, **parts), "otters.docx")


def _blocks(manuscript: Manuscript) -> list[tuple[str, int, str]]:
    return [(piece.kind, piece.level, piece.text) for piece in manuscript.pieces]


def _left(manuscript: Manuscript) -> list[tuple[str, str]]:
    return [(left.text, left.reason) for left in manuscript.leftovers]


def test_the_title_is_the_headline_and_headings_stand_below_it():
    body = _p("Otters", "Title") + _p("Food", "heading_1") + _p("Fish", "heading_2") + _p("Eels.")
    assert _blocks(_read(body)) == [
        ("heading", 1, "Otters"),
        ("heading", 2, "Food"),
        ("heading", 3, "Fish"),
        ("paragraph", 0, "Eels."),
    ]


def test_one_heading_of_the_first_level_is_the_headline():
    body = _p("Otters", "heading_1") + _p("Food", "heading_2") + _p("Eels.")
    assert [level for _, level, _ in _blocks(_read(body))] == [1, 2, 0]


def test_several_headings_of_the_first_level_are_sections():
    body = _p("Food", "heading_1") + _p("Eels.") + _p("Dens", "heading_1") + _p("Roots.")
    assert [level for _, level, _ in _blocks(_read(body))] == [2, 0, 2, 0]


def test_the_look_of_words_stays():
    body = _p(inner=_run("Now ") + _run("bold", "<w:b/>") + _run(" and ") + _run("slant", "<w:i/>"))
    assert _blocks(_read(body)) == [("paragraph", 0, "Now **bold** and *slant*")]


def test_quotes_and_lists_are_known_by_their_styles():
    body = (
        _p("Said.", "Quote") + _p("a", "List_Bullet") + _p("b", "List_Bullet_2") + _p("So.")
        + _p("x", "List_Number") + _p("y", "List_Number")
    )  # fmt: skip
    assert [(kind, text) for kind, _, text in _blocks(_read(body))] == [
        ("quote", "> Said."),
        ("list", "- a\n  - b"),
        ("paragraph", "So."),
        ("list", "1. x\n2. y"),
    ]


def test_lines_of_code_are_one_block():
    (code,) = _read(_p("x = 1", "Code") + _p("y = 2", "Code")).pieces
    assert (code.kind, code.plain) == ("code", "x = 1\ny = 2")


def test_a_table_has_its_header_and_its_caption():
    def row(cells: str, header: str = "") -> str:
        inner = "".join(f"<w:tc>{_p(cell)}</w:tc>" for cell in cells)
        return f"<w:tr>{header}{inner}</w:tr>"

    header = row("ab", "<w:trPr><w:tblHeader/></w:trPr>")
    body = _p("Table 1. Fish", "Caption") + f"<w:tbl>{header}{row('12')}</w:tbl>"
    (table,) = _read(body).pieces
    assert table.grid == Grid(
        caption="Table 1. Fish", header=("a", "b"), rows=(("1", "2"),), align=table.grid.align
    )


def test_a_picture_comes_with_its_bytes_words_and_caption():
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="An otter"/><a:graphic>'
        '<a:graphicData uri="u"><pic:pic><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    body = _p(inner=drawing) + _p("At dusk", "Caption")
    data = _word(body, links=_link("rId1", "image", "media/a.png"), **{"word__media__a.png": _PNG})
    manuscript = read(data, "otters.docx")
    (figure,) = manuscript.pieces
    assert (figure.kind, figure.label, figure.caption) == ("figure", "An otter", "At dusk")
    assert manuscript.images == {figure.file: _PNG}


def test_a_picture_outside_the_file_is_never_fetched():
    picture = '<w:r><w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict></w:r>'
    blip = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/><a:graphic><a:graphicData uri="u">'
        '<pic:pic><pic:blipFill><a:blip r:link="rId1"/></pic:blipFill></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    links = _link("rId1", "image", "https://a.example/a.png", ' TargetMode="External"')
    manuscript = read(_word(_p("Text.", inner=blip), links=links), "otters.docx")
    assert any("https://a.example/a.png" in text for text, _ in _left(manuscript))
    assert not manuscript.images
    with pytest.raises(UserError):
        read(_word(_p("Text.", inner=picture)), "otters.docx")


def test_footnotes_and_endnotes_become_ours():
    body = _p(
        "Eels",
        inner='<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>',
    )
    manuscript = _read(
        body,
        word__footnotes=_part(
            "footnotes", f'<w:footnote w:id="2">{_p("By night.")}</w:footnote>'
            f'<w:footnote w:id="3">{_p("Never asked for.")}</w:footnote>'
        ),
        word__endnotes=_part("endnotes", f'<w:endnote w:id="2">{_p("In winter.")}</w:endnote>'),
    )  # fmt: skip
    assert [p.text for p in manuscript.pieces] == [
        "Eels[^1][^2]",
        "[^1]: By night.",
        "[^2]: In winter.",
    ]
    assert _left(manuscript) == [("Never asked for.", "a note that nothing refers to")]


def test_the_properties_are_claims_of_the_file():
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>On Otters</dc:title>'
        "<dc:creator>Ann Lee; Bo Ek</dc:creator><cp:keywords>otter, eel</cp:keywords>"
        "<dcterms:created>2024-01-02T03:04:05Z</dcterms:created><dc:language>en-GB</dc:language>"
        "<cp:lastModifiedBy>Cy</cp:lastModifiedBy><cp:revision>3</cp:revision></cp:coreProperties>"
    )
    manuscript = _read(_p("Text."), docProps__core=core)
    assert [(c.field, c.value) for c in manuscript.claims if c.side == "file"] == [
        ("title", "On Otters"),
        ("author", "Ann Lee"),
        ("author", "Bo Ek"),
        ("keyword", "otter"),
        ("keyword", "eel"),
        ("language", "en-GB"),
    ]
    assert [text for text, _ in _left(manuscript)] == [
        "created: 2024-01-02T03:04:05Z",
        "lastModifiedBy: Cy",
    ]


def test_a_program_is_no_author():
    core = '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>python-docx</dc:creator></p>'
    assert not _read(_p("Text."), docProps__core=core).claims


def test_comments_are_not_lost():
    comment = f'<w:comment w:id="0" w:author="Ann">{_p("Is it so?")}{_p("Check.")}</w:comment>'
    body = _p("Eels.", inner='<w:r><w:commentReference w:id="0"/></w:r>')
    manuscript = _read(body, word__comments=_part("comments", comment))
    assert [p.text for p in manuscript.pieces] == ["Eels."]
    assert _left(manuscript) == [("Is it so?\nCheck.", "a comment by Ann in the margin")]


def test_tracked_changes_are_accepted_and_deletions_kept_apart():
    body = _p(
        "Otters eat ",
        inner=f'<w:ins w:id="1">{_run("eels")}</w:ins>'
        '<w:del w:id="2"><w:r><w:delText>cake</w:delText></w:r></w:del>' + _run("."),
    )
    manuscript = _read(body)
    assert [p.text for p in manuscript.pieces] == ["Otters eat eels."]
    assert _left(manuscript) == [("cake", "deleted in a tracked change")]
    assert "tracked" in manuscript.mended[0].what


def test_headers_and_footers_are_left_over_once():
    manuscript = _read(
        _p("Text."),
        word__header1=_part("hdr", _p("Otter Review")),
        word__header2=_part("hdr", _p("Otter Review")),
        word__footer1=_part("ftr", _p("12")),
        word__footer2=_part("ftr", _p("Draft of May")),
    )
    assert _left(manuscript) == [
        ("Otter Review", "the header of the page"),
        ("Draft of May", "its footer"),
    ]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{_p('In a box.')}</w:txbxContent>"
    body = _p(
        "Beside.",
        inner=f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>",
    )
    manuscript = _read(body)
    assert sum(p.plain.count("In a box.") for p in manuscript.pieces) == 1
    assert _left(manuscript) == []


def test_a_text_box_that_only_new_programs_read_is_left_over():
    box = f"<w:txbxContent>{_p('In a box.')}</w:txbxContent>"
    choice = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice></mc:AlternateContent>'
    )
    manuscript = _read(_p("Beside.", inner=f"<w:r>{choice}</w:r>"))
    assert [text for text, _ in _left(manuscript)] == ["In a box."]


def test_the_words_of_a_field_stay_in_their_sentence():
    body = _p("See ", inner=f'<w:fldSimple w:instr="REF a">{_run("table 2")}</w:fldSimple>')
    assert [p.text for p in _read(body).pieces] == ["See table 2"]


def test_a_formula_is_left_over_with_its_sentence():
    body = _p("With ", inner="<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>" + _run(" it holds."))
    assert [text for text, _ in _left(_read(body))] == ["With a=b it holds."]


_BOMB = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is damaged"),
        (b"plain words", "is damaged"),
        (b"PK\x03\x04 and no more", "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "with a password"),
        (_zip({"word/other.xml": "<a/>"}), "is no Word file"),
        (_zip({"word/document.xml": "<w:document"}), "is damaged"),
        (_zip({"word/document.xml": f"{_BOMB}<w>&b;</w>"}), "declares entities"),
        (_zip({"word/document.xml": f"{_BOMB}<w>&b;</w>".encode("utf-16")}), "declares entities"),
        (_word(_p("a"), word__comments=f"{_BOMB}<a/>"), "declares entities"),
        (_word(_p("a"), word__styles="<a" + "<b>" * 9), "is damaged"),
        (_word("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000), "nest deeper"),
        (_word(_p('a</w:t></w:r><w:r><w:footnoteReference w:id="9"/></w:r><w:r><w:t>')), "cannot"),
        (_zip({"word/document.xml": " " * 21_000_000}), "too large"),
        (_word(_p("a"))[:-30], "is damaged"),
    ],
    ids=[
        "empty", "text", "cut", "old", "no document", "broken", "entities", "entities in UTF-16",
        "entities beside", "broken styles", "deep", "a note that is not there", "long", "no end",
    ],
)  # fmt: skip
def test_what_is_no_sound_word_file_is_refused_with_a_sentence(data, said):
    with pytest.raises(UserError, match=said):
        read(data, "otters.docx")


def test_a_file_that_unpacks_to_more_than_it_should_is_refused():
    data = bytearray(_word(_p("a"), **{"word__media__a.png": bytes(1000)}))
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/media/a.png"))
    data[entry + 24 : entry + 28] = struct.pack("<I", 2_000_000_000)
    with pytest.raises(UserError, match="too large"):
        read(bytes(data), "otters.docx")


def test_a_file_with_a_password_is_refused():
    data = bytearray(_word(_p("a")))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    with pytest.raises(UserError, match="password"):
        read(bytes(data), "otters.docx")


def test_damage_anywhere_gives_a_sentence_or_an_article():
    whole = _word(_p("Otters", "Title") + _p("Eels."), word__header1=_part("hdr", _p("Review")))
    for at in range(0, len(whole), 23):
        broken = whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]
        with suppress(UserError):
            assert read(broken, "otters.docx").pieces
