"""Faults of the article's images, and of images in its texts."""

from __future__ import annotations

from dataclasses import replace

from fault_articles import GOOD, image, more, plain
from faults.case import Case, in_article
from palmetto_editor.model.values import Image

HERON = Image(id="heron", file="heron.png", alt="A heron on one leg")

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
