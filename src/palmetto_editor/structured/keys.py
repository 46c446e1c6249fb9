"""The last part of a shared id: made from a name, and from nothing else."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from palmetto_editor.model import naming

_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")


def key(text: str) -> str:
    """A name for `text` in an id: the same for the same text, another for another.

    Case, white space and Unicode form apart. A plain name reads as itself with hyphens; where
    that would lose something (accents, points, other scripts, length), a hash is added.
    """
    same = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    if _PLAIN.fullmatch(same) and len(same) <= naming.LONGEST_SLUG:
        return same.replace(" ", "-")
    return "-".join(filter(None, (naming.slug(same), digest(same))))


def digest(text: str) -> str:
    """Twelve hexadecimal digits that stand for the text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
