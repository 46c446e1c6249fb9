"""The whole way from bytes to a draft, over the real readers."""

import pytest

from palmetto_editor.errors import UserError
from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.read import read, read_bytes
from palmetto_editor.intake.source import Source, from_text

PAGE = """<!doctype html><html lang="en-GB"><head><title>On Tides | Shore Notes</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "BlogPosting",
"headline": "Tides", "author": {"@type": "Person", "name": "Ada Wren"}}</script></head><body>
<nav><a href="/">Home</a></nav><article><h1>On Tides</h1><p>By Ada Wren | 21 April 2026</p>
<p>The sea comes and goes, and whoever lives beside it knows when it will be back again.</p>
<h2>Why it moves</h2><p>The moon pulls the sea, and the sun pulls it a little as well.</p>
</article></body></html>"""
TEXT = """On Tides

Ada Wren
April 21, 2026

The sea comes and goes, and whoever lives beside it knows when it will be back.

Why It Moves

The moon pulls the sea, and the sun pulls it a little as well.
"""
MARKDOWN = """---
title: On Tides
author: Ada Wren
date: 2026-04-21
---

The sea comes and goes.

## Why it moves

The moon pulls.
"""


class Listener:
    cancelled = False

    def __init__(self) -> None:
        self.shares: list[float] = []

    def report(self, share: float, words: str) -> None:
        self.shares.append(share)


def in_short(draft: Draft) -> tuple[str, list[str], str]:
    meta = draft.article.metadata
    return meta.headline, [author.name for author in meta.authors], meta.published[:10]


@pytest.mark.parametrize(
    ("text", "name"), [(PAGE, "tides.html"), (TEXT, "tides.txt"), (MARKDOWN, "tides.md")]
)
def test_every_kind_of_text_becomes_the_same_article(text: str, name: str) -> None:
    draft = read_bytes(text.encode(), name)
    assert in_short(draft) == ("On Tides", ["Ada Wren"], "2026-04-21")
    assert draft.article.body.startswith("The sea comes and goes")
    assert "The moon pulls" in draft.article.body
    assert draft.source == name


def test_what_disagrees_is_found() -> None:
    assert [d.rule for d in read(from_text(PAGE, "tides.html")).disagreements] == [
        "intake.headline"
    ]


def test_the_kind_and_the_language_are_those_of_the_page() -> None:
    meta = read(from_text(PAGE, "tides.html")).article.metadata
    assert (meta.type, meta.language) == ("BlogPosting", "en-GB")


def test_a_bundle_is_opened_and_not_read() -> None:
    with pytest.raises(UserError, match="bundle"):
        read(Source(name="tides", kind="bundle"))


def test_how_far_it_is_is_told() -> None:
    listener = Listener()
    read(from_text(TEXT, "tides.txt"), listener)
    assert listener.shares == sorted(listener.shares)
    assert listener.shares[-1] == 1.0


def test_what_was_mended_in_the_file_is_told() -> None:
    draft = read_bytes(
        "On Tides\n\nThe caf\u00e9 by the sea is open.".encode("cp1252"), "tides.txt"
    )
    assert "caf\u00e9" in draft.article.body
