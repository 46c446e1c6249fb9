"""What checks read of a text is what the renderer reads, and it stands where they say."""

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from examples import examples
from palmetto_editor.markup.builder import TreeBuilder
from palmetto_editor.markup.elements import BLOCKS
from palmetto_editor.markup.guard import TooSlowError
from palmetto_editor.markup.passages import inline, parts
from palmetto_editor.markup.scan import spans

WRITTEN = """\
## One *two* ##

A line
  and its second.

> [!NOTE] A *title*
> inside
lazy
> - quoted item

1. one
   more

   paragraph
2. > two

Under
lined
-----

| a | b \\| c |
| - | --- |
|  d| e | f
g

Term
: detail
  below

<details>

in *here*

</details>
"""


class Listening(TreeBuilder):
    """A builder that remembers what it was given to read."""

    def __init__(self):
        super().__init__(Markdown(), BLOCKS)
        self.heard = []

    def inline(self, element, text):
        self.heard.append(text)
        super().inline(element, text)


def _rendered(source):
    builder = Listening()
    builder.expect(source, tuple(spans(source)))
    builder.parseChunk(Element("div"), source)
    return [text.strip().replace("\\|", "|") for text in builder.heard if text.strip()]


def _read(source):
    found = [p for part in parts(source) if part.construct != "note" for p in part.passages]
    return [p.text.strip().replace("\\|", "|") for p in found if p.text.strip()]


def _stands_there(source, passage):
    for index, sign in enumerate(passage.text):
        assert sign == "\n" or source[passage.at(index)] == sign


LINES = (
    "¦a¦  b¦- c¦  - d¦1. e¦2. f¦> g¦>h¦> [!TIP] *i*¦# j¦x  ¦### k ##¦| l | m |¦| - | - |¦n|o|p¦---"
    "¦===¦: q¦<div>¦</div>¦    r¦\ts¦* ¦-     t¦```¦    - u¦[v]: /w¦ > - y¦>> z¦>\ta¦-\tb"
)
TEXTS = st.lists(st.sampled_from(LINES.split("¦")), max_size=9).map("\n".join)


def test_a_written_text_is_read_as_it_is_rendered():
    assert _read(WRITTEN) == _rendered(WRITTEN)
    assert len(_read(WRITTEN)) == 17


@examples(400)
@given(TEXTS)
def test_any_text_is_read_as_it_is_rendered(source):
    try:
        rendered = _rendered(source)
    except TooSlowError:
        return
    assert sorted(_read(source)) == sorted(rendered)


@examples(400)
@given(TEXTS)
def test_all_that_is_read_stands_where_it_is_said_to(source):
    for part in parts(source):
        for passage in part.passages:
            _stands_there(source, passage)


@pytest.mark.parametrize("source", [WRITTEN, "[^a]: One\n\n    - two *three*\n", "[^a]: b"])
def test_a_part_knows_its_place(source):
    for part in parts(source):
        for passage in part.passages:
            _stands_there(source, passage)


def test_a_footnote_is_read_inside():
    passages = [p.text for part in parts("[^a]: One\n\n    two\n") for p in part.passages]
    assert passages == ["One", "two"]


def test_a_short_text_is_one_passage():
    passage = inline(" a\n  b ")
    assert passage.text == "a\nb"
    assert passage.at(2) == 5
