"""Tallies of what was found, missed and wrongly found, field by field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from intake_shown import plain


@dataclass(slots=True)
class Tally:
    """`right` were found, `missed` were not, `wrong` were found and are not true."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    def recall(self) -> float | None:
        """Of what is true, the share that was found; None where there was nothing to find."""
        return _share(self.right, self.missed)

    def precision(self) -> float | None:
        """Of what was found, the share that is true; None where nothing was found."""
        return _share(self.right, self.wrong)


@dataclass(slots=True)
class Scores:
    """The tallies of one source, or of many, and a line on each miss: field, and what it was."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Scores) -> None:
        for name, tally in other.tallies.items():
            own = self.tallies[name]
            own.right += tally.right
            own.missed += tally.missed
            own.wrong += tally.wrong
        self.misses += other.misses

    def right(self, name: str, count: int = 1) -> None:
        self.tallies[name].right += count

    def missed(self, name: str, what: str, count: int = 1) -> None:
        self.tallies[name].missed += count
        self.misses.append((name, f"missed {what}"))

    def wrong(self, name: str, what: str, count: int = 1) -> None:
        self.tallies[name].wrong += count
        self.misses.append((name, f"wrong {what}"))

    def value(self, name: str, wanted: str, got: str, agrees: bool | None = None) -> None:
        """One value; `agrees` where it is not plain equality that counts."""
        if wanted and (plain(wanted) == plain(got) if agrees is None else agrees):
            self.right(name)
            return
        if wanted:
            self.missed(name, repr(wanted))
        if got:
            self.wrong(name, repr(got[:90]))

    def bag(self, name: str, wanted: Iterable[str], got: Iterable[str]) -> None:
        """Many values, in whatever order; each found one is used up."""
        rest = [plain(value) for value in got]
        for value in map(plain, wanted):
            if value in rest:
                rest.remove(value)
                self.right(name)
            else:
                self.missed(name, repr(value))
        for value in rest:
            self.wrong(name, repr(value[:90]))


def _share(right: int, rest: int) -> float | None:
    return right / (right + rest) if right + rest else None
