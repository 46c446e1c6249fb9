"""A pack of claim rules that is not shipped: `<id>.pack.toml` beside the `publication.toml` that
names it under `[checks] packs`.

The profile holds the pack's id alone; its text travels with the bundle. A file there is used before
a shipped pack of the same id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from palmetto_editor.bundle.disk import read_file
from palmetto_editor.bundle.names import LONGEST, is_file, is_id
from palmetto_editor.errors import UserError
from palmetto_editor.model import naming
from palmetto_editor.model.publication import Checks, Publication

SUFFIX = ".pack.toml"
LARGEST = 2**20  # bytes; the shipped one has a hundredth of it
_OTHER = "Choose another pack, or mend this one with a text editor."


def is_pack(name: str) -> bool:
    """Whether a file at the top of a bundle can be that of a pack."""
    return name.endswith(SUFFIX) and is_file(name) and is_id(name.removesuffix(SUFFIX))


def own_packs(checks: Checks) -> dict[str, bytes]:
    """The files of the chosen packs that are not shipped, by their names."""
    return {f"{pack}{SUFFIX}": text.encode() for pack, text in in_use(checks).own}


def in_use(checks: Checks) -> Checks:
    """The choice with the texts of the packs that it names only, in their order."""
    texts = dict(checks.own)
    named = dict.fromkeys(checks.packs or ())
    return replace(checks, own=tuple((pack, texts[pack]) for pack in named if pack in texts))


def with_own_packs(
    publication: Publication, read: Callable[[str], bytes | None], name: str
) -> Publication:
    """The publication with the text of each pack that has a file of its own.

    `read` gives the bytes of a file beside the profile called `name`, None where there is none.
    UserError where a pack is neither shipped nor there, or is none.
    """
    own = []
    for pack in dict.fromkeys(publication.checks.packs or ()):
        file = f"{pack}{SUFFIX}"
        data = read(file)
        if data is not None:
            own.append((pack, _text(data, file)))
            _require_usable(*own[-1])
        elif not _is_shipped(pack):
            raise UserError(
                f"{name} names the pack of rules “{pack}”, which is not there.",
                f"It is not shipped with the program, and there is no {file} beside {name}.",
                f"Put {file} there, or take the pack's name out under [checks].",
            )
    if not own:
        return publication
    return replace(publication, checks=replace(publication.checks, own=tuple(own)))


def added(path: Path) -> tuple[str, str, str]:
    """The pack in a file that the writer chose: an id of its own, its text, and its title.

    UserError where it is no pack, too large, or made to do harm.
    """
    from palmetto_editor.checks.claims import decode

    text = _text(read_file(path, LARGEST), path.name)
    title = decode(text, path.name).title
    stem = naming.slug(path.name.removesuffix(SUFFIX).removesuffix(".toml")) or "own"
    name = stem[: LONGEST - len(SUFFIX) - 4].rstrip("-")
    return (f"{name}-own" if _is_shipped(name) or not is_id(name) else name), text, title


def _require_usable(pack: str, text: str) -> None:
    """UserError for what is no pack; one that is, is remembered for the checks."""
    from palmetto_editor.checks.claims import load

    load(pack, [(pack, text)])


def _text(data: bytes, name: str) -> str:
    if len(data) > LARGEST:
        why = f"It is larger than {LARGEST // 2**20} MiB, and no pack is."
        raise UserError(f"The pack of rules {name} cannot be used.", why, _OTHER)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        why = f"It is not UTF-8 (byte {error.start})."
        raise UserError(f"The pack of rules {name} cannot be used.", why, _OTHER) from error


def _is_shipped(pack: str) -> bool:
    from palmetto_editor.checks.claims import offered

    return any(one.id == pack for one in offered())
