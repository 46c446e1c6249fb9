from __future__ import annotations

from palmetto_editor.page.numbering import notes
from palmetto_editor.references.citing.count import Mark


def test_notes_that_refer_to_each_other_end():
    found = notes([("x",)], {"x": ("y",), "y": ("x",)})
    assert found.order == ("x", "y")
    assert found.counts == (2, 1)
    assert found.marks == ((Mark(1, 1),), (Mark(2, 1),), (Mark(1, 2),))
