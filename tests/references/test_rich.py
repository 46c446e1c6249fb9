from __future__ import annotations

import pytest

from palmetto_editor.references.rich import rich


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<i>Calidris</i> & H<sub>2</sub>O", "<i>Calidris</i> &amp; H<sub>2</sub>O"),
        ("p < 0.05", "p &lt; 0.05"),
        ("<i>open", "&lt;i&gt;open"),
        ("closed</i>", "closed&lt;/i&gt;"),
        ("<i>a<b>b</i>c</b>", "&lt;i&gt;a<b>b&lt;/i&gt;c</b>"),
        ("<i onclick=x>a</i>", "&lt;i onclick=x&gt;a&lt;/i&gt;"),
        (" a\n b ", "a b"),
    ],
)
def test_only_pairs_of_allowed_tags_are_tags(text, html):
    assert rich(text) == html
