"""Record what pandoc's citeproc prints of the sixty works of the tests, in every style offered.

Entries of the list, and for the styles that cite by names a cite of each work on its own, then one
with pages. Works that pandoc would tell apart from another are not cited.

`python tools/pandoc_oracle.py PANDOC` writes `tests/golden/styles/<style>.json`, one a style:
the command, pandoc's version, and the HTML of each entry and cite by key. Pandoc is no dependency
of the project; PyPI's `pypandoc_binary` brings it into an environment of its own.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "references" / "styles")]

from items import ITEMS, SEASONS  # noqa: E402 - found by the line above

from palmetto_editor.references.styles.variables import csl_json  # noqa: E402 - the same

OPTIONS = ["--citeproc", "--from=markdown", "--to=html", "--wrap=none"]
COMMAND = "pandoc {} --csl=STYLE.csl --bibliography=ITEMS.json < 'nocite: @*'"
STYLE = "as shipped, with an empty cs:name where a cs:names has a label and no name"
_UNNAMED = re.compile(r"(<names [^>]*[^/]>\s*)(<label[^>]*/>\s*(?:</names>|<substitute>|<et-al))")
_NOTE = re.compile(r'<li id="fn\d+"><p>(.*?)<a href="#fnref', re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_WRAPPING = re.compile(r"</?(?:a|span)\b[^>]*>")
LIKE_OTHERS = {"same-year-first", "same-year-second", "seven-authors"}
KEPT = {"i", "b", "em", "strong", "sup", "sub"}


class Entries(HTMLParser):
    """The entries of pandoc's list, links and spans taken off, without their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[str, str] = {}
        self._key, self._depth, self._hidden = "", 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        identity, kind = named.get("id") or "", named.get("class") or ""
        if tag == "div":
            self._depth += 1
            if identity.startswith("ref-"):
                self._key, self._depth = identity.removeprefix("ref-"), 1
                self.entries[self._key] = ""
            elif kind == "csl-left-margin":
                self._hidden = self._depth
        elif self._key and tag in KEPT:
            self._add(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self._hidden = 0 if self._hidden == self._depth else self._hidden
            self._depth -= 1
            self._key = self._key if self._depth else ""
        elif self._key and tag in KEPT:
            self._add(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._add(data.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))

    def _add(self, text: str) -> None:
        if self._key and not self._hidden:
            self.entries[self._key] += text


def spelt_out(style: str) -> str:
    """The style with the empty `cs:name` written out where a `cs:names` has a label and no name.

    CSL 1.0.2 gives both the same meaning; pandoc 3.9 sets the label before the names in the second
    (", editorsLarkin T"), which is a fault of its own and not what is measured here.
    """
    return _UNNAMED.sub(r"\1<name/>\2", style)


def record(pandoc: str, style: Path, items: Path) -> dict[str, str]:
    """The HTML of each entry."""
    reader = Entries()
    reader.feed(run(pandoc, "---\nnocite: '@*'\n...\n", style, items))
    return {key: " ".join(text.split()) for key, text in sorted(reader.entries.items())}


def cites(pandoc: str, style: Path, items: Path) -> dict[str, list[str]]:
    """The HTML of each cite: in its first place alone, later with pages."""
    keys = [item.id for item in ITEMS if item.id not in LIKE_OTHERS]
    written = [f"[@{key}]" for key in keys] + [f"[@{key}, pp. 33-35]" for key in keys]
    page = run(pandoc, "\n\n".join(written), style, items, "--metadata=suppress-bibliography=true")
    found = _NOTE.findall(page) or _PARAGRAPH.findall(page)
    shown = [" ".join(_WRAPPING.sub("", html).split()) for html in found]
    return {key: [shown[i], shown[i + len(keys)]] for i, key in enumerate(keys)}


def run(pandoc: str, text: str, style: Path, items: Path, *more: str) -> str:
    files = [f"--csl={style}", f"--bibliography={items}"]
    made = subprocess.run(  # noqa: S603 - the program that the caller names
        [pandoc, *OPTIONS, *files, *more],
        input=text,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return made.stdout


def main(pandoc: str) -> None:
    told = subprocess.run(  # noqa: S603 - the program that the caller names
        [pandoc, "--version"], capture_output=True, check=True, encoding="utf-8"
    )
    version = told.stdout.splitlines()[0]
    golden = ROOT / "tests" / "golden" / "styles"
    golden.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        items = Path(folder, "items.json")
        items.write_text(json.dumps([csl_json(item) for item in ITEMS]), encoding="utf-8")
        seasons = Path(folder, "seasons.json")
        seasons.write_text(json.dumps([csl_json(item) for item in SEASONS]), encoding="utf-8")
        for shipped in sorted((ROOT / "resources" / "styles").glob("*.csl")):
            style = Path(folder, shipped.name)
            style.write_text(spelt_out(shipped.read_text("utf-8")), encoding="utf-8")
            made = {
                "command": COMMAND.format(" ".join(OPTIONS)),
                "version": version,
                "style": STYLE,
            }
            entries: dict[str, Any] = {"entries": record(pandoc, style, items)}
            if 'citation-format="numeric"' not in style.read_text("utf-8"):
                entries["cites"] = cites(pandoc, style, items)
            entries["seasons"] = record(pandoc, style, seasons)
            text = json.dumps(made | entries, ensure_ascii=False, indent=1)
            (golden / f"{style.stem}.json").write_text(text + "\n", encoding="utf-8")
            print(style.stem, {what: len(found) for what, found in entries.items()})


if __name__ == "__main__":
    main(sys.argv[1])
