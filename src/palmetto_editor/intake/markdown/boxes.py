"""Callouts and `details` as our Markdown writes them."""

from __future__ import annotations

DEEPEST = 6  # boxes within boxes that are drawn: each level writes its inside anew


def callout(kind: str, title: str, inner: str) -> str:
    """A callout with blank lines around it."""
    first = f"[!{kind.upper()}]" + (f" {' '.join(title.split())}" if title else "")
    return quote(f"{first}\n{inner.strip()}")


def quote(text: str) -> str:
    """A quote with blank lines around it."""
    rows = "\n".join(f"> {line}".rstrip() for line in text.strip().split("\n"))
    return f"\n\n{rows}\n\n"


def details(summary: str, inner: str) -> str:
    """What opens at a click."""
    return f"\n<details>\n<summary>{summary.strip()}</summary>\n\n{inner.strip()}\n\n</details>\n"
