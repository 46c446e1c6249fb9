"""Every rule, and `find`, which asks them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from palmetto_editor.intake.disagree import (
    addresses,
    cited,
    evidence,
    faq,
    heads,
    itself,
    links,
    people,
    trail,
    when,
)
from palmetto_editor.intake.disagree.sides import Sides
from palmetto_editor.intake.draft import Disagreement, Draft

Rule = Callable[[Sides], Iterator[Disagreement]]

RULES: tuple[Rule, ...] = (
    heads.headline,
    heads.title,
    heads.description,
    people.authors,
    people.kinds,
    people.unseen_authors,
    people.unseen_reviewers,
    when.differ,
    when.before,
    when.bare_year,
    when.free_text,
    addresses.canonical,
    addresses.image,
    addresses.language,
    trail.breadcrumbs,
    faq.compare,
    itself.prose_in_markup,
    itself.broken,
    itself.visible,
    itself.ratings,
    evidence.preclinical,
    itself.empty_headings,
    itself.marks,
    links.two_titles,
    links.two_targets,
    cited.uncited,
    cited.no_identifier,
)


def find(draft: Draft) -> tuple[Disagreement, ...]:
    """All that the source says against itself, in the order of the rules; `draft.disagreements`
    is not looked at.
    """
    sides = Sides(draft)
    return tuple(found for rule in RULES for found in rule(sides))
