"""Web addresses in the words of a source."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}")
_AFTER = ".,;:!?)]}’”"


def address_in(text: str) -> str:
    """The first address in a text, without the point that ends its sentence; "" for none."""
    parts = parted(text)
    return next((part for part, is_address in parts if is_address), "")


def parted(text: str) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, each with whether it is an address."""
    pieces, done = [], 0
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_AFTER)
        end = match.start() + len(address)
        pieces += [(text[done : match.start()], False), (address, True)]
        done = end
    pieces.append((text[done:], False))
    return tuple(piece for piece in pieces if piece[0])
