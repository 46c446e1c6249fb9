import json
from dataclasses import replace

import pytest
from hypothesis import given

from examples import examples
from palmetto_editor.bundle import codec
from palmetto_editor.bundle.codec import (
    LARGEST,
    decode_article,
    decode_draft,
    decode_references,
    encode_article,
    encode_references,
)
from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Date, Reference
from palmetto_editor.model.values import Article, Image, Question, Table
from sample_articles import full
from strategies import articles

ENVELOPE = {"format": "palmetto-article", "version": 1, "id": "a"}


def _said(data, read=decode_article):
    """What a writer is told of an article.json, all three parts of it."""
    source = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(UserError) as caught:
        read(source)
    assert caught.value.what
    assert caught.value.why
    assert caught.value.remedy
    return str(caught.value)


@examples(15)
@given(articles())
def test_an_article_reads_back_as_it_was(article):
    assert decode_article(encode_article(article)) == article
    assert decode_references(encode_references(article)) == article.references


def test_what_is_written_is_stable_and_readable():
    data = encode_article(full())
    assert data == encode_article(decode_article(data))
    assert data.startswith(b'{\n  "format": "palmetto-article",\n  "version": 1,\n  "id"')
    assert data.endswith(b"}\n")
    assert "“read”".encode() in data


def test_a_reference_has_only_what_is_known_of_it():
    article = Article(id="a", references=(Reference(id="wren2020", container_title="Tides"),))
    assert json.loads(encode_references(article)) == [
        {"id": "wren2020", "type": "article-journal", "container-title": "Tides"}
    ]


def test_what_a_field_lacks_takes_its_default():
    assert decode_article(json.dumps(ENVELOPE).encode()) == Article(id="a")


def test_a_byte_order_mark_is_passed_over():
    assert decode_article(b"\xef\xbb\xbf" + json.dumps(ENVELOPE).encode()) == Article(id="a")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"body": 3}, "body"),
        ({"metadata": {"headline": None}}, "metadata.headline"),
        ({"metadata": {"authors": [{"name": []}]}}, "metadata.authors[0].name"),
        ({"metadata": {"type": "Recipe"}}, "metadata.type"),
        ({"faq": [{"id": "q1"}, {"id": "q2", "answer": 3}]}, "faq[q2].answer"),
        ({"tables": [{"id": "t", "rows": [["a", 1]]}]}, "tables[t].rows[0][1]"),
        (
            {"references": [{"id": "a", "issued": {"date-parts": [["1999"]]}}]},
            "references[a].issued",
        ),
        ({"references": [{"id": "a", "container_title": "x"}]}, "references[a]"),
        ({"images": [{"id": "i", "fil": "x"}]}, "images[i]"),
        ({"links": [{"id": 3}]}, "$.links[0].id"),
        ({"faq": {}}, "faq"),
    ],
)
def test_an_unknown_or_ill_typed_field_is_named_by_its_place(change, place):
    assert f" at {place}" in _said(ENVELOPE | change)


def test_an_unknown_field_is_named():
    assert "“colour”" in _said(ENVELOPE | {"colour": "red"})
    assert "“id”" in _said({"format": "palmetto-article", "version": 1})


@pytest.mark.parametrize(
    ("article", "place"),
    [
        (Article(id="../x"), "id"),
        (Article(id=""), "id"),
        (Article(id="a", faq=(Question(id="q1"), Question(id="Q1"))), "faq[Q1]"),
        (Article(id="a", faq=(Question(id="x/y"),)), "faq[x/y]"),
        (Article(id="a", tables=(Table(id="con"),)), "tables[con]"),
        (Article(id="a", tables=(Table(id="t", rows=(("x",),)),)), "tables[t].rows[0]"),
        (Article(id="a", references=(Reference(id="a b"),)), "references[a b]"),
        (Article(id="a", references=(Reference(id="a"), Reference(id="A"))), "references[A]"),
        (
            Article(
                id="a", references=(Reference(id="a", issued=Date(date_parts=((1, 2, 3, 4),))),)
            ),
            "references[a].issued.date-parts",
        ),
        (Article(id="a", images=(Image(id="i", file="../x.png"),)), "images[i].file"),
        (Article(id="a", images=(Image(id="i", file="C:x.png"),)), "images[i].file"),
        (
            Article(id="a", images=(Image(id="i", file="x.png"), Image(id="j", file="X.png"))),
            "images[j].file",
        ),
    ],
)
def test_what_types_cannot_say_is_refused_by_its_place(article, place):
    assert f" at {place}." in _said(encode_article(article))


def test_two_images_may_show_one_file():
    article = Article(id="a", images=(Image(id="i", file="x.png"), Image(id="j", file="x.png")))
    assert decode_article(encode_article(article)) == article


def test_a_recovery_copy_may_hold_what_is_still_being_typed():
    article = Article(id="a", references=(Reference(id="wren"), Reference(id="wren")))
    assert decode_draft(encode_article(article)) == article
    _said(encode_article(article))


def test_a_number_that_no_study_has_is_refused():
    data = json.loads(encode_article(full()))
    data["references"][0]["palmetto"] = {"evidence": {"kind": "human", "n": -1}}
    assert "palmetto.evidence.n" in _said(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not JSON"),
        (b"\0" * 100, "zero bytes"),
        (b"%PDF-1.7 \xe2\xe3", "not UTF-8"),
        ('{"a": "é"}'.encode("utf-16"), "UTF-16"),
        ('{"a": "é"}'.encode("latin-1"), "not UTF-8"),
        (b"[" * 10_000, "nested deeper"),
        (b'{"a":' * 10_000, "nested deeper"),
        (b'{"a": 1, "a": 2}', "'a' stands twice"),
        (b'{"a": NaN}', "NaN"),
        (b"9" * 5_000, "not sound JSON"),
        (b'{"a": "\\ud800"}', "half of a character"),
        (b'{"\\udfff": 1}', "half of a character"),
        (b"[]", "palmetto-article"),
        (b"3", "palmetto-article"),
        (b'{"format": "palmetto-article"}', "“version”"),
        (b'{"format": "palmetto-article", "version": true}', "“version”"),
        (b'{"format": "palmetto-article", "version": 0}', "“version”"),
        (b'{"format": "palmetto-article", "version": 2}', "newer"),
        (b'{"format": "palmetto-article", "version": 1' + b"0" * 4000 + b"}", "newer"),
    ],
)
def test_what_is_no_article_is_refused_in_one_sentence(data, why):
    said = _said(data)
    assert why in said
    assert len(said) < 300


def test_a_giant_is_not_parsed():
    assert "larger than 16 MiB" in _said(b"[" + b" " * LARGEST)


def test_an_article_too_large_to_be_read_again_is_not_written(monkeypatch):
    most = len(encode_article(full()))
    monkeypatch.setattr(codec, "LARGEST", most)
    assert len(encode_article(full())) == most
    with pytest.raises(UserError, match="pasted"):
        encode_article(replace(full(), body=f"{full().body}x"))


def test_a_text_that_no_file_can_keep_is_named_and_not_lost():
    article = replace(full(), faq=(Question(id="q1", answer="half \ud83e of it"),))
    with pytest.raises(UserError, match=r"faq\[q1\]\.answer"):
        encode_article(article)


def test_a_reference_file_that_is_damaged_is_named():
    assert "$[0].title" in _said(b'[{"id": "a", "title": 3}]', decode_references)
