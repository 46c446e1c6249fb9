"""An image file that the writer gives -> an image of the article."""

from __future__ import annotations

from pathlib import Path

from palmetto_editor.model.naming import image_id
from palmetto_editor.model.values import Image
from palmetto_editor.session.document import Session


def take_in(session: Session, path: Path) -> Image:
    """Copy a file aside and name an image for it, to be put into the article.

    UserError where it is no image, too large or cannot be read.
    """
    file = session.add_asset(path)
    taken = frozenset(image.id for image in session.article.images)
    return Image(id=image_id(file, taken), file=file)
