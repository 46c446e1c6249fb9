"""Front matter and what it claims."""

from __future__ import annotations

from itertools import pairwise

import pytest

from palmetto_editor.intake.manuscript import Manuscript
from palmetto_editor.intake.markdown.read import read

YAML = """---
title: "Owls: a count"
date: 2024-05-01
lastmod: 2024-06-02T10:00:00+02:00
author: Ann Lee
tags: [owls, "night birds"]
description: How owls are counted.
canonical_url: https://a.example/owls
image: owl.jpg
lang: en-GB
draft: true
layout: post
---
Text.
"""
TOML = """+++
title = "Owls: a count"
date = 2024-05-01
lastmod = 2024-06-02T10:00:00+02:00
author = "Ann Lee"
tags = ["owls", "night birds"]
description = "How owls are counted."
draft = true
[params]
canonical_url = "https://a.example/owls"
image = "owl.jpg"
lang = "en-GB"
layout = "post"
+++
Text.
"""
JSON = """{
  "title": "Owls: a count", "date": "2024-05-01", "lastmod": "2024-06-02T10:00:00+02:00",
  "author": "Ann Lee", "tags": ["owls", "night birds"], "description": "How owls are counted.",
  "canonical_url": "https://a.example/owls", "image": "owl.jpg", "lang": "en-GB", "draft": true,
  "layout": "post"
}
Text.
"""


def _claims(manuscript: Manuscript, field: str) -> list[str]:
    return [c.value for c in manuscript.claims if c.field == field]


def _of(front: str, field: str) -> list[str]:
    return _claims(read(f"---\n{front}\n---\nText.\n", "x.md"), field)


@pytest.mark.parametrize("text", [YAML, TOML, JSON], ids=["yaml", "toml", "json"])
def test_the_three_ways_of_writing_it_say_the_same(text):
    manuscript = read(text, "owls.md")
    said = {c.field: c.value for c in manuscript.claims if c.field != "keyword"}
    assert said == {
        "headline": "Owls: a count",
        "published": "2024-05-01",
        "modified": "2024-06-02T10:00:00+02:00",
        "author": "Ann Lee",
        "description": "How owls are counted.",
        "canonical_url": "https://a.example/owls",
        "image": "owl.jpg",
        "language": "en-GB",
    }
    assert _claims(manuscript, "keyword") == ["owls", "night birds"]
    assert [left.text for left in manuscript.leftovers] == ["draft: true", "layout: post"]
    assert {c.side for c in manuscript.claims} == {"file"}
    assert [piece.text for piece in manuscript.pieces] == ["Text."]


def test_people_may_have_more_than_a_name():
    text = (
        "author:\n  - name: Ann Lee\n    orcid: 0000-0002-1825-0097\n    email: a@b.example\n  - Bo"
    )
    manuscript = read(f"---\n{text}\n---\n", "x.md")
    ann, bo = (c for c in manuscript.claims if c.field == "author")
    assert (ann.value, ann.same_as) == ("Ann Lee", ("https://orcid.org/0000-0002-1825-0097",))
    assert bo.value == "Bo"
    assert [left.text for left in manuscript.leftovers] == ["author.email: a@b.example"]


def test_a_note_link_is_a_name():
    assert _of('author: "[[Ann Lee]]"', "author") == ["Ann Lee"]


def test_the_first_category_is_the_section():
    assert _of("categories: [birds, night]", "section") == ["birds"]
    assert _of("categories: [birds, night]", "keyword") == ["night"]


def test_quartos_categories_are_keywords():
    manuscript = read("---\ncategories: [birds, night]\n---\n", "x.qmd")
    assert _claims(manuscript, "keyword") == ["birds", "night"]


def test_jekyll_parts_tags_by_blanks():
    assert _of("tags: owl bird night", "keyword") == ["owl", "bird", "night"]
    assert _of("tags: owls, night birds", "keyword") == ["owls", "night birds"]


def test_a_summary_speaks_where_no_description_does():
    assert _of("summary: In short.", "description") == ["In short."]
    assert _of("summary: In short.\ndescription: In long.", "description") == ["In long."]


def test_what_is_published_may_be_a_yes_and_no_date():
    assert _of("published: true", "published") == []
    assert _of("date: 2020-01-01\npublishDate: 2021-01-01", "published") == ["2021-01-01"]


def test_a_picture_may_be_a_table():
    assert _of("cover:\n  image: a.png\n  alt: A\n  relative: true", "image") == ["a.png"]


def test_questions_in_front_matter_are_questions():
    manuscript = read("---\nfaq:\n  - question: Why?\n    answer: So.\n---\n", "x.md")
    (claim,) = manuscript.claims
    assert (claim.field, claim.value, claim.detail) == ("question", "Why?", "So.")


def test_broken_yaml_is_read_by_line_and_kept_whole():
    manuscript = read("---\ntitle: Owls: a count\ntags: [a, b]\n---\nText.\n", "x.md")
    assert _claims(manuscript, "headline") == ["Owls: a count"]
    assert _claims(manuscript, "keyword") == ["a", "b"]
    assert "not sound YAML" in manuscript.mended[0].what
    assert manuscript.leftovers[0].text == "title: Owls: a count\ntags: [a, b]"


def test_a_day_that_never_was_is_no_harm():
    assert _of("date: 2024-13-45", "published") == ["2024-13-45"]


@pytest.mark.parametrize(
    ("front", "why"),
    [
        (
            "a: &a [x, x]\n"
            + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in pairwise("abcdefghi")) * 4,
            "nests or repeats itself",
        ),
        ("a: " + "[" * 40 + "]" * 40, "nests or repeats itself"),
        ("a:\n" + "".join(" " * i + "a:\n" for i in range(1, 40)), "nests or repeats itself"),
        ("a: " + "x" * 100_000, "longer than"),
    ],
    ids=["aliases", "flow", "depth", "length"],
)
def test_front_matter_that_nobody_writes_is_refused(front, why):
    manuscript = read(f"---\n{front}\ntitle: T\n---\nText.\n", "x.md")
    assert why in manuscript.mended[0].what
    assert manuscript.pieces[-1].text == "Text."


@pytest.mark.parametrize(
    "front",
    ["a: !!python/object/apply:os.system [ls]", "? [a, b]\n: c", "- a\n- b: c"],
    ids=["objects", "keys", "no names"],
)
def test_odd_front_matter_takes_nothing_of_the_text(front):
    manuscript = read(f"---\n{front}\ntitle: T\n---\nText.\n", "x.md")
    assert manuscript.pieces[-1].text == "Text."


@pytest.mark.parametrize(
    "front", ["a = " + "[" * 5000, "[" + "a." * 5000 + "b]\nc = 1", "a = 1\na = 2"]
)
def test_toml_that_nobody_writes_is_bounded(front):
    assert read(f"+++\n{front}\n+++\nText.\n", "x.md").mended


def test_a_rule_at_the_top_is_no_front_matter():
    assert [p.kind for p in read("---\n\nText.\n\n---\n\nMore.\n", "x.md").pieces] == [
        "rule",
        "paragraph",
        "rule",
        "paragraph",
    ]


def test_json_ld_at_the_top_is_no_front_matter():
    manuscript = read('{"@context": "https://schema.org", "headline": "H"}\n', "x.md")
    assert not manuscript.claims
    assert manuscript.pieces[0].plain.startswith('{"@context"')
