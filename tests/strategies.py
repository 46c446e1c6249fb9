"""Hypothesis strategies for the values of the model: all that an editor could hold, and no less.

`articles()` are sound in the sense of the format: they can be written and read again.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from string import ascii_letters, ascii_lowercase, digits

from hypothesis import strategies as st

from palmetto_editor.bundle.names import folded, is_file, is_id
from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference, Verified
from palmetto_editor.model.publication import Checks, Publication, Publisher
from palmetto_editor.model.values import (
    Article,
    Author,
    Column,
    Dismissal,
    Image,
    Link,
    Metadata,
    Question,
    Table,
    Topic,
)

SMALL = 3  # items of a list, at most

# What people type, what Markdown and JSON and HTML take for marks, and what is rare in files.
texts = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from(list(" \n\r\t\"'\\<>&*_#[]()@{}|`^~:;-,.é\u00a0\u2028\ufeff\U0001f980\x00")),
    max_size=40,
)
_HARMLESS = "abc XYZ 0129 äé中 *_#[]()@{}|`^:;-,.<>&\"'\n"
plain_texts = st.text(_HARMLESS, max_size=40)
_SIGNS = ascii_letters + digits


def _joined(*parts):
    """Texts one behind the other, which are drawn faster than by a regex."""
    return st.builds("{}{}".format, *parts)


ids = _joined(st.sampled_from(_SIGNS), st.text(f"{_SIGNS}._-", max_size=11)).filter(is_id)
citation_keys = _joined(
    _joined(st.sampled_from(f"{_SIGNS}_äλ"), st.text(f"{_SIGNS}ä", max_size=8)),
    st.just("")
    | _joined(
        st.sampled_from(":./-"), st.text(f"{ascii_lowercase}{digits}", min_size=1, max_size=4)
    ),
)
_FILES = _joined(
    st.text(f"{ascii_lowercase}{digits}-", max_size=8).map("a{}9x".format),
    st.sampled_from([".png", ".jpg", ".svg", ".webp"]),
).filter(is_file)  # no device of Windows


def _list(items, key=None):
    if key is None:
        return st.lists(items, max_size=SMALL).map(tuple)
    return st.lists(items, max_size=SMALL, unique_by=lambda i: folded(key(i))).map(tuple)


def _some(model, text, **given):
    """Values of a model: a few of its text fields are drawn from `text`, and all that is given."""
    names = [f.name for f in fields(model) if f.type == "str" and f.name not in given]
    asked = {f.name for f in fields(model) if f.default is MISSING} & set(names)
    few = st.lists(st.sampled_from(names), max_size=4) if names else st.just([])

    @st.composite
    def values(draw):
        chosen = draw(few)
        drawn = {name: draw(text) for name in sorted(asked.union(chosen))}
        return model(**drawn, **{name: draw(strategy) for name, strategy in given.items()})

    return values()


def _by_id(items):
    return _list(items, lambda item: item.id)


def authors(text=texts):
    kind = st.sampled_from(["person", "organization"])
    return _some(Author, text, kind=kind, same_as=_list(text))


def metadata(text=texts):
    topic = _some(
        Topic,
        text,
        kind=st.sampled_from(["Thing", "ChemicalSubstance", "MolecularEntity"]),
        same_as=_list(text),
    )
    return _some(
        Metadata,
        text,
        type=st.sampled_from(["Article", "BlogPosting", "ScholarlyArticle"]),
        authors=_list(authors(text)),
        reviewers=_list(authors(text)),
        keywords=_list(text),
        about=_list(topic),
    )


def tables(text=texts):
    align = st.sampled_from(["", "left", "center", "right"])
    some_columns = _by_id(_some(Column, text, id=ids, align=align))
    rows = [_list(st.lists(text, min_size=n, max_size=n).map(tuple)) for n in range(SMALL + 1)]
    rows[0] = st.just(())  # no columns, no rows
    bare = _some(Table, text, id=ids)

    @st.composite
    def values(draw):
        columns = draw(some_columns)
        return replace(draw(bare), columns=columns, rows=draw(rows[len(columns)]))

    return values()


def dates(text=texts):
    part = st.lists(st.integers(-9999, 9999), min_size=1, max_size=3).map(tuple)
    parts = st.lists(part, max_size=2).map(tuple)
    return st.builds(Date, date_parts=parts, literal=text, circa=st.booleans())


def references(text=texts):
    evidence = st.builds(
        Evidence,
        kind=st.sampled_from(["", "in-vitro", "animal", "human", "review"]),
        species=text,
        n=st.none() | st.integers(0, 2**53 - 1),
    )
    extension = st.builds(
        Extension,
        authors_truncated=st.booleans(),
        evidence=st.none() | evidence,
        verified=st.none() | st.builds(Verified, source=text, date=text),
    )
    names = _list(_some(Name, text))
    return _some(
        Reference,
        text,
        id=citation_keys,
        type=st.sampled_from(["article-journal", "book", "chapter", "webpage", "report"]),
        author=names,
        editor=names,
        translator=names,
        issued=st.none() | dates(text),
        accessed=st.none() | dates(text),
        palmetto=extension,
    )


def articles(text=texts, works=True):
    """Whole articles; with `plain_texts`, ones whose texts hold no control characters.

    `works`: whether they have references, which take as long to draw as all the rest.
    """
    relation = st.sampled_from(["pillar", "related", "see-also", "product"])
    return _some(
        Article,
        text,
        id=ids,
        metadata=metadata(text),
        faq=_by_id(_some(Question, text, id=ids)),
        tables=_by_id(tables(text)),
        references=_by_id(references(text)) if works else st.just(()),
        links=_by_id(_some(Link, text, id=ids, relation=relation)),
        images=_by_id(_some(Image, text, id=ids, file=st.just("") | _FILES)),
        dismissed=_list(_some(Dismissal, text)),
    )


def choices(text=texts):
    """What a publication asks for; its severities in their order, as a file gives them back."""
    severities = st.dictionaries(
        text, st.sampled_from(["error", "warning", "advice"]), max_size=SMALL
    )
    return st.builds(
        Checks,
        packs=st.none() | st.just(()) | st.just(("research-use-only",)),
        off=_list(text),
        severity=severities.map(lambda said: tuple(sorted(said.items()))),
    )


def publications(text=texts):
    base = st.just("") | st.just("https://example.org/notes/")
    return _some(
        Publication,
        text,
        base_url=base,
        theme=st.just("default"),
        publisher=_some(Publisher, text, same_as=_list(text)),
        authors=_list(authors(text)),
        checks=choices(text),
    )
