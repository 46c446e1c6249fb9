"""Faults of the article's images, and of images in its texts."""

from __future__ import annotations

from dataclasses import replace

from fault_articles import GOOD, image, more, plain
from faults.case import Case, in_article, with_page
from palmetto_editor.checks.finding import Finding
from palmetto_editor.model.values import Article, Image
from palmetto_editor.page.page import ImageFile
from sample_articles import publication

HERON = Image(id="heron", file="heron.png", alt="A heron on one leg")

HOME = publication()


def _of_file(broken: ImageFile, neighbour: ImageFile, words: str) -> Case:
    """A fault of the file of the image that stands for the article."""

    def with_file(file: ImageFile) -> tuple[Finding, ...]:
        return with_page(GOOD, HOME, lambda page: replace(page, files=(file,)))

    place = "images[beach].file"
    return Case(lambda: with_file(broken), lambda: with_file(neighbour), place, words)


def _of_kind(broken: str, neighbour: str) -> Case:
    """A fault of the kind of the file of that image, as its name has it."""

    def named(file: str) -> Article:
        return replace(GOOD, images=(replace(GOOD.images[0], file=file), *GOOD.images[1:]))

    return in_article(named(broken), named(neighbour), "images[beach].file", "cannot make it")


def _of_other(broken: tuple[int, int], neighbour: tuple[int, int], words: str) -> Case:
    """A fault of the size of another image of the article."""
    article = replace(more("![](heron)"), images=(*GOOD.images, HERON))

    def sized(size: tuple[int, int]) -> tuple[Finding, ...]:
        file = ImageFile("heron.png", size)
        return with_page(article, HOME, lambda page: replace(page, files=(file,)))

    return Case(lambda: sized(broken), lambda: sized(neighbour), "images[heron].file", words)


CASES: dict[str, list[Case]] = {
    "images.file": [in_article(image(file=""), image(), "images[new].file", "no file")],
    "images.file-shape": [
        in_article(image(file="../a.png"), image(file="a.png"), "images[new].file", "../a.png"),
        in_article(image(file="a b.png"), image(file="a-b.png"), "images[new].file", "a b.png"),
    ],
    "images.file-case": [
        in_article(
            image(file="Bird.jpg"), image(file="Bird2.jpg"), "images[new].file", "only by case"
        )
    ],
    "images.alt": [in_article(image(alt=""), image(), "images[new].alt", "no alt text")],
    "images.alt-file-name": [
        in_article(
            image(alt="new.png"), image(alt="A new png"), "images[new].alt", "name of a file"
        ),
        in_article(image(alt="IMG_1234"), image(alt="Imago"), "images[new].alt", "IMG_1234"),
    ],
    "images.alt-opening": [
        in_article(
            image(alt="Picture of a heron"),
            image(alt="Pictures in a hide"),
            "images[new].alt",
            "screen reader",
        )
    ],
    "images.size": [
        _of_file(
            ImageFile("beach-plan.png", (1199, 675)),
            ImageFile("beach-plan.png", (1200, 675)),
            "1,200",
        ),
        _of_other((249, 200), (250, 200), "50,000"),
    ],
    "images.ratio": [
        _of_file(
            ImageFile("beach-plan.png", (9000, 1200)),
            ImageFile("beach-plan.png", (3000, 400)),
            "cannot make it 16:9 or 4:3 or 1:1",
        ),
        _of_file(
            ImageFile("beach-plan.png", None, 4_000),
            ImageFile("beach-plan.png", (1200, 675), 4_000),
            "cannot be told",
        ),
        _of_kind("beach-plan.tif", "beach-plan.JPG"),
    ],
    "images.weight": [
        _of_file(
            ImageFile("beach-plan.png", (1200, 675), 1_000_001),
            ImageFile("beach-plan.png", (1200, 675), 1_000_000),
            "1.0 MB",
        ),
    ],
    "images.unplaced": [
        in_article(
            replace(GOOD, images=(*GOOD.images, HERON)),
            replace(more("![](heron)"), images=(*GOOD.images, HERON)),
            "images[heron]",
            "nowhere",
        )
    ],
    "image.unknown": [
        in_article(
            plain("Look:\n\n![A heron](gone)\n"),
            plain("Look:\n\n![A heron](beach)\n"),
            "body:7-23",
            "no image “gone”",
        )
    ],
}
