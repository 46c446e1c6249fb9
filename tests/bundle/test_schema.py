import json

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from examples import examples
from palmetto_editor import assets
from palmetto_editor.bundle.codec import encode_article
from palmetto_editor.bundle.schema import FILE, article_schema, schema_text
from sample_articles import full
from strategies import articles

VALIDATOR = Draft202012Validator(json.loads(schema_text()))


def test_the_shipped_schema_is_that_of_the_model():
    assert assets.text(FILE) == schema_text(), "run python -m palmetto_editor.bundle.schema"


def test_it_is_a_schema():
    Draft202012Validator.check_schema(json.loads(schema_text()))


@examples(8)
@given(articles())
def test_it_accepts_every_article(article):
    VALIDATOR.validate(json.loads(encode_article(article)))


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "red"},
        {"version": 2},
        {"body": None},
        {"id": "../x"},
        {"metadata": {"head": "x"}},
        {"references": [{"id": "a", "container_title": "x"}]},
    ],
)
def test_it_refuses_what_the_program_refuses(change):
    assert not VALIDATOR.is_valid(json.loads(encode_article(full())) | change)


def test_every_object_in_it_is_closed():
    schema = article_schema()
    closed = [schema, *schema["$defs"].values()]
    assert all(definition["additionalProperties"] is False for definition in closed)
