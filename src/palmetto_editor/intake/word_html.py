"""A Word file's body as HTML: mammoth's, with what it leaves to others put right."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any, NamedTuple

import mammoth

from palmetto_editor.errors import UserError

_MOST_IMAGE = 20_000_000
_QUOTES = ("Quote", "Intense Quote", "Block Text", "Quotations")
_CODE = ("Code", "Source Code", "HTML Preformatted", "Preformatted Text", "Code Block")
_CODE_RUNS = ("Code", "HTML Code", "Source Text", "Verbatim Char", "Code Char", "Inline Code")
_LISTS = {
    "List Bullet": "ul > li:fresh",
    "List Bullet 2": "ul|ol > li > ul > li:fresh",
    "List Bullet 3": "ul|ol > li > ul|ol > li > ul > li:fresh",
    "List Number": "ol > li:fresh",
    "List Number 2": "ul|ol > li > ol > li:fresh",
    "List Number 3": "ul|ol > li > ul|ol > li > ol > li:fresh",
}
_STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1.title:fresh",
        "p[style-name='Subtitle'] => p.subtitle:fresh",
        "p[style-name='Caption'] => p.caption:fresh",
        "p[style-name='Table Caption'] => p.caption:fresh",
        "p[style-name='Image Caption'] => p.caption:fresh",
        "p[style-name='Illustration'] => p.caption:fresh",
        "p[style-name='Abstract'] => p.abstract:fresh",
        "p[style-name='Author'] => p.author:fresh",
        "p[style-name='Date'] => p.date:fresh",
        "r[style-name='Emphasis'] => em",
        "r[style-name='Subtle Emphasis'] => em",
        "r[style-name='Intense Emphasis'] => em",
        "highlight => mark",
        *(f"p[style-name='{name}'] => blockquote > p:fresh" for name in _QUOTES),
        *(f"p[style-name='{name}'] => pre:separator('\\n')" for name in _CODE),
        *(f"r[style-name='{name}'] => code" for name in _CODE_RUNS),
        *(f"p[style-name='{name}'] => {path}" for name, path in _LISTS.items()),
    ]
)
# mammoth promises nothing for files that Word did not write: these are what it meets in them.
_FAILURES = (
    LookupError, ValueError, AttributeError, TypeError, OSError, RecursionError, AssertionError,
    zipfile.BadZipFile, NotImplementedError,
)  # fmt: skip
_INNER = r"[^<]*(?:<(?!/p>)[^<]*)*"
_CAPTION = rf'<p class="caption">(?P<words>{_INNER})</p>'
_ABOVE_TABLE = re.compile(rf"{_CAPTION}<table>")
_BELOW_PICTURE = re.compile(rf"<p>(?P<picture><img [^<>]*/>)</p>{_CAPTION}")
_HEADING = re.compile(
    r"<h1 class=\"title\">(?>(?:(?!</h1>).)*)</h1>|<(?P<end>/?)h(?P<level>[1-6])>", re.S
)
_UNWRAPPED = re.compile(rb"</?w:(?:fldSimple|bdo|dir)(?:\s[^<>]*)?(?<!/)>")


class Body(NamedTuple):
    """`images` by the names that the HTML has; `unseen` are pictures that were not in the file."""

    html: str
    images: dict[str, bytes]
    unseen: tuple[str, ...]


def convert(data: bytes, name: str) -> Body:
    """The body, footnotes and endnotes; the file was checked by `Package`."""
    images: dict[str, bytes] = {}
    unseen: list[str] = []

    def picture(image: Any) -> dict[str, str]:
        """The name of a picture. mammoth's image has no type."""
        ending = str(image.content_type or "").rpartition("/")[2].partition("+")[0].lower()
        file = f"image-{len(images) + 1}.{_ENDINGS.get(ending, ending) or 'png'}"
        try:
            with image.open() as opened:
                content = opened.read(_MOST_IMAGE + 1)
        except (LookupError, ValueError, OSError) as error:
            unseen.append(str(error))
            return {"src": file}
        if len(content) <= _MOST_IMAGE:
            images[file] = content
        else:
            unseen.append(file)
        return {"src": file}

    try:
        result = mammoth.convert_to_html(
            BytesIO(_unwrapped(data)),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(picture),
            include_embedded_style_map=False,
        )
    except _FAILURES:
        what = f"{name} cannot be read."
        remedy = "Open it in Word or LibreOffice and save it anew as .docx."
        raise UserError(what, "Its parts do not fit together.", remedy) from None
    unseen += [m.message for m in result.messages if "external image" in m.message]
    return Body(_tidied(str(result.value)), images, tuple(dict.fromkeys(unseen)))


_ENDINGS = {"jpeg": "jpg", "svg": "svg", "x-emf": "emf", "x-wmf": "wmf", "tiff": "tif"}


def _unwrapped(data: bytes) -> bytes:
    """The file with simple fields and direction marks opened: mammoth drops what is in them."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        document = archive.read("word/document.xml")
        bare = _UNWRAPPED.sub(b"", document)
        if bare == document:
            return data
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as copy:
            for part in dict.fromkeys(archive.namelist()):
                copy.writestr(part, bare if part == "word/document.xml" else archive.read(part))
    return out.getvalue()


def _tidied(html: str) -> str:
    html = _ABOVE_TABLE.sub(r"<table><caption>\g<words></caption>", html)
    html = _BELOW_PICTURE.sub(
        r"<figure>\g<picture><figcaption>\g<words></figcaption></figure>", html
    )
    if len(re.findall(r"<h1[ >]", html)) > 1:
        return _HEADING.sub(_lower, html)
    return html


def _lower(match: re.Match[str]) -> str:
    """Below a title, or where several stand highest, headings of the first level are sections."""
    if not match["level"]:
        return match[0]
    return f"<{match['end']}h{min(6, int(match['level']) + 1)}>"
