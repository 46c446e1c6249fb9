import pytest

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references.short_names import author_and_year

IN_1996 = Date(date_parts=((1996,),))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"author": (Name(family="O'Neil & Co"),), "issued": IN_1996}, "O'Neil & Co 1996"),
        ({"author": (Name(family="Sun"),) * 3}, "Sun et al."),
        ({"publisher": "WHO", "issued": IN_1996}, "WHO 1996"),
        ({"title": "Salt", "issued": IN_1996}, "Salt"),
        ({"issued": IN_1996}, "1996"),
        ({}, "key"),
    ],
)
def test_a_work_in_a_few_words(fields, words):
    assert author_and_year(Reference(id="key", **fields)) == words
