"""The links that stand beside the text: guides, related articles, products."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from palmetto_editor.model.edits import fresh_id
from palmetto_editor.model.naming import SAFE_ID
from palmetto_editor.model.values import Link
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.item_pane import ItemPane, rename_item
from palmetto_editor.ui.widgets.forms import row
from palmetto_editor.ui.widgets.ident import Ident
from palmetto_editor.ui.widgets.item_list import Kind
from palmetto_editor.ui.widgets.item_row import Row

RELATIONS = (
    ("pillar", "Main guide to the subject"),
    ("related", "Related article"),
    ("see-also", "See also"),
    ("product", "Product"),
)


class LinksPane(ItemPane):
    parts = ("links",)
    title = "Links"
    icon = "links"
    first = "label"

    def __init__(self, session: Session) -> None:
        super().__init__(session, KIND, "link", "Shown after the article, grouped by relation.")
        fields, form = self.fields, self.form.column
        form.addWidget(fields.line("label", "Words of the link", "The complete guide to ghrelin"))
        form.addWidget(
            fields.line(
                "target",
                "Target",
                "https://example.org/guide/ or article:ghrelin-guide",
                "An address, or article: and the slug of another article of yours.",
            )
        )
        key = Ident(fields, "Id", SAFE_ID, self.taken, partial(rename_item, "links"))
        form.addWidget(row(fields.choice("relation", "Relation", RELATIONS), key, shares=(3, 2)))
        form.addStretch(1)


def _row(link: Link) -> Row:
    return Row(
        link.label,
        link.target,
        link.relation.replace("-", " "),
        lacking="No target yet" if link.label else "A link without words",
        alarm=not link.target,
    )


def _new(items: tuple[Any, ...]) -> Link:
    return Link(id=fresh_id("l", items))


KIND = Kind(
    name="links",
    label="Links",
    describe=_row,
    make=_new,
    copy=lambda link, items: replace(link, id=fresh_id("l", items)),
    add="Add link",
    empty="No links yet. Link the guide this article belongs to, and its relatives.",
)
