"""How many examples a property test tries: a tenth every day, all of them once in `make test`."""

from __future__ import annotations

from hypothesis import settings

ALL = 100  # examples of a test that asks for no number, as Hypothesis has it
FEWEST = 3


def examples(count: int, **other: object) -> settings:
    """Settings for `count` examples, or for its share in the profile that is loaded."""
    share = count * settings().max_examples // ALL
    return settings(max_examples=max(share, min(count, FEWEST)), **other)
