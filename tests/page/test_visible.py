from __future__ import annotations

import pytest

from palmetto_editor.page.visible import visible_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Hel<b>lo</b> [<a>1</a>, 2].</p>", "Hello [1, 2]."),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("<td>a</td>", "a"),
        ("<table><tr><th>a</th><td>b</td></tr></table>", "a b"),
        ("a<br>b", "a b"),
        ("a&nbsp;b\n\t c &amp; d", "a b c & d"),
        ("<p hidden>x</p><script>x</script><style>x</style><template>x</template>y", "y"),
        ("<html><head><title>x</title></head><body>y</body></html>", "y"),
        ('<p>a<img alt="not seen">b</p>', "a b"),
        ("<details><summary>a</summary>b</details>", "a b"),
        ("a<!-- x -->b", "ab"),
        ("", ""),
    ],
)
def test_visible_text_is_what_a_reader_sees(html, text):
    assert visible_text(html) == text


def test_deep_nesting_is_read():
    assert visible_text("<div>" * 5_000 + "deep") == "deep"
