"""Sixty works, each a trap of its own: the same list goes to this program and to the oracle.

No such work exists. `items.json` has them as CSL-JSON, with what CSL cannot say as an article has
it; `tools/pandoc_oracle.py` records what pandoc prints of them, and of five more whose issues are
of seasons.
"""

from __future__ import annotations

import json
from pathlib import Path

from palmetto_editor.bundle import wire
from palmetto_editor.model.csl import Date, Name, Reference

_TOLD = Path(__file__).with_name("items.json").read_text("utf-8")
ITEMS = wire.read_all(json.loads(_TOLD), Reference)


def _of_season(key: str, *parts: tuple[int, ...]) -> Reference:
    return Reference(
        id=key,
        title=f"Tides of {key}",
        author=(Name(family="Lark", given="Ann"),),
        issued=Date(date_parts=parts),
        container_title="Journal of the Shore",
        volume="3",
        page="1-9",
    )


SEASONS = (
    _of_season("spring", (2000, 13)),
    _of_season("autumn", (2001, 15)),
    _of_season("half", (2002, 13), (2002, 14)),
    _of_season("winters", (2003, 16), (2004, 16)),
    _of_season("opening", (2005, 16), (2006,)),
)
