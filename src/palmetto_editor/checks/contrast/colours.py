"""Colours of CSS and how far they stand apart (WCAG 2.2, "contrast ratio")."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Colour(NamedTuple):
    """Parts from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, ground: Colour) -> Colour:
        """The colour as it is seen on an opaque ground."""
        mixed = (
            front * self.alpha + back * (1 - self.alpha)
            for front, back in zip(self[:3], ground[:3], strict=True)
        )
        return Colour(*mixed)

    def __str__(self) -> str:
        return "#" + "".join(f"{round(part * 255):02x}" for part in self[:3])


@lru_cache(maxsize=256)  # a theme writes few colours, and often
def parse(text: str) -> Colour | None:
    """A colour as CSS writes it; None for what is none, such as `currentcolor`."""
    from tinycss2.color4 import parse_color

    found = parse_color(text)
    if found is None or isinstance(found, str):
        return None
    red, green, blue, alpha = found.to("srgb")
    return Colour(red or 0.0, green or 0.0, blue or 0.0, 1.0 if alpha is None else alpha)


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of two opaque colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
