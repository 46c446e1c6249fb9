"""The rule for breadcrumbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palmetto_editor.intake.disagree.sides import Sides, metadata, take
from palmetto_editor.intake.disagree.words import flat, key
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.model.edits import Edit

_START = frozenset({"home", "homepage", "start", "startseite", "accueil", "inicio", "front page"})


def breadcrumbs(sides: Sides) -> Iterator[Disagreement]:
    """The trail that readers see against the one marked up. A start or an end that only one of the
    two names is no difference.
    """
    page = [flat(claim.value) for claim in sides.of("page", "breadcrumb")]
    markup = [flat(claim.value) for claim in sides.of("markup", "breadcrumb")]
    one, other = _middle(sides, page), _middle(sides, markup)
    if not page or not markup or [*map(key, one)] == [*map(key, other)]:
        return
    shown, marked = " › ".join(page), " › ".join(markup)
    yield Disagreement(
        rule="intake.breadcrumbs",
        severity="warning",
        place=metadata("section"),
        page=shown,
        markup=marked,
        message=f"The page’s trail is “{shown}”, the markup’s “{marked}”.",
        page_edit=_section(one, "page"),
        markup_edit=_section(other, "markup"),
    )


def _middle(sides: Sides, trail: Sequence[str]) -> list[str]:
    """The steps between the start and the article itself."""
    steps = list(trail)
    if steps and (key(steps[0]) in _START or sides.is_site(steps[0])):
        steps.pop(0)
    titles = {key(c.value) for c in sides.draft.claims if c.field in ("headline", "title")}
    titles.add(key(sides.article.metadata.headline))
    if steps and key(steps[-1]) in titles:
        steps.pop()
    return steps


def _section(steps: Sequence[str], side: str) -> Edit | None:
    if not steps:
        return None
    place = metadata("section")
    return take(place, steps[-1], "markup" if side == "markup" else "page", "the section")
