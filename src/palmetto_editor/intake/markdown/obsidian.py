"""Obsidian's habits: `[[wikilinks]]`, `![[embeds]]`, `%% comments %%`, `==marks==`, `#tags`."""

from __future__ import annotations

import re

from palmetto_editor.intake.manuscript import Claim
from palmetto_editor.intake.markdown import prose
from palmetto_editor.intake.markdown.prose import Left
from palmetto_editor.model.naming import slug

_COMMENT = re.compile(r"%%(?P<text>(?:[^%]|%(?!%)){0,20000})%%")
_EMBED = re.compile(
    r"!\[\[(?P<file>[^\[\]|\n#^]{1,300})(?P<part>[#^][^\[\]|\n]{0,200})?(?:\|(?P<text>[^\[\]\n]{0,300}))?\]\]"
)
_LINK = re.compile(
    r"(?<!!)\[\[(?P<page>[^\[\]|\n#^]{0,300})(?:#(?P<part>[^\[\]|\n]{0,200}))?(?:\\?\|(?P<text>[^\[\]\n]{0,300}))?\]\]"
)
_MARK = re.compile(r"(?<![=\\])==(?=[^\s=])([^=\n]{1,1000})(?<=[^\s=])==(?!=)")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?)$", re.I)
_BLOCK_ID = re.compile(r"[ \t]+\^[A-Za-z0-9-]{1,60}[ \t]*$", re.M)
_TAG_LINE = re.compile(r"(?m)^[ \t]*(?:#[^\W\d][\w/-]{0,80}(?:[ \t,]+|$))+$\n?")
_TAG = re.compile(r"#([\w/-]+)")


def plain(body: str, left: Left) -> str:
    """The body with its habits as our Markdown has them."""

    def comment(match: re.Match[str]) -> str:
        left.put(match["text"], "a comment (%%)")
        return ""

    def embed(match: re.Match[str]) -> str:
        file, text = match["file"].strip(), (match["text"] or "").strip()
        if _PICTURE.search(file):
            alt = "" if re.fullmatch(r"\d+(?:x\d+)?", text) else text
            return f"![{alt}](<{file}>)" if " " in file else f"![{alt}]({file})"
        left.put(match[0], "another note that was embedded here")
        return f"[{text or file}](article:{_target(file)})"

    def tags(match: re.Match[str]) -> str:
        """A line of nothing but tags. Obsidian counts them with those of the front matter."""
        for tag in _TAG.findall(match[0]):
            claim = Claim(side="file", field="keyword", value=tag, origin="tags in the text")
            left.claims.append(claim)
        return ""

    def marks(text: str) -> str:
        text = prose.sub(_COMMENT, comment, text)
        text = prose.sub(_EMBED, embed, text)
        text = prose.sub(_LINK, _link, text)
        text = prose.sub(_MARK, lambda m: f"<mark>{m[1]}</mark>", text)
        return _BLOCK_ID.sub("", text)

    return prose.change(prose.change(body, marks), lambda text: _TAG_LINE.sub(tags, text))


def _link(match: re.Match[str]) -> str:
    page, part = match["page"].strip(), (match["part"] or "").strip()
    text = (match["text"] or "").strip() or (f"{page}: {part}" if page and part else page or part)
    if not text:
        return match[0]
    if not page:
        return f"[{text}](#{slug(part)})"
    return f"[{text}](article:{_target(page)})"


def _target(page: str) -> str:
    """The slug of a note by its name, the folder and the ending aside."""
    return slug(page.rpartition("/")[2].removesuffix(".md")) or "page"
