"""No field of the format is without an input, and each goes there and back."""

import types
import typing
from dataclasses import fields, is_dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from palmetto_editor.model import edits
from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference, Verified
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import (
    Article,
    Author,
    Image,
    Link,
    Metadata,
    Question,
    Topic,
)
from palmetto_editor.session.document import Session
from palmetto_editor.ui.panes.faq import FaqPane
from palmetto_editor.ui.panes.images import ImagesPane
from palmetto_editor.ui.panes.links import LinksPane
from palmetto_editor.ui.panes.metadata import MetadataPane
from palmetto_editor.ui.panes.references import ReferencesPane

PANES = {
    "metadata": (MetadataPane, Metadata),
    "faq": (FaqPane, Question),
    "references": (ReferencesPane, Reference),
    "links": (LinksPane, Link),
    "images": (ImagesPane, Image),
}
CSL = (Reference, Name, Date)  # written with hyphens
# A service fills these; the form shows them.
AS_A_WHOLE = {"references.palmetto.verified", "references.palmetto.updates"}


def paths(kind, prefix):
    """The objectName of every field of a dataclass, and of those within."""
    hints = typing.get_type_hints(kind)
    for field in fields(kind):
        name = field.name
        path = f"{prefix}.{name.replace('_', '-') if kind in CSL else name}"
        inner = next(iter(dataclasses_in(hints[name])), None)
        if inner is None or path in AS_A_WHOLE:
            yield path
        else:
            yield from paths(inner, path)


def dataclasses_in(hint):
    if is_dataclass(hint):
        yield hint
    elif isinstance(hint, types.UnionType) or typing.get_origin(hint) is tuple:
        for part in typing.get_args(hint):
            yield from dataclasses_in(part)


ALL = [(part, path) for part, (_, kind) in PANES.items() for path in paths(kind, part)]


@pytest.fixture
def full():
    """One of everything, so that every form is shown."""
    author = Author(name="Ada")
    work = Reference(
        id="r1",
        author=(Name(family="Howard"),),
        editor=(Name(family="Sun"),),
        translator=(Name(family="Sun"),),
        issued=Date(date_parts=((1996,),)),
        accessed=Date(date_parts=((2026,),)),
        palmetto=Extension(
            evidence=Evidence(kind="human"), verified=Verified(source="PubMed", date="2026-11-02")
        ),
    )
    return Session(
        Article(
            id="a",
            metadata=Metadata(authors=(author,), reviewers=(author,), about=(Topic(name="X"),)),
            faq=(Question(id="q1"),),
            references=(work,),
            links=(Link(id="l1"),),
            images=(Image(id="i1", file="a.png"),),
        )
    )


@pytest.fixture
def pane(qtbot, full, request):
    made = PANES[request.param][0](full)
    qtbot.addWidget(made)
    yield made
    made.close_pane()


@pytest.mark.parametrize("pane", PANES, indirect=True)
def test_every_field_has_an_input_with_a_name(pane):
    part = pane.parts[0]
    for path in (path for of, path in ALL if of == part):
        found = pane.findChildren(QWidget, path)
        assert len(found) == 1, path
        widget = found[0]
        assert widget.accessibleName() or isinstance(widget, QLabel) or path.endswith("date-parts")


@pytest.mark.parametrize("pane", PANES, indirect=True)
def test_no_input_is_without_a_name(pane):
    inputs = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox)
    for kind in inputs:
        for widget in pane.findChildren(kind):
            within = isinstance(widget.parentWidget(), QComboBox)
            assert within or widget.objectName(), widget
            assert within or widget.accessibleName(), widget.objectName()


def test_the_walk_sees_what_it_should():
    names = {path for _, path in ALL}
    assert len(names) == len(ALL) > 80
    assert {
        "metadata.authors.same_as",
        "metadata.about.kind",
        "references.container-title",
        "references.author.non-dropping-particle",
        "references.issued.date-parts",
        "references.palmetto.evidence.n",
        "images.credit",
        "faq.answer",
    } <= names


ITEMS = {"faq": "q1", "references": "r1", "links": "l1", "images": "i1"}
WITHIN = ("authors", "reviewers", "about", "author", "editor", "translator")
TYPED = [
    (part, path)
    for part, path in ALL
    if not path.endswith((".id", ".image", ".file", ".date-parts", "verified", "updates"))
]


def place_of(part, path):
    field = path.removeprefix(f"{part}.")
    head, _, rest = field.partition(".")
    if head in WITHIN:
        field = f"{head}[0].{rest}"
    return Place(part, ITEMS.get(part, ""), field)


def value(session, place):
    return edits.get(session.article, place)


def change(widget):
    """Put something else into an input by its keys, as a writer would."""
    if isinstance(widget, QCheckBox):
        QTest.keyClick(widget, Qt.Key.Key_Space)
    elif isinstance(widget, QComboBox) and not widget.isEditable():
        QTest.keyClick(widget, Qt.Key.Key_Down)
    else:
        line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        line.selectAll()
        QTest.keyClicks(line, "77")


def shown(widget):
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


@pytest.mark.parametrize("pane", PANES, indirect=True)
def test_every_field_goes_to_the_article_and_back_by_undo(pane, full):
    part = pane.parts[0]
    for path in (path for of, path in TYPED if of == part):
        place, widget = place_of(part, path), pane.findChild(QWidget, path)
        before, before_shown = value(full, place), shown(widget)
        change(widget)
        changed = value(full, place)
        assert changed != before, path
        go_through(full.undo)
        assert value(full, place) == before, path
        assert shown(widget) == before_shown or path == "metadata.keywords", path
        go_through(full.redo)
        assert value(full, place) == changed, path
        go_through(full.undo)


def go_through(step):
    """Take every step of the history."""
    while step() is not None:
        pass
