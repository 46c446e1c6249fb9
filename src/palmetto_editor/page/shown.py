"""What the page shows of the texts that the graph repeats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from palmetto_editor.page.arrange import Arrangement
from palmetto_editor.page.faq import Faq
from palmetto_editor.page.fill import Surroundings, alone_image
from palmetto_editor.page.flow import shown
from palmetto_editor.page.kept import Kept
from palmetto_editor.page.parts import Figure, Part
from palmetto_editor.page.visible import visible_text
from palmetto_editor.structured.graph import Shown


def seen(
    arranged: Arrangement,
    texts: Mapping[str, tuple[str, ...]],
    around: Surroundings,
    kept: Kept,
) -> Shown:
    """Answers and captions as a reader sees them; the same value while they are the same.

    Only images with a caption and a credit of their own count as shown, which are figures: one
    that stands within a line has neither.
    """
    telling = tuple([(p, texts[p.id]) for p in arranged.parts if _tells(p)])
    return kept.get("seen", (telling, around), lambda: _seen(telling, around))


def _tells(part: Part) -> bool:
    return isinstance(part, Faq | Figure) or any(piece.rendered.images for piece in part.pieces)


def _seen(telling: tuple[tuple[Part, tuple[str, ...]], ...], around: Surroundings) -> Shown:
    answers: dict[str, str] = {}
    captions: dict[str, str] = {}
    for part, texts in telling:
        if isinstance(part, Faq):
            for question, answer in zip(part.questions, part.answer_texts(texts), strict=True):
                answers.setdefault(question.id, visible_text(answer))
        if isinstance(part, Figure):
            captions[part.picture.image.id] = visible_text(texts[0]) if texts else ""
        else:
            for image, caption in _figures(part, around):
                captions.setdefault(image, caption)
    sizes = {p.image.file: p.size for p in around.pictures.values() if p.size}
    return Shown(answers, sizes, captions)


def _figures(part: Part, around: Surroundings) -> Iterator[tuple[str, str]]:
    """Id and caption of the images that stand as paragraphs in a part's texts."""
    for piece in part.pieces:
        picture = around.pictures.get(alone_image(shown(piece)))
        if picture:
            yield picture.image.id, visible_text(picture.caption)
