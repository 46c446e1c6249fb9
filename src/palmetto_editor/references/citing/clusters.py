"""One cluster of citations as HTML: sorted, grouped and collapsed as the style has it.

The behaviour is citeproc's as Pandoc shows it, but for three things, for the reader's sake: a
locator for which the style has no place stands behind the cite instead of nowhere, a narrative
cite of a numeric style names its author, and there "and" stands in the place of an ampersand
(APA 7, 8.17).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from palmetto_editor.references.cited_names import in_sentence
from palmetto_editor.references.citing.count import Cluster
from palmetto_editor.references.citing.numbered import numeric
from palmetto_editor.references.citing.pieces import FIRST, Stand
from palmetto_editor.references.citing.units import Shown, Unit, link, text_of, unit_of, unlinked
from palmetto_editor.references.citing.worded import worded
from palmetto_editor.references.citing.works import Works

__all__ = ["Shown", "shown"]


def shown(
    cluster: Cluster,
    occurrences: Sequence[int],
    works: Works | None,
    stands: Sequence[Stand] = (),
    *,
    in_note: bool = False,
) -> Shown:
    """The cluster; `occurrences` count its keys, 0 where no reference has one.

    For a note style it is the text of its note, or of the bracket `in_note`. Without `works`
    nothing is known.
    """
    if works is None or not any(occurrences):
        return _unknown(cluster)
    placed = stands or [FIRST] * len(cluster.cites)
    units = [
        unit_of(index, cite, occurrences[index], works, placed[index])
        for index, cite in enumerate(cluster.cites)
    ]
    if cluster.narrative and not units[0].suppress:
        return _narrative(units[0], works, in_note=in_note)
    if works.style.kind == "numeric":
        return numeric(units, works)
    return worded(units, works, in_note=in_note)


def _unknown(cluster: Cluster) -> Shown:
    """Where no reference has any of the keys they stand there as typed."""
    texts = [
        f"{cite.prefix}{' ' if cite.prefix else ''}?{cite.key}{', ' if cite.suffix else ''}"
        f"{cite.suffix}"
        for cite in cluster.cites
    ]
    html = f'<span class="citation-missing">[{text_of("; ".join(texts))}]</span>'
    return Shown(html, tuple(range(len(texts))))


def _narrative(unit: Unit, works: Works, *, in_note: bool = False) -> Shown:
    """A cite in running text: who it is by, and in brackets the rest."""
    if works.style.kind == "numeric":
        number = numeric([unit], works)
        who = in_sentence(works.known[unit.key])
        if not who:
            return number
        between = "" if number.raised else " "
        return Shown(f'{who}{between}<span class="cited">{number.html}</span>', (0,))
    known = works.known[unit.key]
    if works.style.kind == "note":
        who = in_sentence(known)
        rest = worded([unit._replace(suppress=bool(who))], works, in_note=in_note)
        return Shown(f"{who} {rest.html}".strip(), (0,)) if in_note else replace(rest, who=who)
    who = unlinked(works.cite(unit.key, "names")).replace(" &amp; ", " and ")
    if not who:
        return worded([unit], works)
    if not works.cite(unit.key, "rest", unit.locator, unit.stands) and not unit.after:
        return Shown(link(unit, who), (0,))
    rest = worded([unit._replace(suppress=True)], works)
    return Shown(f"{who} {rest.html}", (0,))
