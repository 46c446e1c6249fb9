"""Authors or reviewers: people and organisations."""

from __future__ import annotations

from dataclasses import replace

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Author
from palmetto_editor.references import identifiers
from palmetto_editor.session.document import Session
from palmetto_editor.ui.binding import AskPlace
from palmetto_editor.ui.widgets.forms import row
from palmetto_editor.ui.widgets.item_list import Kind
from palmetto_editor.ui.widgets.item_row import Row
from palmetto_editor.ui.widgets.list_form import ListForm

KINDS = (("person", "Person"), ("organization", "Organisation"))
WRONG_ORCID = "This is no ORCID iD: sixteen digits, and the last one checks the others."


class People(ListForm):
    """`name` is `metadata.authors` or `metadata.reviewers`; `noun` says what one of them is."""

    def __init__(self, session: Session, name: str, noun: str, at: AskPlace) -> None:
        super().__init__(session, _kind(name, noun), noun, at)
        fields, form = self.fields, self.card.column
        name_line = fields.line("name", "Name", hint="The bare name: no title, no “by”.")
        kind = fields.choice("kind", "Kind", KINDS)
        form.addWidget(row(name_line, kind, shares=(5, 3)))
        form.addWidget(
            fields.line("url", "Page about them", "https://example.org/people/marguerite-ellery/")
        )
        self._job = fields.line("job_title", "Job title", "Science writer")
        self._orcid = fields.line("orcid", "ORCID iD", "0000-0002-1825-0097")
        form.addWidget(row(self._job, self._orcid))
        form.addWidget(
            fields.lines(
                "same_as",
                "The same elsewhere",
                "https://www.wikidata.org/wiki/Q42",
                "Addresses of profiles, one on each line.",
            )
        )
        fields.watch(self._show_person)

    def _show_person(self) -> None:
        """An organisation has no job and no ORCID; what stands there all the same is shown."""
        author = self.items.item
        if not isinstance(author, Author):
            return
        person = author.kind == "person"
        self._job.setVisible(person or bool(author.job_title))
        self._orcid.setVisible(person or bool(author.orcid))
        if author.orcid and not identifiers.orcid(author.orcid):
            self._orcid.say(WRONG_ORCID, bad=True)
        else:
            self._orcid.say("The check digit fits." if author.orcid else "")


class PeopleEditor(People):
    """The people of a metadata field, outside a pane: it hears of the session's changes itself."""

    def __init__(self, session: Session, field: str) -> None:
        place = Place("metadata", field=field)
        super().__init__(session, f"metadata.{field}", field.removesuffix("s"), lambda: place)
        session.subscribe(lambda _: self.refresh())


def _kind(name: str, noun: str) -> Kind:
    return Kind(
        name=name,
        label="",
        describe=_row,
        make=lambda _: Author(),
        copy=lambda author, _: replace(author),
        add="Person",
        others=(
            (
                "add-organization",
                "Organisation",
                f"Add: an organisation as {noun}",
                lambda _: Author(kind="organization"),
            ),
        ),
        lines=1,
        fitted=True,
    )


def _row(author: Author) -> Row:
    aside = author.job_title if author.kind == "person" else "organisation"
    return Row(author.name, aside=aside, lacking="A name is missing")
