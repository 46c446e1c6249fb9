"""Record how pandoc's citeproc cites the works of the tests, in every style offered.

`python tools/pandoc_citations.py PANDOC` writes `tests/golden/citations.json`: the command,
pandoc's version, and by style the text of each case, which for a note style is that of its note.
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
    }
    text = json.dumps(record, ensure_ascii=False, indent=1)
    (ROOT / "tests/golden/citations.json").write_text(f"{text}\n", encoding="utf-8")


def _cited(pandoc: str, style: str) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        works = Path(folder) / "works.json"
        works.write_text(json.dumps([csl_json(one) for one in REFERENCES]), encoding="utf-8")
        csl = ROOT / f"resources/styles/{style}.csl"
        text = "\n\n".join(f"BEGIN {case} END" for case in CASES)
        command = [pandoc, *OPTIONS, f"--csl={csl}", f"--bibliography={works}"]
        html = subprocess.run(  # noqa: S603 # the same
            command, input=text, capture_output=True, text=True, check=True
        )
    shown = _PARAGRAPH.findall(html.stdout)
    notes = dict(_NOTE.findall(html.stdout))
    return dict(zip(CASES, (_text(one, notes) for one in shown), strict=True))


def _text(html: str, notes: dict[str, str]) -> str:
    mark = _MARK.search(html)
    if mark:
        html = notes[mark[1]]
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


if __name__ == "__main__":
    main(sys.argv[1])
