"""The pipeline: an article becomes a page, what changed since the last one, and its findings.

Driven from one background thread. What did not change costs nothing: the builder keeps the
blocks of unchanged parts, the renderer the HTML of every block it has seen lately, and a block
that a stranger made is rendered in a process of its own, which is ended when it takes too long.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from palmetto_editor.bundle.sizes import image_size, image_weight
from palmetto_editor.checks.check import Checked, Checker
from palmetto_editor.checks.rule import Stopped
from palmetto_editor.markup.bounded import Renderer
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.build import Builder
from palmetto_editor.page.page import Page
from palmetto_editor.session.beside import Beside
from palmetto_editor.session.patch import PagePatch, between


@dataclass(frozen=True, slots=True)
class Result:
    """The page of an article, and how it differs from the page before; `path` is its bundle."""

    article: Article
    publication: Publication
    page: Page
    patch: PagePatch
    path: Path | None = None


class Pipeline:
    """Article after article in, page after page out. `close` ends the renderer's process."""

    def __init__(self) -> None:
        self._renderer = Renderer(isolated=True)
        self._assets: dict[str, Path] = {}
        self._builder = self._fresh_builder()
        self._checker = Checker()
        self._beside = Beside()
        self._last: Result | None = None

    def run(
        self,
        article: Article,
        publication: Publication,
        assets: Mapping[str, Path],
        path: Path | None = None,
    ) -> Result:
        """The page, and the patch from the page before; whole for another article.

        `path` is the bundle that the article is saved in.
        """
        if self._assets != assets:
            self._assets = dict(assets)
            self._builder = self._fresh_builder()
        page = self._builder.build(article, publication)
        last = self._last
        base = last.page if last and last.article.id == article.id else None
        self._last = Result(article, publication, page, between(base, page), path)
        return self._last

    def findings(self, result: Result, stop: Callable[[], bool] = lambda: False) -> Checked | None:
        """What is wrong with the article: the slower step, for when the page was given out.

        What did not change is not asked again; the folder around the bundle is read now and then.
        None where `stop`, which is called all the time, asked to give up.
        """
        page = self._among_siblings(result, stop)
        if page is None:
            return None
        return self._checker.look(result.article, result.publication, page, stop)

    def close(self) -> None:
        self._renderer.close()

    def _among_siblings(self, result: Result, stop: Callable[[], bool]) -> Page | None:
        """The page, which knows the articles beside its own; None where `stop` asked to give up."""

        def pause() -> None:
            if stop():
                raise Stopped

        try:
            names = self._beside.names(result.path, pause)
        except Stopped:
            return None
        return replace(result.page, siblings=names)

    def _fresh_builder(self) -> Builder:
        """The builder keeps what it was told of the images: other files, another builder."""
        assets = self._assets

        def size(file: str) -> tuple[int, int] | None:
            return image_size(assets[file]) if file in assets else None

        def weight(file: str) -> int | None:
            return image_weight(assets[file]) if file in assets else None

        return Builder(self._renderer.render_all, size, weight)
