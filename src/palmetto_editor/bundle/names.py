r"""Which names are safe: ids, file names, paths inside a bundle, on every system.

Windows' rules are in "Naming Files, Paths, and Namespaces" (learn.microsoft.com): device names,
no final dot or blank, no `<>:"/\\|?*` or control characters, and case does not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 64  # characters of an id
LONGEST_FILE = 128  # characters of the name of an image file
ID_PATTERN = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_ID = re.compile(ID_PATTERN)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.I)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


def is_id(text: str) -> bool:
    """Letters, digits, `.`, `_`, `-`, a letter or digit first; safe as a file's name too."""
    return len(text) <= LONGEST and _is_plain(text)


def is_file(text: str) -> bool:
    """A bare file name in the characters of an id."""
    return len(text) <= LONGEST_FILE and _is_plain(text)


def is_path(text: str) -> bool:
    """A relative path with `/`, none of whose steps climbs or means something to a system."""
    return len(text) <= 1_000 and all(map(_is_step, text.split("/")))


def folded(text: str) -> str:
    """What two names share that a disk may take for one: case and composition do not count."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def collision(names: Iterable[str]) -> tuple[str, str] | None:
    """The first two names that are one to some disk, if there are any."""
    seen: dict[str, str] = {}
    for name in names:
        key = folded(name)
        if key in seen:
            return seen[key], name
        seen[key] = name
    return None


def _is_plain(text: str) -> bool:
    return bool(_ID.fullmatch(text)) and not text.endswith(".") and not _DEVICE.fullmatch(text)


def _is_step(step: str) -> bool:
    if not step or step in {".", ".."} or step[-1] in ". ":
        return False
    return not _FORBIDDEN.search(step) and not _DEVICE.fullmatch(step)
