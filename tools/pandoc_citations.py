"""Record how pandoc's citeproc cites the works of the tests, in every style offered.

`python tools/pandoc_citations.py PANDOC` writes `tests/golden/citations.json`: the command,
pandoc's version, and by style the text of each case, which for a note style is that of its note;
under `notes` the notes of a text in which they look back, under `words` locators by language.
Pandoc is no dependency of the project; PyPI's `pypandoc_binary` brings it into an environment of
its own.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from palmetto_editor.references.styles.style import offered  # noqa: E402 - found by the line above
from palmetto_editor.references.styles.variables import csl_json  # noqa: E402 - the same
from references.citing.cases import CASES  # noqa: E402 - the same
from references.citing.cited_works import REFERENCES  # noqa: E402 - the same
from references.citing.noted import TEXT, WORDS  # noqa: E402 - the same

LOOKING_BACK = ("notes", "chicago-notes-bibliography")
SPEAKING = "chicago-author-date"  # it has no language of its own
OPTIONS = ["--citeproc", "--from=markdown", "--to=html", "--wrap=none"]
_PARAGRAPH = re.compile(r"<p>BEGIN\s*(.*?)\s*END</p>", re.DOTALL)
_NOTE = re.compile(r'<li id="fn(\d+)"><p>(.*?)<a href="#fnref', re.DOTALL)
_MARK = re.compile(r'<a [^>]*id="fnref(\d+)".*?</a>', re.DOTALL)


def main(pandoc: str) -> None:
    version = subprocess.run(  # noqa: S603 # the pandoc that whoever runs this names
        [pandoc, "--version"], capture_output=True, text=True, check=True
    )
    found = {style.id: _cited(pandoc, style.id) for style in offered()}
    record = {
        "command": f"pandoc {' '.join(OPTIONS)} --csl=STYLE.csl --bibliography=WORKS.json",
        "version": version.stdout.partition("\n")[0],
        "styles": found,
        "notes": {style: _notes(pandoc, style) for style in LOOKING_BACK},
        "words": {language: _words(pandoc, language) for language in WORDS},
    }
    text = json.dumps(record, ensure_ascii=False, indent=1)
    (ROOT / "tests/golden/citations.json").write_text(f"{text}\n", encoding="utf-8")


def _cited(pandoc: str, style: str) -> dict[str, str]:
    html = _html(pandoc, style, "\n\n".join(f"BEGIN {case} END" for case in CASES))
    shown = _PARAGRAPH.findall(html)
    notes = dict(_NOTE.findall(html))
    return dict(zip(CASES, (_text(one, notes) for one in shown), strict=True))


def _notes(pandoc: str, style: str) -> list[str]:
    return [_text(note, {}) for _, note in _NOTE.findall(_html(pandoc, style, TEXT))]


def _words(pandoc: str, language: str) -> dict[str, str]:
    """What each suffix comes to behind one work in a style that speaks every language."""
    words = WORDS[language]
    text = "\n\n".join(f"BEGIN [@a, {suffix}] END" for suffix in words)
    html = _html(pandoc, SPEAKING, text, f"--metadata=lang={language}")
    return dict(zip(words, map(_bare, _PARAGRAPH.findall(html)), strict=True))


def _html(pandoc: str, style: str, text: str, *more: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        works = Path(folder) / "works.json"
        works.write_text(json.dumps([csl_json(one) for one in REFERENCES]), encoding="utf-8")
        shipped = ROOT / f"resources/styles/{style}.csl"
        csl = shipped if shipped.exists() else ROOT / f"tests/references/citing/{style}.csl"
        command = [pandoc, *OPTIONS, f"--csl={csl}", f"--bibliography={works}", *more]
        made = subprocess.run(  # noqa: S603 # the same
            command, input=text, capture_output=True, text=True, check=True
        )
    return made.stdout


def _text(html: str, notes: dict[str, str]) -> str:
    mark = _MARK.search(html)
    if mark:
        html = notes[mark[1]]
    return _bare(html)


def _bare(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


if __name__ == "__main__":
    main(sys.argv[1])
