"""The groups of the metadata pane: each function builds one from the pane's fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import shorten

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from palmetto_editor.model import edits
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.naming import slug
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Image, Metadata
from palmetto_editor.ui.binding import bind_choice, bind_line, bind_text, choices
from palmetto_editor.ui.widgets.chips import Chips, bind_chips
from palmetto_editor.ui.widgets.counter import DESCRIPTION, TITLE, PixelCounter
from palmetto_editor.ui.widgets.fields import Fields, may_shrink
from palmetto_editor.ui.widgets.forms import row
from palmetto_editor.ui.widgets.labels import Labelled, words
from palmetto_editor.ui.widgets.languages import is_tag, spoken
from palmetto_editor.ui.widgets.moment import MomentEdit, bind_moment
from palmetto_editor.ui.widgets.people import People
from palmetto_editor.ui.widgets.prose import Prose
from palmetto_editor.ui.widgets.snippet import Snippet
from palmetto_editor.ui.widgets.tag_box import TagBox, bind_tag
from palmetto_editor.ui.widgets.topics import Topics
from palmetto_editor.ui.widgets.typed import typed

TYPES = (
    ("Article", "Article"),
    ("BlogPosting", "Blog post"),
    ("NewsArticle", "News article"),
    ("Report", "Report"),
    ("ScholarlyArticle", "Scholarly article"),
    ("TechArticle", "Technical article"),
)
_HEADLINE = Place("metadata", field="headline")
_SLUG = Place("metadata", field="slug")


def what_it_says(fields: Fields) -> Iterator[QWidget]:
    """Headline, title, description, and how a search result shows them."""
    yield _headline(fields)
    title = fields.line("title", "Title", hint="For search results and the browser's tab.")
    yield _counted(fields, "title", title, PixelCounter(TITLE, "metadata.title.width"))
    prose = Prose("One or two sentences that say what a reader will find.")
    prose.setObjectName("metadata.description")
    fields.watch(bind_text(prose, fields.session, fields.at("description")))
    description = Labelled("Description", prose)
    counter = PixelCounter(DESCRIPTION, "metadata.description.width")
    yield _counted(fields, "description", description, counter)
    snippet = Snippet()
    fields.watch(lambda: _show_snippet(snippet, fields))
    yield Labelled("In a search result", snippet)


def where_it_lives(fields: Fields) -> Iterator[QWidget]:
    """Slug, canonical address, language, section, type."""
    yield _slug(fields)
    canonical = fields.line("canonical_url", "Canonical address", "https://example.org/ghrelin/")
    fields.watch(lambda: _check_address(canonical, fields))
    yield canonical
    yield row(_language(fields), fields.choice("type", "Type", TYPES))
    yield fields.line("section", "Section", "Receptors", "Where it stands in the site's own order.")


def authors(fields: Fields) -> Iterator[QWidget]:
    yield from _people(fields, "authors", "author")


def reviewers(fields: Fields) -> Iterator[QWidget]:
    yield from _people(fields, "reviewers", "reviewer")


def when(fields: Fields) -> Iterator[QWidget]:
    """Published and modified."""
    for field, label in (("published", "Published"), ("modified", "Last modified")):
        edit = MomentEdit(f"metadata.{field}", label)
        labelled = Labelled(label, edit)
        edit.said.connect(labelled.say)
        fields.watch(bind_moment(edit, fields.session, fields.at(field)))
        yield labelled


def what_about(fields: Fields) -> Iterator[QWidget]:
    """Keywords, topics, lead image."""
    chips = Chips("keywords", "ghrelin, growth hormone")
    chips.line.setObjectName("metadata.keywords")
    chips.line.setAccessibleName("Keywords")
    fields.watch(bind_chips(chips, fields.session, fields.at("keywords")))
    yield Labelled("Keywords", chips, "A comma or Enter ends a keyword; Alt+Left moves it.")
    yield _lead_image(fields)
    yield words("Topics", "label")
    topics = Topics(fields.session, "metadata.about", fields.at("about"))
    fields.watch(topics.refresh)
    yield topics


GROUPS: tuple[tuple[str, Callable[[Fields], Iterator[QWidget]]], ...] = (
    ("", what_it_says),
    ("Where it lives", where_it_lives),
    ("Authors", authors),
    ("Reviewers", reviewers),
    ("Dates", when),
    ("What it is about", what_about),
)


def type_headline(metadata: Metadata, text: str) -> Edit:
    """The slug goes along with the headline as long as it is the one proposed for it."""
    edit = edits.type_text(_HEADLINE, text)
    if metadata.slug in ("", slug(metadata.headline)):
        edit = typed(edits.both(edit, edits.put(_SLUG, slug(text))))
    return edit


def _headline(fields: Fields) -> QWidget:
    session = fields.session
    line = QLineEdit()
    line.setObjectName("metadata.headline")
    line.setPlaceholderText("What the article is called on its page")

    def edit(_: Place, text: str) -> Edit:
        return type_headline(session.article.metadata, text)

    fields.watch(bind_line(line, session, lambda: _HEADLINE, edit))
    return Labelled("Headline", line)


def _counted(fields: Fields, field: str, labelled: Labelled, counter: PixelCounter) -> QWidget:
    fields.watch(lambda: counter.show_text(str(fields.value(field))))
    layout = labelled.layout()
    if layout is not None:
        layout.removeWidget(labelled.hint)
        layout.addWidget(counter)
        layout.addWidget(labelled.hint)
    return labelled


def _slug(fields: Fields) -> QWidget:
    session = fields.session
    line = QLineEdit()
    line.setObjectName("metadata.slug")
    line.setPlaceholderText("ghrelin-and-its-receptor")
    line.setAccessibleName("Slug")
    fields.watch(bind_line(line, session, lambda: _SLUG))
    button = QPushButton("From the headline")
    button.setObjectName("metadata.slug.propose")

    def proposed() -> str:
        return slug(session.article.metadata.headline)

    button.clicked.connect(
        lambda: session.do(edits.put(_SLUG, proposed(), "Take the slug from the headline"))
    )
    labelled = Labelled("Slug", row(line, button, shares=(1, 0)))
    labelled.label.setBuddy(line)

    def show() -> None:
        now = session.article.metadata.slug
        button.setEnabled(bool(proposed()) and now != proposed())
        if now and now != slug(now):
            labelled.say("An address is safest with small letters, digits and hyphens.", bad=True)
        elif now == proposed():
            labelled.say("Follows the headline until you change it.")
        else:
            labelled.say("")

    fields.watch(show)
    return labelled


def _language(fields: Fields) -> Labelled:
    box = TagBox("metadata.language")
    fields.watch(bind_tag(box, fields.session, fields.at("language")))
    labelled = Labelled("Language", box)

    def show() -> None:
        tag = str(fields.value("language"))
        good = is_tag(tag)
        labelled.say(spoken(tag) if good else "Not a language tag such as en-GB.", bad=not good)

    fields.watch(show)
    return labelled


def _people(fields: Fields, field: str, noun: str) -> Iterator[QWidget]:
    people = People(fields.session, f"metadata.{field}", noun, fields.at(field))
    fields.watch(people.refresh)
    yield people


def _lead_image(fields: Fields) -> Labelled:
    box = QComboBox()
    box.setObjectName("metadata.image")
    may_shrink(box)
    show_choice = bind_choice(box, fields.session, fields.at("image"))
    shown: list[tuple[str, str]] = []

    def show() -> None:
        article = fields.session.article
        rows = [("", "None"), *((i.id, _image_words(i)) for i in article.images)]
        if article.metadata.image not in [value for value, _ in rows]:
            rows.append((article.metadata.image, f"{article.metadata.image} (missing)"))
        if rows != shown:
            shown[:] = rows
            box.clear()
            choices(box, rows)
        show_choice()

    fields.watch(show)
    return Labelled("Lead image", box, "Stands for the article where it is shared.")


def _image_words(image: Image) -> str:
    return f"{image.id}: {shorten(image.alt, 60, placeholder='…')}" if image.alt else image.id


def _check_address(labelled: Labelled, fields: Fields) -> None:
    address = str(fields.value("canonical_url"))
    if address:
        good = address.startswith(("https://", "http://"))
        labelled.say("" if good else "A whole address begins with https://.", bad=not good)
    elif fields.session.publication.base_url.strip():
        labelled.say("Empty: made from the publication's address and the slug.")
    else:
        labelled.say("Needed, unless the publication has an address (File › Publication…).")


def _show_snippet(snippet: Snippet, fields: Fields) -> None:
    meta = fields.session.article.metadata
    made = f"{fields.session.publication.base_url}{meta.slug}"
    address = (meta.canonical_url or made).removeprefix("https://").strip("/")
    snippet.show_texts(address.replace("/", " › "), meta.title or meta.headline, meta.description)
