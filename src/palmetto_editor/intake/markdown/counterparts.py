"""What our Markdown has for a shortcode of Hugo or a tag of Jekyll."""

from __future__ import annotations

import re
from collections.abc import Mapping

from palmetto_editor.intake.markdown import boxes
from palmetto_editor.model.naming import slug

Arguments = Mapping[str, str]

_ARGUMENT = re.compile(
    r"(?:(?P<key>[\w-]{1,60})\s*[=:]\s*)?"
    r"(?:\"(?P<two>[^\"]*)\"|'(?P<one>[^']*)'|`(?P<tick>[^`]*)`|(?P<bare>[^\s\"'`=,]+))"
)
_PATH = re.compile(r"[\"']([^\"']+)[\"']\s*(?:\|\s*(?:relative_url|absolute_url|url)\b.*)?")
_DATED = re.compile(r"^\d{4}-\d\d-\d\d-")
_ENDING = re.compile(r"\.(?:md|markdown|html?)$")
_PLAIN_BOXES = frozenset({"notice", "callout", "alert", "admonition", "hint", "box", "aside"})
_KINDS = frozenset(
    {"note", "tip", "info", "warning", "caution", "danger", "important", "success", "error",
     "example", "question"}
)  # fmt: skip
_PICTURES = frozenset({"figure", "image", "img", "picture", "responsive-image", "imgproc"})
_VIDEOS = {
    "youtube": "https://www.youtube.com/watch?v=",
    "vimeo": "https://vimeo.com/",
    "video": "",
}
_PAGES = frozenset({"ref", "relref", "link", "post_url"})
_AROUND = frozenset({"details", "expand", "highlight", "quote", "raw", "comment"})
SILENT = frozenset({"pagebreak", "br", "clear", "toc"})
VERBATIM = frozenset({"raw", "highlight", "comment"})


def arguments(text: str) -> dict[str, str]:
    """Named ones by their names, others by their numbers from 0."""
    found: dict[str, str] = {}
    count = 0
    for match in _ARGUMENT.finditer(text):
        values = (match["two"], match["one"], match["tick"], match["bare"])
        value = next(v for v in values if v is not None)
        if match["key"]:
            found.setdefault(match["key"], value)
        else:
            found[str(count)] = value
            count += 1
    return found


def is_known_around(name: str) -> bool:
    """Whether `paired` makes something of it."""
    return name in _AROUND or name in _KINDS or name in _PLAIN_BOXES


def paired(name: str, given: Arguments, inner: str) -> str:
    """A tag with what stands between it and its end; the inside alone where there is no such."""
    if name in ("details", "expand"):
        return boxes.details(_first(given, "summary", "title", "0"), inner)
    if name == "highlight":
        text = inner.strip("\n")
        fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", text)), default=0))
        return f"\n{fence}{given.get('0', '')}\n{text}\n{fence}\n"
    if name in _KINDS or name in _PLAIN_BOXES:
        kind, title = _box(name, given)
        return boxes.callout(kind, title, inner)
    return boxes.quote(inner) if name == "quote" else inner


def single(name: str, given: Arguments) -> str | None:
    """A tag that stands alone; None where our Markdown has nothing of the kind."""
    included = name == "include"
    base = _ENDING.sub("", (given.get("0", "") if included else name).rpartition("/")[2])
    own = {k: v for k, v in given.items() if not (included and k == "0")}
    if base in _PICTURES:
        source = _first(own, "src", "url", "image_path", "path", "file", "image", "0")
        caption = _first(own, "caption", "title")
        return picture(source, own.get("alt", ""), caption) if source else None
    if base in _VIDEOS:
        told = _first(own, "id", "video", "src", "1" if included else "0")
        return f"[Video]({_VIDEOS[base]}{told})" if told else None
    if name in _PAGES:
        last = re.split(r"[#?]", given.get("0", ""))[0].rstrip("/").rpartition("/")[2]
        page = _DATED.sub("", _ENDING.sub("", last))
        return f"article:{slug(page) or 'page'}"
    return None


def value(expression: str) -> str | None:
    """`"/a.png" | relative_url` is the path, the site's address nothing; None for other values."""
    path = _PATH.fullmatch(expression)
    if path:
        return path[1]
    return "" if re.fullmatch(r"site\.(?:baseurl|url)|page\.url", expression) else None


def picture(source: str, alt: str, caption: str) -> str:
    """An image of our Markdown."""
    words = alt.replace("[", "(").replace("]", ")")
    told = caption.replace('"', "”")
    target = f"<{source}>" if re.search(r"[\s()]", source) else source
    return f"![{words}]({target}" + (f' "{told}")' if told else ")")


def _box(name: str, given: Arguments) -> tuple[str, str]:
    kind = _first(given, "type", "kind", "level")
    first = given.get("0", "")
    title = _first(given, "title", "1")
    if not kind and first.casefold() in _KINDS:
        kind = first
    elif not title and first != kind:
        title = first
    return kind or (name if name in _KINDS else "note"), title


def _first(given: Arguments, *names: str) -> str:
    return next((given[name] for name in names if given.get(name)), "")
