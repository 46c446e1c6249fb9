"""`make intake-report`: how much of the pages of tests/intake/fixtures is found, field by field.

Prints recall and precision over all of them and writes the same table into docs/intake.md, whose
figures tests hold as a floor. `--misses` says which page missed what and writes nothing; names of
fixtures after it ask for these only.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # the fixtures, and how they are scored

from intake_fixtures import draft_of, fixtures  # noqa: E402 # found by the line above
from intake_scores import score  # noqa: E402 # the same
from intake_table import BEGIN, END, rows, table  # noqa: E402 # the same
from intake_tally import Scores  # noqa: E402 # the same

PAGE = ROOT / "docs" / "intake.md"


def main() -> int:
    asked = [name for name in sys.argv[1:] if not name.startswith("--")]
    found = {
        one.name: score(one.truth, draft_of(one))
        for one in fixtures()
        if not asked or one.name in asked
    }
    if "--misses" in sys.argv:
        _tell_misses(found)
        return 0
    total = Scores()
    for scores in found.values():
        total.add(scores)
    shown = table(rows(total))
    print(f"{len(found)} pages\n\n{shown}")
    if not asked:
        _record(shown)
    return 0


def _tell_misses(found: dict[str, Scores]) -> None:
    for name, scores in found.items():
        print(f"{name}: {len(scores.misses) or 'nothing'} to say")
        for field, what in scores.misses:
            print(f"    {field}: {what}")


def _record(shown: str) -> None:
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{shown}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
