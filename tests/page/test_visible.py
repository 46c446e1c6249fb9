from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from palmetto_editor.page.visible import Texts, visible_text


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


def test_each_element_has_the_text_of_all_within_it():
    tree = LexborHTMLParser("<div>a<p>b<b>c</b></p><p hidden>d<i>e</i></p>f</div><u>g</u>")
    texts = Texts(tree.root)
    found = {node.tag: texts.of(node) for node in tree.css("div, p:not([hidden]), b, i, u")}
    assert found == {"div": "a bc f", "p": "bc", "b": "c", "i": "e", "u": "g"}
    assert [texts.of(node) for node in tree.css("[hidden]")] == [""]


def test_deep_nesting_is_read():
    assert visible_text("<div>" * 5_000 + "deep") == "deep"
