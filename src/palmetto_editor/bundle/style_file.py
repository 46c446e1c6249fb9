"""A citation style that is not shipped: a `.csl` file beside the `publication.toml` that names it.

The profile holds the style's id alone; its text stands in `<id>.csl` and travels with the bundle.
A file there is used before a shipped style of the same id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from palmetto_editor.bundle.disk import read_file
from palmetto_editor.bundle.names import LONGEST, is_file, is_id
from palmetto_editor.errors import UserError
from palmetto_editor.model import naming
from palmetto_editor.model.publication import Citations, Publication

SUFFIX = ".csl"
LARGEST = 2**20  # bytes; the largest of the public ones have about 150 KB
_OTHER = "Choose another style, or fetch this one again."


def is_style(name: str) -> bool:
    """Whether a file at the top of a bundle can be that of a style."""
    return name.endswith(SUFFIX) and is_file(name) and is_id(name.removesuffix(SUFFIX))


def own_style(citations: Citations) -> dict[str, bytes]:
    """The file of a style that is not shipped, by its name; nothing for one that is."""
    return {f"{citations.style}{SUFFIX}": citations.csl.encode()} if citations.csl else {}


def with_own_style(
    publication: Publication, read: Callable[[str], bytes | None], name: str
) -> Publication:
    """The publication with the text of its style, where that has a file of its own.

    `read` gives the bytes of a file beside the profile called `name`, None where there is none.
    UserError where the style is neither shipped nor there, or is none.
    """
    citations = publication.citations
    file = f"{citations.style}{SUFFIX}"
    data = read(file)
    if data is not None:
        text = checked(data, file)
        return replace(publication, citations=replace(citations, csl=text))
    if not _is_shipped(citations.style):
        raise UserError(
            f"{name} names the citation style “{citations.style}”, which is not there.",
            f"It is not shipped with the program, and there is no {file} beside {name}.",
            f"Put {file} there, or name another style under [citations].",
        )
    return publication


def added(path: Path) -> tuple[Citations, str]:
    """The style in a file that the writer chose, under a name of its own, and its title.

    UserError where it is no independent style, too large, or made to do harm.
    """
    from palmetto_editor.references.styles.style import describe

    text = checked(read_file(path, LARGEST), path.name)
    found = describe(text)
    stem = naming.slug(found.id.rstrip("/").rpartition("/")[2]) or naming.slug(path.stem) or "own"
    name = stem[: LONGEST - len(SUFFIX) - 4].rstrip("-")
    name = f"{name}-own" if _is_shipped(name) or not is_id(name) else name
    return Citations(style=name, csl=text), found.title


def checked(data: bytes, name: str) -> str:
    """The text of a style; UserError where it is none that could be used."""
    from palmetto_editor.references.styles.style import describe

    if len(data) > LARGEST:
        why = f"It is larger than {LARGEST // 2**20} MiB, and no style is."
        raise UserError(f"The citation style {name} cannot be used.", why, _OTHER)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        why = f"It is not UTF-8 (byte {error.start})."
        raise UserError(f"The citation style {name} cannot be used.", why, _OTHER) from error
    describe(text)
    return text


def _is_shipped(style: str) -> bool:
    if style == Citations().style:  # told without looking: the program starts with it
        return True
    from palmetto_editor.references.styles.style import offered

    return any(one.id == style for one in offered())
