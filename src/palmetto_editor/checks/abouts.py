"""Why each rule is asked, by which source, and when that was last looked at: data in TOML.

`resources/rules/<family>.toml` has a table for each rule of the family. A file is read when the
first finding of its family is made.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from palmetto_editor import assets
from palmetto_editor.checks.chosen import family
from palmetto_editor.checks.claims.decode import HOUSE
from palmetto_editor.checks.claims.shipped import shipped, shipped_ids
from palmetto_editor.checks.finding import About, Finding

_FOLDER = "rules"


def about(rule: str) -> About | None:
    """What is known of a rule, by its id; None for one that is not ours."""
    return _of_family(family(rule)).get(rule)


def explained(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with what is known of its rule."""
    return tuple(one if one.about else replace(one, about=about(one.rule)) for one in found)


def families() -> tuple[str, ...]:
    """The families that have rules with a reason."""
    files = (name.removesuffix(".toml") for name in assets.names(_FOLDER))
    return tuple(sorted((*files, HOUSE)))


def known() -> frozenset[str]:
    """The id of every rule that has a reason. It reads every file: not for the first paint."""
    return frozenset(rule for name in families() for rule in _of_family(name))


@lru_cache(maxsize=256)  # families, those of packs of one's own too
def _of_family(name: str) -> dict[str, About]:
    if name not in families():
        return {}
    if name == HOUSE:  # the reasons of claim rules stand in their packs
        packs = map(shipped, shipped_ids())
        return {rule.id: rule.about for pack in packs for rule in pack.rules}
    tables = tomllib.loads(assets.text(f"{_FOLDER}/{name}.toml"))
    return {
        rule: About(
            asks=" ".join(table["asks"].split()),
            why=" ".join(table["why"].split()),
            source=" ".join(table["source"].split()),
            checked=table["checked"].isoformat(),
        )
        for rule, table in tables.items()
    }
