"""All citations of a page, and of the pages that typing makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.markup.rendered import Cite, Cluster
from palmetto_editor.model.csl import Name, Reference
from palmetto_editor.page.cited import Citer, Citing, cited
from palmetto_editor.references.styles.style import load

STYLES = ("american-medical-association", "apa", "chicago-notes-bibliography")
REFERENCES = tuple(
    Reference(id=key, type="article-journal", title=f"On {key}", author=(Name(family=key.upper()),))
    for key in ("a", "b", "c")
)
ROWS = st.lists(
    st.lists(st.sampled_from(["a", "b", "c", "x"]), min_size=1, max_size=2), max_size=2
).map(lambda rows: clusters(*rows))


def clusters(*rows):
    return tuple(Cluster(tuple(map(Cite, row))) for row in rows)


def same(one, other):
    """But for the works, which equal only themselves."""
    names = ("texts", "notes", "who", "counted", "told")
    return all(getattr(one, name) == getattr(other, name) for name in names)


@pytest.mark.parametrize(
    "style", ["american-medical-association", "apa", "chicago-notes-bibliography"]
)
@given(data=st.data())
@examples(60)
def test_each_page_cites_as_if_it_were_the_first(style, data):
    citing, citer = Citing(REFERENCES, load(style)), Citer()
    texts = data.draw(st.lists(ROWS, min_size=1, max_size=4))
    for _ in range(4):
        made = citer.cited(tuple(texts), citing, range(0), {})
        assert same(made, cited(texts, citing, range(0)))
        texts = [data.draw(st.one_of(st.just(row), ROWS)) for row in texts]


def test_a_key_that_nobody_knows_yet_leaves_the_works_as_they_are():
    citing, citer = Citing(REFERENCES, load("american-medical-association")), Citer()
    first, last = clusters(["b"], ["a"]), clusters(["a", "c"])
    before = citer.cited((first, clusters(["x"]), last), citing, range(0), {})
    after = citer.cited((first, clusters(["x", "y"]), last), citing, range(0), {})
    assert after.works is before.works
    assert after.counted.unknown == ((1, "x"), (1, "y"))


def test_without_references_every_key_is_one_that_nobody_knows():
    citing, citer = Citing((), None), Citer()
    for key in ("r", "re", "ref"):
        made = citer.cited((clusters([key]),), citing, range(0), {})
        assert made.counted.unknown == ((0, key),)
        assert f"?{key}" in made.texts[0][0].html
