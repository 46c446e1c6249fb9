"""Sixty works, each a trap of its own: the same list goes to this program and to the oracle.

No such work exists. `items.json` has them as CSL-JSON, with what CSL cannot say as an article has
it; `tools/pandoc_oracle.py` records what pandoc prints of them.
"""

from __future__ import annotations

import json
from pathlib import Path

from palmetto_editor.bundle import wire
from palmetto_editor.model.csl import Reference

_TOLD = Path(__file__).with_name("items.json").read_text("utf-8")
ITEMS = wire.read_all(json.loads(_TOLD), Reference)
