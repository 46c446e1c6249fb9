"""What the list shows: findings in groups, and below them what the writer let stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Dismissal
from palmetto_editor.ui.problems.names import TITLES, Names
from palmetto_editor.ui.severities import GRAVITY, NAMES

if TYPE_CHECKING:  # the checks come after the first paint
    from palmetto_editor.checks.checked import Checked
    from palmetto_editor.checks.finding import Finding

By = Literal["severity", "part"]
DISMISSED, STALE = "dismissed", "stale"
MOST = 300  # rows of a group: the filter reaches the others
_PARTS = list(TITLES)


@dataclass(frozen=True, slots=True)
class Row:
    """A finding; one with its dismissal; or a dismissal that fits nothing any more."""

    finding: Finding | None
    dismissal: Dismissal | None = None

    @property
    def place(self) -> Place | None:
        if self.finding is not None:
            return self.finding.place
        try:
            return Place.parse(self.dismissal.place) if self.dismissal else None
        except ValueError:
            return None

    @property
    def rule(self) -> str:
        if self.finding is not None:
            return self.finding.rule
        return self.dismissal.rule if self.dismissal else ""

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the same row as one before: where exactly in a text does not."""
        finding = self.finding
        if finding is None:
            return self.rule, None, self.dismissal
        place = finding.place
        where = (place.part, place.item, place.field)
        return self.rule, (finding.message, finding.severity, where), self.dismissal

    def says(self, names: Names) -> str:
        """The sentence of the row."""
        reason = f"“{self.dismissal.reason}”" if self.dismissal else ""
        if self.finding is None:
            where = names.of(self.place) if self.place else ""
            return f"{reason} · {self.rule}, {where}" if where else f"{reason} · {self.rule}"
        return f"{reason} · {self.finding.message}" if reason else self.finding.message

    def fits(self, asked: Iterable[str], names: Names) -> bool:
        """Whether each of the words asked for (in small letters) is somewhere in it."""
        where = names.of(self.place) if self.place else ""
        severity = self.finding.severity if self.finding else ""
        text = f"{self.says(names)}\n{self.rule}\n{where}\n{severity}".casefold()
        return all(word in text for word in asked)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading; `hidden` is how many more there are that are not listed."""

    key: str
    title: str
    rows: tuple[Row, ...]
    hidden: int = 0


def groups(
    found: Iterable[Finding], checked: Checked, by: By, asked: str, names: Names
) -> tuple[Group, ...]:
    """The groups that have rows: what was found, in its order, then what the writer let stand."""
    words = asked.casefold().split()
    rows = [Row(finding) for finding in found]
    dismissed = [Row(finding, dismissal) for finding, dismissal in checked.dismissed]
    stale = [Row(None, dismissal) for dismissal in checked.stale]
    kept = [row for row in rows if not words or row.fits(words, names)]
    sorted_ = _by_severity(kept) if by == "severity" else _by_part(kept)
    told = [
        (DISMISSED, "Dismissed, with your reason", dismissed),
        (STALE, "Dismissed, and found no more", stale),
    ]
    let_stand = ((key, title, [r for r in rs if r.fits(words, names)]) for key, title, rs in told)
    return tuple(
        Group(key, f"{title}  {len(inside)}", tuple(inside[:MOST]), max(0, len(inside) - MOST))
        for key, title, inside in (*sorted_, *let_stand)
        if inside
    )


def _by_severity(rows: list[Row]) -> Iterator[tuple[str, str, list[Row]]]:
    for severity in GRAVITY:
        title = "Advice" if severity == "advice" else NAMES[severity][1].capitalize()
        found = [row for row in rows if row.finding and row.finding.severity == severity]
        yield f"severity {severity}", title, found


def _by_part(rows: list[Row]) -> Iterator[tuple[str, str, list[Row]]]:
    """In the order of the list of parts; within a part the gravest first."""
    found: dict[str, list[Row]] = {part: [] for part in _PARTS}
    for row in rows:
        if row.finding is not None:
            found.setdefault(row.finding.place.part, []).append(row)
    for part, inside in found.items():
        inside.sort(key=_gravity)
        yield f"part {part}", TITLES.get(part, part), inside


def _gravity(row: Row) -> int:
    return GRAVITY[row.finding.severity] if row.finding else len(GRAVITY)
