"""Which files a bundle has, and what is in them: one function from an article to all of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping

from palmetto_editor.bundle.codec import encode_article, encode_references
from palmetto_editor.bundle.companions import companions
from palmetto_editor.bundle.contents import (
    ARTICLE,
    ASSETS,
    GRAPH,
    PAGE,
    PROFILE_COPY,
    REFERENCES,
    TABLES,
    TWIN,
)
from palmetto_editor.bundle.names import collision, is_path
from palmetto_editor.bundle.profile import encode_publication
from palmetto_editor.bundle.progress import SILENT, Progress, check_in
from palmetto_editor.bundle.shaping import on_canvas
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Table
from palmetto_editor.page.page import Page, document
from palmetto_editor.page.twin import markdown

LONGEST_CELL = 2**24  # characters; the csv module's own limit when reading is 131,072


def files(
    article: Article,
    publication: Publication,
    page: Page,
    asset: Callable[[str], bytes | None],
    progress: Progress = SILENT,
) -> dict[str, bytes]:
    """Every file of the bundle but its manifest, by its path, always in the same order.

    `asset` gives the bytes of an image file by its bare name. UserError where one is missing, or
    the page offers an image in shapes that cannot be made. Cancelled as `progress` asks.
    """
    images = dict(_assets(article, asset))
    made = {
        ARTICLE: encode_article(article),
        PAGE: document(page).encode(),
        GRAPH: f"{page.graph_text}\n".encode(),
        TWIN: markdown(article, publication, page).encode(),
        REFERENCES: encode_references(article),
        **{table_file(table): table_csv(table) for table in article.tables},
        **images,
        **dict(_shapes(page, images, progress)),
        PROFILE_COPY: encode_publication(publication).encode(),
        **companions(publication),
    }
    unsafe = next((name for name in made if not is_path(name)), None) or collision(made)
    if unsafe:
        raise UserError(
            "The bundle was not written.",
            f"{unsafe} cannot be a file on every system.",
            "Give the table or the image another name.",
        )
    return made


def table_file(table: Table) -> str:
    return f"{TABLES}/{table.id}.csv"


def table_csv(table: Table) -> bytes:
    """The table as RFC 4180 has it: labels first, then rows; UTF-8, lines end in CR LF.

    Cells are the Markdown that was typed, to the character. A cell that begins with `=`, `+`, `-`
    or `@`, which a spreadsheet may take for a formula, is left as it is: any guard would change
    the data. Whoever imports the file can say that its columns are text.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.label for column in table.columns])
    writer.writerows(table.rows)
    return text.getvalue().encode()


def read_csv(data: bytes) -> list[list[str]]:
    """The lines of such a file; ValueError where it is none."""
    csv.field_size_limit(LONGEST_CELL)  # the process's own; only ever this value
    try:
        return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _assets(article: Article, asset: Callable[[str], bytes | None]) -> Iterator[tuple[str, bytes]]:
    for image in article.images:
        if not image.file:
            continue
        data = asset(image.file)
        if data is None:
            raise UserError(
                f"The bundle was not written, since the image {image.file} is missing.",
                f"The image {image.id} of the article names it.",
                "Choose the image's file again, or take the image out of the article.",
            )
        yield f"{ASSETS}/{image.file}", data


def _shapes(
    page: Page, images: Mapping[str, bytes], progress: Progress
) -> Iterator[tuple[str, bytes]]:
    for number, shape in enumerate(page.shapes):
        check_in(progress, 0.4 + 0.1 * number / len(page.shapes), f"Making {shape.file}")
        yield f"{ASSETS}/{shape.file}", on_canvas(images[f"{ASSETS}/{shape.source}"], shape)
