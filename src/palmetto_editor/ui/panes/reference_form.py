"""The form of one work: what its type needs first, everything else behind "more fields"."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from palmetto_editor.model.csl import Evidence, Reference
from palmetto_editor.references import addresses, identifiers
from palmetto_editor.ui.binding import bind_text
from palmetto_editor.ui.panes import reference_fields as table
from palmetto_editor.ui.widgets.buttons import Disclosure
from palmetto_editor.ui.widgets.csl_date import CslDate
from palmetto_editor.ui.widgets.fields import Fields
from palmetto_editor.ui.widgets.forms import column, row
from palmetto_editor.ui.widgets.labels import Labelled, words
from palmetto_editor.ui.widgets.names import Names
from palmetto_editor.ui.widgets.nested import Nested
from palmetto_editor.ui.widgets.prose import Prose

LONG = ("title", "abstract", "note")


class ReferenceForm(QWidget):
    """Lays the inputs out for the work's type, and again when that changes.

    An input is made once and only moves, so that nothing in it is lost with the type.
    """

    def __init__(self, fields: Fields) -> None:
        super().__init__()
        self._fields = fields
        self._kind: str | None = None
        self._inputs: dict[str, QWidget] = {name: self._text(name) for name in table.TEXTS}
        for field, label, noun in (
            ("author", "Authors", "author"),
            ("editor", "Editors", "editor"),
            ("translator", "Translators", "translator"),
        ):
            self._inputs[field] = Names(fields, field, label, noun)
        self._cut = fields.check("palmetto.authors_truncated", "The list is cut short (et al.)")
        self._with_cut(self._inputs["author"])
        self._inputs["issued"] = CslDate(fields, "issued", "Published", words_too=True)
        self._inputs["accessed"] = CslDate(fields, "accessed", "Seen on", words_too=False)
        self._rows: list[QWidget] = []
        self._lay_out()
        fields.watch(self.show_work)

    def show_work(self) -> None:
        """Show the fields of the selected work's type."""
        work = self._fields.session.article.references
        place = self._fields.place()
        reference = next((r for r in work if place and r.id == place.item), None)
        if reference is None:
            return
        if reference.type != self._kind:
            self._arrange(reference.type)
        self._show_counts(reference)
        self._judge(reference)

    def reveal(self, name: str) -> None:
        """Open "more fields" if an input is among them."""
        widget = self.findChild(QWidget, name)
        if widget is not None and self._more_box.isAncestorOf(widget):
            self._more.setChecked(True)

    def _lay_out(self) -> None:
        layout = column(self, 12)
        self._first, first_box = _box()
        self._rest, self._more_box = _box()
        self._more = Disclosure("More fields", "Show all other fields", "references.more")
        self._more.toggled.connect(self._more_box.setVisible)
        self._more_box.hide()
        layout.addWidget(first_box)
        for widget in self._study():
            layout.addWidget(widget)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._more_box)

    def _study(self) -> tuple[QWidget, ...]:
        study = Nested(self._fields, "palmetto.evidence", Evidence())
        kind = study.choice("kind", "Evidence", table.EVIDENCE)
        species = study.line("species", "Species", "rat")
        number = study.number("n", "Subjects", "24")
        return words("What was studied", "heading"), row(kind, species, number, shares=(4, 4, 2))

    def _text(self, name: str) -> Labelled:
        label, example = table.TEXTS[name]
        if name not in LONG:
            return self._fields.line(name, label, example)
        prose = Prose(example)
        prose.setObjectName(f"{self._fields.name}.{name}")
        self._fields.watch(bind_text(prose, self._fields.session, self._fields.at(name)))
        return Labelled(label, prose)

    def _with_cut(self, names: QWidget) -> None:
        layout = names.layout()
        if layout is not None:
            layout.addWidget(self._cut)

    def _arrange(self, kind: str) -> None:
        """Move the inputs into the rows of a type."""
        self._kind = kind
        old, self._rows = self._rows, []
        for layout, rows in (
            (self._first, table.first_rows(kind)),
            (self._rest, table.more_rows(kind)),
        ):
            for names in rows:
                inputs = [self._inputs[name] for name in names]
                line = inputs[0] if len(inputs) == 1 else row(*inputs)
                layout.addWidget(line)
                for widget in (line, *inputs):
                    widget.show()
                if len(inputs) > 1:
                    self._rows.append(line)
        for name in table.TEXTS:
            input_ = self._inputs[name]
            if isinstance(input_, Labelled):
                input_.label.setText(table.label(kind, name))
                input_.input.setAccessibleName(table.label(kind, name))
        for line in old:
            line.setParent(None)  # at once: an empty row would still take its spacing
            line.deleteLater()
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        """Tab goes down the form as it is laid out, not as it was made."""
        names = [
            n
            for r in (*table.first_rows(self._kind or ""), *table.more_rows(self._kind or ""))
            for n in r
        ]
        chain = [self._inputs[name] for name in names]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _show_counts(self, reference: Reference) -> None:
        hidden = [name for names in table.more_rows(reference.type) for name in names]
        filled = sum(bool(self._fields.value(name)) for name in hidden)
        self._more.setText(f"More fields ({filled} filled)" if filled else "More fields")

    def _judge(self, reference: Reference) -> None:
        """Say below an identifier that it does not look like one; it is kept all the same."""
        for name, read, form in (
            ("DOI", identifiers.doi, "10.1126/science.273.5277.974"),
            ("PMID", identifiers.pmid, "one to eight digits"),
            ("PMCID", identifiers.pmcid, "PMC and digits"),
            ("ISBN", identifiers.isbn, "10 or 13 digits; the last one checks the others"),
            ("ISSN", identifiers.issn, "8 digits; the last one checks the others"),
            ("URL", addresses.web, "https://…"),
        ):
            value, input_ = getattr(reference, name), self._inputs[name]
            if isinstance(input_, Labelled):
                wrong = bool(value) and not read(value)
                input_.say(f"This does not look like one: {form}." if wrong else "", bad=wrong)


def _box() -> tuple[QVBoxLayout, QWidget]:
    box = QWidget()
    return column(box, 12), box
