"""Language tags of the shape that BCP 47 (RFC 5646, section 2.1) gives them.

The shape only: whether a subtag is registered changes with the registry, and a wrong guess would
refuse a right tag. Private (`x-…`) and grandfathered tags name no language that a reader's
program knows, and are not taken; nor are names of five letters or more, of which none has been
registered: `english` is a word and no tag.
"""

from __future__ import annotations

import re

_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}"  # language and its extensions
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|[0-9]{3}))?"  # region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)


def is_tag(text: str) -> bool:
    """Whether `text` has the shape of a BCP 47 language tag, such as `en-US` or `zh-Hant`."""
    return _TAG.fullmatch(text) is not None


def tag_of(typed: str) -> str:
    """The tag that somebody typed, or "" for what is none: an unknown language."""
    tag = typed.strip()
    return tag if is_tag(tag) else ""
