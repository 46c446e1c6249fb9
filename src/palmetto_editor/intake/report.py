"""What there is to say of a source, for programs and for people.

As JSON, for each source:

    {"source": "page.html", "bundle": "out/tides",
     "fields": [{"place", "value", "origin", "confidence"}],
     "mended": [{"what", "where", "words"}],
     "disagreements": [{"rule", "place", "page", "markup", "message"}],
     "leftovers": [{"text", "reason", "origin"}]}

`bundle` is "" where nothing was written. `confidence` is 0 to 1, two digits. `mended` is what was
broken and read all the same: what, where, and the words that stood there. In `page` and `markup`,
several passages of one side stand on lines of their own; a side that says nothing is "".
`leftovers` are the texts that found no home, whole, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import category

from palmetto_editor.intake.draft import Disagreement, Draft, Recovered
from palmetto_editor.intake.manuscript import Leftover, Mending

_SHOWN = 300  # characters of a value in the text; the JSON has all of it
_GRAVITY = {"error": 0, "warning": 1, "advice": 2}
_WIDTH = 72


def as_data(draft: Draft, bundle: str = "") -> dict[str, Any]:
    """The report of one source as plain values for `json.dump`."""
    return {
        "source": draft.source,
        "bundle": bundle,
        "fields": [_field(field) for field in draft.fields],
        "mended": [{"what": m.what, "where": m.where, "words": m.words} for m in draft.mended],
        "disagreements": [_disagreement(found) for found in draft.disagreements],
        "leftovers": [
            {"text": left.text, "reason": left.reason, "origin": left.origin}
            for left in draft.leftovers
        ],
    }


def as_text(draft: Draft, bundle: str = "") -> str:
    """The report of one source for people; several lines, each safe to show in a terminal."""
    lines = [draft.source, "=" * min(len(draft.source), _WIDTH)]
    if bundle:
        lines.append(f"Written to {bundle}")
    lines += ["", f"Recovered ({len(draft.fields)})", *map(_field_line, draft.fields)]
    lines += ["", f"Mended ({len(draft.mended)})", *map(_mended_line, draft.mended)]
    found = sorted(draft.disagreements, key=lambda d: _GRAVITY[d.severity])
    lines += ["", f"Disagrees ({len(found)})", *(line for d in found for line in _found_lines(d))]
    lines += ["", f"Appendix: without a home ({len(draft.leftovers)})"]
    lines += _leftover_lines(draft.leftovers)
    return "\n".join(_safe(line) for line in lines) + "\n"


def _field(field: Recovered) -> dict[str, Any]:
    return {
        "place": str(field.place),
        "value": field.value,
        "origin": field.origin,
        "confidence": round(field.confidence, 2),
    }


def _disagreement(found: Disagreement) -> dict[str, str]:
    return {
        "rule": found.rule,
        "place": str(found.place),
        "page": found.page,
        "markup": found.markup,
        "message": found.message,
    }


def _field_line(field: Recovered) -> str:
    value = _short(field.value) or "(nothing)"
    return f"  {field.place}: {value}  [{field.origin}, {field.confidence:.0%}]"


def _mended_line(mending: Mending) -> str:
    where = f" ({mending.where})" if mending.where else ""
    words = f": {_short(mending.words)}" if mending.words else ""
    return f"  {mending.what}{where}{words}"


def _found_lines(found: Disagreement) -> Iterator[str]:
    yield f"  {found.severity}: {found.place}: {_short(found.message)} [{found.rule}]"
    for side, words in (("page", found.page), ("markup", found.markup)):
        for line in words.splitlines():
            yield f"      {side}: {_short(line)}"


def _leftover_lines(leftovers: Sequence[Leftover]) -> Iterator[str]:
    """Whole texts: this is where they can be found again."""
    for leftover in leftovers:
        origin = f", {leftover.origin}" if leftover.origin else ""
        yield f"  [{leftover.reason}{origin}]"
        yield from (f"    {line}" for line in leftover.text.splitlines() if line.strip())


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1].rstrip()}…"


def _safe(line: str) -> str:
    """The line without what a terminal takes for a command."""
    return "".join(" " if category(c) in ("Cc", "Cf", "Cs") else c for c in line)
