"""The packs at hand: those that are shipped, those of a publication, and which are in force."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from palmetto_editor import assets
from palmetto_editor.checks.claims.decode import decode
from palmetto_editor.checks.claims.pack import Pack
from palmetto_editor.checks.rule import Pause, go_on
from palmetto_editor.checks.shown import shown
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article

_FOLDER = "packs"
_NOBODY = Pause()


@dataclass(frozen=True, slots=True)
class Offered:
    """A shipped pack, as a list of packs shows it; `date` is an ISO 8601 day."""

    id: str
    title: str
    jurisdiction: str
    date: str


@cache
def offered() -> tuple[Offered, ...]:
    """The shipped packs; their rules are not looked at."""
    found = []
    for pack in shipped_ids():
        tree = tomllib.loads(assets.text(f"{_FOLDER}/{pack}.toml"))
        day = tree["date"].isoformat()
        found.append(Offered(tree["id"], tree["title"], tree["jurisdiction"], day))
    return tuple(found)


def load(pack: str, own: Sequence[tuple[str, str]] = (), pause: Callable[[], None] = go_on) -> Pack:
    """The pack with this id: one's own where there is a text of that name, else a shipped one.

    The same object for the same text. `pause` is called between its phrases when it is read for
    the first time. UserError where there is none, or it is unsound.
    """
    text = dict(own).get(pack)
    if text is not None:
        return _decoded(text, f"{pack}.pack.toml", Pause(pause))
    if pack not in shipped_ids():
        raise UserError(
            f"There is no pack of rules “{pack}”.",
            f"Those that are shipped are {', '.join(shipped_ids())}.",
            "Choose one of them, or add the file of the pack to the publication.",
        )
    return shipped(pack, Pause(pause))


def in_force(
    article: Article, publication: Publication, pause: Callable[[], None] = go_on
) -> tuple[Pack, ...]:
    """The packs that the article is read by.

    Where the publication made no choice, those shipped whose words stand in the article's notice
    or disclaimer. UserError where it names a pack that is not there.
    """
    checks = publication.checks
    if checks.packs is not None:
        return tuple(load(pack, checks.own, pause) for pack in dict.fromkeys(checks.packs))
    if not (article.notice.strip() or article.disclaimer.strip()):
        return ()
    packs = (shipped(pack, Pause(pause)) for pack in shipped_ids())
    return tuple(p for p in packs if _speaks(p, article.notice) or _speaks(p, article.disclaimer))


def shipped(pack: str, pause: Pause = _NOBODY) -> Pack:
    """A shipped pack by its id."""
    return _shipped(pack, pause)


@cache
def _shipped(pack: str, pause: Pause) -> Pack:
    return decode(assets.text(f"{_FOLDER}/{pack}.toml"), f"{pack}.toml", pause)


@cache
def shipped_ids() -> tuple[str, ...]:
    names = assets.names(_FOLDER)
    return tuple(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


@lru_cache(maxsize=32)
def _decoded(text: str, name: str, pause: Pause) -> Pack:
    return decode(text, name, pause)


@lru_cache(maxsize=64)
def _speaks(pack: Pack, markdown: str) -> bool:
    return pack.applies is not None and pack.applies.found(shown(markdown).text)
