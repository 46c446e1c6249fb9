"""Faults in what a page's markup says of its images and of the works that it cites."""

from __future__ import annotations

from faults.case import Case
from faults.graph import ARTICLE, Change, marked
from marked_pages import HOME, URL, Graph, node, put


def _one_image(**fields: object) -> Change:
    """The article has one image, with no size but what is given."""
    return put("Article", "image", {"@type": "ImageObject", "url": f"{URL}wide.jpg", **fields})


def _work(made: Graph, **fields: object) -> None:
    node(made, "Article")["citation"][0].update(fields)


CASES: dict[str, list[Case]] = {
    "graph.image-small": [
        marked(
            lambda made: node(made, "Article")["image"].append(
                {"@type": "ImageObject", "url": f"{URL}s.jpg", "width": 249, "height": 200}
            ),
            f"graph[{ARTICLE}].image",
            "249 × 200",
            lambda made: node(made, "Article")["image"].append(
                {"@type": "ImageObject", "url": f"{URL}s.jpg", "width": 250, "height": 200}
            ),
        ),
    ],
    "graph.image-width": [
        marked(
            lambda made: [
                image.update(width=image["width"] // 2, height=image["height"] // 2)
                for image in node(made, "Article")["image"]
            ],
            f"graph[{ARTICLE}].image",
            "800 pixels",
        ),
    ],
    "graph.image-ratios": [
        marked(
            _one_image(width=1600, height=700),
            f"graph[{ARTICLE}].image",
            "No image is 16:9 or 4:3 or 1:1",
            lambda made: [
                image.update(width=image["width"] + 9) for image in node(made, "Article")["image"]
            ],
        ),
        marked(
            lambda made: node(made, "Article")["image"].pop(0),
            f"graph[{ARTICLE}].image",
            "No image is 16:9, ",
        ),
        marked(  # of unknown size, but one
            _one_image(),
            f"graph[{ARTICLE}].image",
            "1 image cannot be all",
            lambda made: [image.pop("width") for image in node(made, "Article")["image"]],
        ),
    ],
    "graph.citation-text": [
        marked(
            put("Article", "citation", "Nap A. On naps. 2019."),
            f"graph[{ARTICLE}].citation",
            "only text",
            put("Article", "citation", {"@type": "CreativeWork", "name": "Nap A. On naps. 2019."}),
        ),
        marked(
            put("Article", "citation", {"@type": "Place", "name": "On naps"}),
            "graph[Place].@type",
            "cites a Place",
            put("Article", "citation", {"@type": "Book", "name": "On naps"}),
        ),
    ],
    "graph.citation-container": [
        marked(
            lambda made: node(made, "Article")["citation"][0].pop("isPartOf"),
            "graph[https://doi.org/10.5555/naps].isPartOf",
            "“On naps”",
        ),
        marked(
            lambda made: node(made, "Article")["citation"][0]["isPartOf"].pop("isPartOf"),
            "graph[https://doi.org/10.5555/naps].isPartOf",
            "“On naps”",
        ),
    ],
    "graph.citation-pages": [
        marked(
            lambda made: node(made, "Article")["citation"][0].pop("pagination"),
            "graph[https://doi.org/10.5555/naps].pagination",
            "“On naps”",
        ),
    ],
    "graph.citation-doi": [
        marked(
            lambda made: _work(
                made, **{"@id": f"{HOME}#naps", "sameAs": f"{HOME}naps", "identifier": "10.5555/n"}
            ),
            f"graph[{HOME}#naps].sameAs",
            "https://doi.org/10.5555/n.",
            lambda made: _work(
                made,
                **{
                    "@id": f"{HOME}#naps",
                    "sameAs": "https://doi.org/10.5555/n",
                    "identifier": "10.5555/n",
                },
            ),
        ),
    ],
}
