from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.model.values import Article, Metadata, Question
from palmetto_editor.session.versions import lines, side_by_side

OLD = Article(
    id="a",
    metadata=Metadata(headline="Old", keywords=("x", "y")),
    body="one\ntwo\nthree",
    faq=(Question(id="q1", question="Why?"),),
)


def test_every_text_has_a_line():
    shown = "\n".join(lines(OLD))
    for text in ("headline: Old", "keywords 2: y", "three", "question: Why?"):
        assert text in shown


def test_equal_versions_have_no_marks():
    assert {row.mark for row in side_by_side(OLD, OLD)} == {"same"}


def test_a_changed_line_shows_both_sides():
    new = Article(id="a", metadata=OLD.metadata, body="one\n2\nthree\nfour", faq=OLD.faq)
    marked = [(r.left, r.right, r.mark) for r in side_by_side(OLD, new) if r.mark != "same"]
    assert marked == [("two", "2", "changed"), ("", "four", "right")]


def test_a_version_that_was_never_saved_has_an_empty_side():
    rows = side_by_side(None, OLD)
    assert {row.left for row in rows} == {""}
    assert [row.right for row in rows] == lines(OLD)


@given(st.text("ab\n", max_size=30), st.text("ab\n", max_size=30))
def test_no_line_of_either_version_is_left_out(old, new):
    left, right = Article(id="a", body=old), Article(id="a", body=new)
    rows = side_by_side(left, right)
    assert [r.left for r in rows if r.mark != "right"] == lines(left)
    assert [r.right for r in rows if r.mark != "left"] == lines(right)
