"""A citation key or an id gets another name, and every text that uses it too."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from palmetto_editor.model.citing import CITED, cited, key_of, outside_code
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Table

__all__ = ["cited", "rename_image", "rename_reference", "rename_table"]  # counting, asked for here

T = TypeVar("T")


def rename_reference(old: str, new: str) -> Edit:
    """Give a reference another key, and every citation of it outside code too, as one step."""

    def rename(match: re.Match[str]) -> str:
        return f"@{new}" if key_of(match) == old else match[0]

    def retext(text: str) -> str:
        return outside_code(CITED, rename, text) if old in text else text

    def apply(article: Article) -> Article:
        references = _each(article.references, lambda r: _with(r, id=new) if r.id == old else r)
        return _with(_map(article, retext), references=references)

    return Edit("Rename citation key", Place("references", new, "id"), apply)


def rename_image(old: str, new: str) -> Edit:
    """Give an image another id, and every figure that shows it too, as one step."""
    shown = re.compile(
        rf"(\{{\{{<\s*figure\s+){re.escape(old)}(?=\s*>\}}\}})"
        rf"|(!\[[^\[\]\n]*\]\(){re.escape(old)}(?=[)\s])"
    )

    def apply(article: Article) -> Article:
        texts = _map(article, lambda t: shown.sub(lambda m: (m[1] or m[2]) + new, t))
        meta = article.metadata
        return _with(
            texts,
            images=_each(texts.images, lambda i: _with(i, id=new) if i.id == old else i),
            metadata=_with(meta, image=new) if meta.image == old else meta,
        )

    return Edit("Rename image", Place("images", new, "id"), apply)


def rename_table(old: str, new: str) -> Edit:
    """Give a table another id, and every shortcode that places it too, as one step."""
    placed = re.compile(rf"(\{{\{{<\s*table\s+){re.escape(old)}(?=\s*>\}}\}})")

    def apply(article: Article) -> Article:
        texts = _map(article, lambda t: placed.sub(lambda m: m[1] + new, t))
        tables = _each(texts.tables, lambda t: _with(t, id=new) if t.id == old else t)
        return _with(texts, tables=tables)

    return Edit("Rename table", Place("tables", new, "id"), apply)


def _map(article: Article, change: Callable[[str], str]) -> Article:
    """The article with each Markdown text changed; parts without a change stay the same objects."""
    return _with(
        article,
        notice=change(article.notice),
        short_answer=change(article.short_answer),
        body=change(article.body),
        disclaimer=change(article.disclaimer),
        faq=_each(article.faq, lambda q: _with(q, answer=change(q.answer))),
        tables=_each(article.tables, lambda t: _map_table(t, change)),
        images=_each(article.images, lambda i: _with(i, caption=change(i.caption))),
    )


def _map_table(table: Table, change: Callable[[str], str]) -> Table:
    return _with(
        table,
        caption=change(table.caption),
        note=change(table.note),
        columns=_each(table.columns, lambda c: _with(c, label=change(c.label))),
        rows=_each(table.rows, lambda row: _each(row, change)),
    )


def _each(items: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    changed = tuple(map(change, items))
    return items if changed == items else changed


def _with(value: T, **fields: Any) -> T:
    """`replace`, but the same object where nothing differs."""
    differing = {name: new for name, new in fields.items() if getattr(value, name) != new}
    return replace(value, **differing) if differing else value  # type: ignore[type-var]
