"""Checked: all that was found, and what of it the writer has dismissed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from palmetto_editor.checks.dismissals import by_place, dismissed_by
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.order import order
from palmetto_editor.model.values import Article, Dismissal


@dataclass(frozen=True, slots=True)
class Checked:
    """`findings` stand in the order of the page, and so do those `dismissed`, each with its reason.
    `stale` are the dismissals that apply to nothing any more.
    """

    findings: tuple[Finding, ...] = ()
    dismissed: tuple[tuple[Finding, Dismissal], ...] = ()
    stale: tuple[Dismissal, ...] = ()


def sorted_out(found: Iterable[Finding], article: Article) -> Checked:
    """What was found, once each, parted by the dismissals of the article."""
    known = by_place(article.dismissed)
    told, dismissed = [], []
    for finding in sorted(dict.fromkeys(found), key=order(article)):
        under = dismissed_by(article, finding, known)
        if under is None:
            told.append(finding)
        else:
            dismissed.append((finding, under))
    used = {under for _, under in dismissed}
    stale = tuple(one for one in article.dismissed if one not in used)
    return Checked(tuple(told), tuple(dismissed), stale)
