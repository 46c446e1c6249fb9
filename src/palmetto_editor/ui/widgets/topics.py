"""What the article is about: things with a name, and where else they are described."""

from __future__ import annotations

from dataclasses import replace

from palmetto_editor.model.values import Topic
from palmetto_editor.session.document import Session
from palmetto_editor.ui.binding import AskPlace
from palmetto_editor.ui.widgets.forms import row
from palmetto_editor.ui.widgets.item_list import Kind
from palmetto_editor.ui.widgets.item_row import Row
from palmetto_editor.ui.widgets.list_form import ListForm

KINDS = (
    ("Thing", "Anything"),
    ("ChemicalSubstance", "Chemical substance"),
    ("MolecularEntity", "Molecule"),
)


class Topics(ListForm):
    """`name` is `metadata.about`."""

    def __init__(self, session: Session, name: str, at: AskPlace) -> None:
        super().__init__(session, _kind(name), "topic", at)
        fields, form = self.fields, self.card.column
        topic = fields.line("name", "Name", "Ghrelin")
        kind = fields.choice("kind", "Kind", KINDS)
        form.addWidget(row(topic, kind, shares=(5, 3)))
        form.addWidget(
            fields.lines(
                "same_as",
                "The same elsewhere",
                "https://en.wikipedia.org/wiki/Ghrelin",
                "Addresses that describe it, one on each line.",
            )
        )


def _kind(name: str) -> Kind:
    return Kind(
        name=name,
        label="",
        describe=_row,
        make=lambda _: Topic(),
        copy=lambda topic, _: replace(topic),
        add="Topic",
        lines=1,
        fitted=True,
    )


def _row(topic: Topic) -> Row:
    kind = "" if topic.kind == "Thing" else dict(KINDS)[topic.kind].lower()
    return Row(topic.name, aside=kind, lacking="A name is missing")
