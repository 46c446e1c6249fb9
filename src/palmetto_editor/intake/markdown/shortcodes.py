"""Hugo's shortcodes, and the tags of Jekyll and Eleventy, as our Markdown has them, or left over.

Read from left to right in one pass; a tag that opens and is closed further on keeps what stands in
between. What has no counterpart keeps its inside and is named among the leftovers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from palmetto_editor.intake.markdown import prose
from palmetto_editor.intake.markdown.prose import Left
from palmetto_editor.model.naming import slug

_TAG = re.compile(
    r"\{\{(?P<sign>[<%])(?!/\*)\s*(?P<shut>/?)\s*(?P<name>[\w./-]{1,60})"
    r"(?P<rest>(?:\"[^\"\n]{0,2000}\"|'[^'\n]{0,2000}'|`[^`\n]{0,2000}`|[^\"'`\n<>%{}]){0,80})[>%]\}\}"
    r"|\{%-?\s*(?P<liquid>[\w-]{1,40})(?P<liquid_rest>(?:\"[^\"\n]{0,2000}\"|'[^'\n]{0,2000}'|[^%\"'\n]){0,300})-?%\}"
    r"|\{\{-?\s*(?P<value>(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|[^{}\"'\n<%]){1,200})-?\}\}"
)
_ARGUMENT = re.compile(
    r"(?:(?P<key>[\w-]{1,60})\s*[=:]\s*)?(?:\"(?P<two>[^\"]*)\"|'(?P<one>[^']*)'|`(?P<tick>[^`]*)`|(?P<bare>[^\s\"'=,]+))"
)
_COMMENT = re.compile(r"<!--(?P<text>(?:[^-]|-(?!->)){0,20000})-->")
_CONTENTS = re.compile(r"(?m)^[ \t]*(?:[*+-]|1\.)[^\n]{0,80}\n[ \t]*\{:toc[^}\n]{0,100}\}[ \t]*$")
_ATTRIBUTES = re.compile(r"(?m)^[ \t]*\{:[^}\n]{0,300}\}[ \t]*\n?|(?<=\S)\{:[^}\n]{0,300}\}")
_HEADING_ID = re.compile(r"(?m)^(?P<head>#{1,6}[^\n]*?\S)[ \t]*\{[#.-][^{}\n]{0,200}\}[ \t]*$")
_IMAGE_ATTRIBUTES = re.compile(
    r"(?P<image>!\[(?P<alt>[^\[\]\n]{0,500})\]\((?P<target>[^()\s]{1,500})(?:\s+\"[^\"\n]{0,300}\")?\))"
    r"\{(?P<attributes>[^{}\n]{0,500})\}"
)
_MORE = frozenset({"more", "excerpt", "end_excerpt", "truncate"})
_BOXES = frozenset(
    {"notice", "callout", "alert", "admonition", "hint", "note", "tip", "info", "warning",
     "caution", "danger", "important", "box", "aside", "success", "error", "example", "question"}
)  # fmt: skip
_KINDS = _BOXES - {"notice", "callout", "alert", "admonition", "hint", "box", "aside"}
_VIDEOS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "video": "{}",
}
_SILENT = frozenset({"raw", "endraw", "pagebreak", "br", "clear", "toc"})


class _Open(NamedTuple):
    """A tag that waits for its end: where what it holds begins among the output."""

    name: str
    arguments: Mapping[str, str]
    at: int


def plain(body: str, left: Left) -> str:
    """The body without shortcodes, tags, comments and attribute lists."""
    body = prose.change(body, lambda text: prose.sub(_COMMENT, lambda m: _comment(m, left), text))
    return prose.change(_expanded(body, left), _without_attributes)


def _comment(match: re.Match[str], left: Left) -> str:
    words = match["text"].strip()
    if words.casefold() not in _MORE:
        left.put(words, "a comment in the source")
    return ""


def _without_attributes(text: str) -> str:
    text = _CONTENTS.sub("", text)
    text = prose.sub(_IMAGE_ATTRIBUTES, _attributed, text)
    text = prose.sub(_HEADING_ID, lambda m: m["head"], text)
    return prose.sub(_ATTRIBUTES, lambda _: "", text)


def _attributed(match: re.Match[str]) -> str:
    """Pandoc's picture: the words in brackets are its caption where `fig-alt` tells another."""
    alt = _arguments(match["attributes"]).get("fig-alt", "")
    if not alt:
        return match["image"]
    return _picture(match["target"], alt, match["alt"])


def _expanded(body: str, left: Left) -> str:
    """One pass over the tags. Fenced code is kept, but for Hugo's own `{{</* … */>}}` escape."""
    out: list[str] = []
    waiting: list[_Open] = []
    shut = _closed_names(body)
    for part in prose.parts(body):
        if part.code:
            out.append(part.text)
            continue
        at = 0
        for match in _tags(part.text):
            out.append(part.text[at : match.start()])
            at = match.end()
            _tag(match, out, waiting, shut, left)
        out.append(part.text[at:])
    return "".join(out)


def _tags(text: str) -> Iterator[re.Match[str]]:
    """The tags outside of code within lines."""
    spans = [(m.start(), m.end()) for m in prose.CODE_SPAN.finditer(text)]
    index = 0
    for match in _TAG.finditer(text):
        while index < len(spans) and spans[index][1] <= match.start():
            index += 1
        if index == len(spans) or not spans[index][0] < match.start():
            yield match


def _closed_names(body: str) -> set[str]:
    names = {m["name"] for m in _TAG.finditer(body) if m["shut"]}
    return names | {
        m["liquid"][3:] for m in _TAG.finditer(body) if (m["liquid"] or "")[:3] == "end"
    }


def _tag(
    match: re.Match[str], out: list[str], waiting: list[_Open], shut: set[str], left: Left
) -> None:
    if match["value"] is not None:
        out.append(_value(match["value"].strip(), match[0], left))
        return
    liquid = match["liquid"]
    name = liquid or match["name"]
    closes = match["shut"] or (liquid and liquid.startswith("end"))
    if closes:
        _close(name.removeprefix("end") if liquid else name, out, waiting)
        return
    arguments = _arguments(match["liquid_rest"] if liquid else match["rest"].rstrip("/ "))
    if name in shut and not match["rest"].rstrip().endswith("/") if match["rest"] else name in shut:
        waiting.append(_Open(name, arguments, len(out)))
        if not _has_home(name):
            left.put(match[0], "a shortcode around a part of the text")
        return
    made = _single(name, arguments)
    if made is None and name not in _SILENT:
        left.put(match[0], "a shortcode that this editor does not have")
    out.append(made or "")


def _close(name: str, out: list[str], waiting: list[_Open]) -> None:
    """What stands since the tag was opened becomes what the tag makes of it."""
    index = next((i for i in range(len(waiting) - 1, -1, -1) if waiting[i].name == name), -1)
    if index < 0:
        return
    opened = waiting[index]
    del waiting[index:]
    inner = "".join(out[opened.at :])
    del out[opened.at :]
    out.append(_paired(opened, inner))


def _has_home(name: str) -> bool:
    return name in _BOXES | {"details", "highlight", "expand", "comment", "quote", "raw", "figure"}


def _paired(opened: _Open, inner: str) -> str:
    name, arguments = opened.name, opened.arguments
    if name in ("details", "expand"):
        title = arguments.get("summary") or arguments.get("title") or arguments.get("0", "")
        return f"\n<details>\n<summary>{title}</summary>\n\n{inner.strip()}\n\n</details>\n"
    if name == "highlight":
        return f"\n```{arguments.get('0', '')}\n{inner.strip(chr(10))}\n```\n"
    if name in _BOXES:
        return box(*_box_name(name, arguments), inner)
    if name == "quote":
        return _quoted(inner.strip())
    return inner


def _box_name(name: str, arguments: Mapping[str, str]) -> tuple[str, str]:
    kind = arguments.get("type") or arguments.get("kind") or arguments.get("level") or ""
    first = arguments.get("0", "")
    title = arguments.get("title") or arguments.get("1", "")
    if not kind and first.casefold() in _KINDS:
        kind = first
    elif not title and first and first != kind:
        title = first
    return kind or (name if name in _KINDS else "note"), title


def box(kind: str, title: str, inner: str) -> str:
    """A callout of our Markdown."""
    first = f"[!{kind.upper()}]" + (f" {' '.join(title.split())}" if title else "")
    return _quoted(f"{first}\n{inner.strip()}")


def _quoted(text: str) -> str:
    rows = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    return f"\n\n{rows}\n\n"


def _single(name: str, arguments: Mapping[str, str]) -> str | None:
    base = name.rpartition("/")[2].removesuffix(".html").removesuffix(".liquid")
    if name == "include":
        file = arguments.get("0", "")
        base = file.rpartition("/")[2].removesuffix(".html").removesuffix(".liquid")
    if base in ("figure", "image", "img", "picture", "responsive-image", "imgproc"):
        source = next(
            (
                arguments[k]
                for k in ("src", "url", "image_path", "path", "file", "image", "0")
                if k in arguments and not arguments[k].endswith(".html")
            ),
            "",
        )
        return (
            _picture(
                source,
                arguments.get("alt", ""),
                arguments.get("caption") or arguments.get("title", ""),
            )
            if source
            else None
        )
    if base in _VIDEOS:
        told = (
            arguments.get("id")
            or arguments.get("video")
            or arguments.get("src")
            or arguments.get("1" if name == "include" else "0", "")
        )
        return f"[Video]({_VIDEOS[base].format(told)})" if told else None
    if name in ("ref", "relref", "link", "post_url"):
        page = re.sub(
            r"^\d{4}-\d\d-\d\d-",
            "",
            re.split(r"[#?]", arguments.get("0", ""))[0].rstrip("/").rpartition("/")[2],
        )
        return f"article:{slug(re.sub(r'[.](?:md|markdown|html)$', '', page)) or 'page'}"
    return None


def _picture(source: str, alt: str, caption: str) -> str:
    words = alt.replace("[", "(").replace("]", ")")
    title = f' "{caption.replace(chr(34), "”")}"' if caption else ""
    target = f"<{source}>" if re.search(r"[\s()]", source) else source
    return f"![{words}]({target}{title})"


def _value(expression: str, whole: str, left: Left) -> str:
    """`{{ "/a.png" | relative_url }}` is the path; the site's address before one is nothing."""
    path = re.match(
        r"[\"']([^\"']+)[\"']\s*(?:\|\s*(?:relative_url|absolute_url|url)\b.*)?$", expression
    )
    if path:
        return path[1]
    if re.fullmatch(r"site\.(?:baseurl|url)|page\.url", expression):
        return ""
    left.put(whole, "a value that the site would have filled in")
    return ""


def _arguments(text: str | None) -> dict[str, str]:
    """Named ones by their name, others by their number from 0."""
    found: dict[str, str] = {}
    count = 0
    for match in _ARGUMENT.finditer(text or ""):
        value = next(
            v for v in (match["two"], match["one"], match["tick"], match["bare"]) if v is not None
        )
        if match["key"]:
            found.setdefault(match["key"], value)
        else:
            found[str(count)] = value
            count += 1
    return found
