"""The fault matrix: for every rule, how many planted faults it catches, and its false alarms.

`make fault-matrix` prints it: a row for each rule, a neighbour for each fault.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from faults.case import alarms, all_cases, caught  # below the path to the tests


def main() -> int:
    cases = all_cases()
    neighbours = [case for of_rule in cases.values() for case in of_rule]
    false = Counter(alarms(neighbours))
    missed = 0
    sys.stdout.write(f"{'rule':<40}{'caught':>10}{'false alarms':>16}\n")
    for rule in sorted({*cases, *false}):
        planted = cases.get(rule, ())
        met = sum(caught(rule, case, tuple(case.broken())) for case in planted)
        missed += len(planted) - met
        sys.stdout.write(f"{rule:<40}{f'{met} of {len(planted)}':>10}{false[rule]:>16}\n")
    counted = f"{len(cases)} rules, {len(neighbours)} faults and as many neighbours"
    sys.stdout.write(f"{counted}: {missed} missed, {false.total()} false alarms\n")
    return 1 if missed or false else 0


if __name__ == "__main__":
    sys.exit(main())
