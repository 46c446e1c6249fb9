"""What citations cost: `bench_citing.py` formats 200 references and types a citation, prints JSON.

`entries`: seconds of each style for 200 works that it has not seen. `cited`: from a key of a
citation, in an article of 20,000 words with 80 references, to its picture.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench_article import article
from bench_keys import APART, WARM, Eye, cursor_in_the_middle, opened, wait
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from palmetto_editor.app import application
from palmetto_editor.references.styles.style import load, offered
from palmetto_editor.ui import style

WORKS, WORDS, CITATIONS = 200, 20_000, 6


def entries() -> list[float]:
    """Seconds for 200 entries in each style."""
    works = [
        replace(work, id=f"w{number}", title=f"{work.title} of {number}", volume=str(number))
        for number in range(WORKS)
        for work in article(WORDS).references[number % 80 :][:1]
    ]
    took = []
    for one in offered():
        chosen = load(one.id)
        started = perf_counter()
        for work in works:
            chosen.entry(work)
        took.append(perf_counter() - started)
    return took


def cited(home: Path) -> list[float]:
    """Seconds from each key of a citation to its picture; each citation in another paragraph.

    A key is cited as soon as it is whole, before the bracket is closed: then the works behind it
    may get other numbers. The list of references that opens would stand in the picture; it is
    kept as small as can be.
    """
    window = opened(WORDS, home)
    assert window.live is not None  # noqa: S101
    eye = Eye(window.live.page_view.room)
    took = []
    for number in range(CITATIONS):
        editor = cursor_in_the_middle(window, past=3 * number)
        window.findChild(QWidget, "citations").setMaximumSize(1, 1)
        wait(1_000)
        eye.rest()
        for place, key in enumerate(f"see [@ref{79 - 3 * number}]"):
            started = perf_counter()
            painted = eye.time(partial(QTest.keyClicks, editor, key))
            if place >= WARM and painted is not None:
                took.append(painted)
            wait(max(0, APART - int((perf_counter() - started) * 1000)))
    window.session.saved = window.session.article
    window.close()
    return took


def main() -> int:
    formatted = entries()
    app = application()
    style.apply(app, "light")
    with TemporaryDirectory() as home:
        painted = cited(Path(home))
    print(json.dumps({"entries": max(formatted), "cited": median(painted)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
