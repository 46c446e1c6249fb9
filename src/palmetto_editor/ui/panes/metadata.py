"""What the page's head says, who wrote it, where it lives and when it appeared."""

from __future__ import annotations

from palmetto_editor.model.edits import Change
from palmetto_editor.model.places import Place
from palmetto_editor.session.document import Session
from palmetto_editor.ui.pane import Pane
from palmetto_editor.ui.panes import metadata_parts as parts
from palmetto_editor.ui.widgets.fields import Fields
from palmetto_editor.ui.widgets.forms import FormArea, column
from palmetto_editor.ui.widgets.labels import words
from palmetto_editor.ui.widgets.list_form import select_within


class MetadataPane(Pane):
    """Every field of the metadata in five groups; each group is built by `metadata_parts`."""

    parts = ("metadata", "images")  # the lead image is one of the images
    title = "Metadata"
    icon = "metadata"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.fields = Fields(session, "metadata", lambda: Place("metadata"))
        self.area = FormArea()
        column(self, 0).addWidget(self.area)
        form = self.area.column
        form.addWidget(words(self.title, "title"))
        for heading, build in parts.GROUPS:
            if heading:
                form.addSpacing(12)
                form.addWidget(words(heading, "heading"))
            for widget in build(self.fields):
                form.addWidget(widget)
        form.addStretch(1)
        self.bound = self.fields.bound

    def show_change(self, change: Change) -> None:
        """The publication's address is part of the search result, and no part of the article."""
        super().show_change(change)
        if change.before is change.after:
            self.refresh()

    def go_to(self, place: Place) -> None:
        """Select the author, reviewer or topic that a place is in, then go to the field."""
        select_within(self, place)
        super().go_to(place)
        focus = self.focusWidget()
        if focus is not None:
            self.area.reveal(focus)
