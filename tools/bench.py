"""`make bench`: how long a key and a start take, beside what they would take otherwise.

Each figure is the median over several processes, run in turn so that a busy moment of the machine
falls on all of them. `bench_keys` says what "painted" means.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

TOOLS = Path(__file__).resolve().parent
ROUNDS = 3
STARTS = 11
SIZES = {2_000: 5, 20_000: 20, 100_000: 40}  # words, and how many times faster than setHtml
FRAME = 1 / 60  # s: a key at 20,000 words is painted within one
FRAME_AT = 20_000
FORMATTED = 1.0  # s: 200 references in any style
RECHECKED = 0.05  # s of work: the checks after one edited block
STALL = 100  # ms: as long as the window may stand still
SLOWER = 1.3  # our first paint, at most so many times that of a bare window
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
sys.exit(app.exec())
"""


def keys() -> dict[int, dict[str, float]]:
    """Median seconds for each size: from a key to its page, to its picture; from setHtml."""
    collected: dict[int, dict[str, list[float]]] = {words: {} for words in SIZES}
    for _ in range(ROUNDS):
        for words, into in collected.items():
            for name, values in _measured(words).items():
                into.setdefault(name, []).extend(values)
    return {
        words: {name: median(values) for name, values in measured.items()}
        for words, measured in collected.items()
    }


def _measured(words: int) -> dict[str, list[float]]:
    return _told("bench_keys.py", str(words))


def _told(*command: str) -> dict[str, Any]:
    """What a program beside this one prints as its last line."""
    whole = [sys.executable, str(TOOLS / command[0]), *command[1:]]
    done = subprocess.run(whole, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def stalls() -> dict[str, float]:
    """Median milliseconds that the window stands still while each hostile body is pasted."""
    rounds = [_told("bench_stalls.py") for _ in range(ROUNDS)]
    return {name: median(one[name] for one in rounds) for name in rounds[0]}


def citing() -> dict[str, float]:
    """Median seconds of `bench_citing`: 200 entries in the slowest style; a citation's picture."""
    rounds = [_told("bench_citing.py") for _ in range(ROUNDS)]
    return {name: median(one[name] for one in rounds) for name in rounds[0]}


def checks() -> dict[str, float]:
    """Median seconds of the thread that checks an article, first and after one edited block."""
    rounds = [_told("bench_checks.py", str(FRAME_AT)) for _ in range(ROUNDS)]
    again = [seconds for one in rounds for seconds in one["again"]]
    return {"first": median(one["first"] for one in rounds), "again": median(again)}


def starts() -> dict[str, float]:
    """Median seconds from start to end of processes that end with a paint.

    `bare` paints a bare window, `window` ours with nothing in it yet, `forms` ours with its forms.
    """
    ours = [sys.executable, "-m", "palmetto_editor"]
    commands = {
        "bare": [sys.executable, "-c", BARE],
        "window": [*ours, "--exit-after=window"],
        "forms": [*ours, "--exit-after=forms"],
    }
    # Compiled modules are kept, as they are where the program is installed.
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    took: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(STARTS + 1):
        for name, command in commands.items():
            start = perf_counter()
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=env)  # noqa: S603
            if number:  # the first ones fill the disk's cache
                took[name].append(perf_counter() - start)
    return {name: median(values) for name, values in took.items()}


def _row(*cells: str) -> None:
    print("".join(f"{cell:<40}" if n == 0 else f"{cell:>15}" for n, cell in enumerate(cells)))


def _verdict(met: bool) -> str:
    return "met" if met else "NOT MET"


def main() -> int:
    measured = keys()
    _row("words", "page built", "painted", "anew, painted", "times faster", "target", "")
    for words, figures in measured.items():
        anew = figures["set_html"]
        times = anew / figures["painted"]
        _row(
            f"{words:,}",
            f"{figures['built'] * 1000:.1f} ms",
            f"{figures['painted'] * 1000:.1f} ms",
            f"{anew * 1000:.0f} ms",
            f"{times:.1f}",
            f">= {SIZES[words]}",
            _verdict(times >= SIZES[words]),
        )
    painted = measured[FRAME_AT]["painted"]
    _row(f"one frame at {FRAME_AT:,}", "", f"{painted * 1000:.1f} ms", "", "",
         f"<= {FRAME * 1000:.1f} ms", _verdict(painted <= FRAME))  # fmt: skip
    cited = citing()
    _row(f"a citation at {FRAME_AT:,}", "", f"{cited['cited'] * 1000:.1f} ms", "", "",
         f"<= {FRAME * 1000:.1f} ms", _verdict(cited["cited"] <= FRAME))  # fmt: skip
    _row("200 references formatted", "", f"{cited['entries'] * 1000:.0f} ms", "", "",
         f"<= {FORMATTED * 1000:.0f} ms", _verdict(cited["entries"] <= FORMATTED))  # fmt: skip
    checked = checks()
    _row(f"rechecked at {FRAME_AT:,}", f"first {checked['first'] * 1000:.0f} ms",
         f"{checked['again'] * 1000:.1f} ms", "", "", f"<= {RECHECKED * 1000:.0f} ms",
         _verdict(checked["again"] <= RECHECKED))  # fmt: skip
    started = starts()
    bare = started["bare"]
    _row("first paint", f"bare {bare * 1000:.0f} ms", f"ours {started['window'] * 1000:.0f} ms", "",
         f"{started['window'] / bare:.2f}", f"<= {SLOWER}",
         _verdict(started["window"] / bare <= SLOWER))  # fmt: skip
    _row("forms painted", "", f"{started['forms'] * 1000:.0f} ms", "",
         f"{started['forms'] / bare:.2f}", "", "")  # fmt: skip
    for name, longest in stalls().items():
        _row(f"pasted: {name}", "", f"{longest:.0f} ms", "", "", f"<= {STALL} ms",
             _verdict(longest <= STALL))  # fmt: skip
    print("\nMedians. Pasted: how long the window stands still at most.")
    print("Anew: everything rendered, the page assembled, setHtml, loaded and painted.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
