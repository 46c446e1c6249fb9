import pytest

from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job

DEFINITIONS = "[one]: http://one.org 'First'\n[Two  words]: <http://two.org/a b>\n"


def html(text):
    return render(Job(text, inline=True, definitions=DEFINITIONS)).html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[a](http://x.org)", '<a href="http://x.org">a</a>'),
        ("[*a*](b 'T')", '<a href="b" title="T"><em>a</em></a>'),
        ('[a](<b c> "T (1)")', '<a href="b c" title="T (1)">a</a>'),
        ("[a](b(c)d)", '<a href="b(c)d">a</a>'),
        (r"[a](b\(c)", '<a href="b(c">a</a>'),
        ("[a]()", '<a href="">a</a>'),
        ("[a](b c)", "[a](b c)"),
        ("[a] (b)", "[a] (b)"),
        ("[a](b", "[a](b"),
        ("[a](b 'T'x)", "[a](b 'T'x)"),
        ("[a [b](c) d](e)", '[a <a href="c">b</a> d](e)'),
        ("[a](b_c_d) _e_", '<a href="b_c_d">a</a> <em>e</em>'),
        ("[x][one]", '<a href="http://one.org" title="First">x</a>'),
        ("[One][]", '<a href="http://one.org" title="First">One</a>'),
        ("[ONE]", '<a href="http://one.org" title="First">ONE</a>'),
        ("[two\nwords]", '<a href="http://two.org/a b">two\nwords</a>'),
        ("[three] [x][three]", "[three] [x][three]"),
        (r"\[one]", "[one]"),
        ("[a](article:ghrelin-review)", '<a href="article:ghrelin-review">a</a>'),
        ("[a](#notes)", '<a href="#notes">a</a>'),
        ("[a](mailto:x@y.org)", '<a href="mailto:x@y.org">a</a>'),
        ("[a](?q=1&r=2)", '<a href="?q=1&amp;r=2">a</a>'),
        ("[`a]`](b)", '<a href="b"><code>a]</code></a>'),
        ("]", "]"),
        ("[", "["),
    ],
)
def test_links_as_commonmark_has_them(text, shown):
    assert html(text) == shown


def test_an_image_of_the_article_names_its_file_or_id():
    result = render(Job("![The *receptor*](fig1.png 'T') ![b](assets/x%20y.png) ![](i2)"))
    assert result.html == (
        '<p><img src="assets/fig1.png" alt="The receptor" title="T"> '
        '<img src="assets/x%20y.png" alt="b"> <img src="assets/i2" alt=""></p>'
    )
    assert result.images == ("fig1.png", "x y.png", "i2")


def test_an_image_may_be_a_link():
    assert html("[![a](b.png)](c)") == '<a href="c"><img src="assets/b.png" alt="a"></a>'


def test_an_image_may_be_given_by_reference():
    definitions = "[fig]: fig1.png\n"
    shown = render(Job("![a][fig] ![fig]", definitions=definitions)).html
    assert shown.count('<img src="assets/fig1.png"') == 2


def test_what_is_cited_in_a_link_is_cited_after_it():
    result = render(Job("[see [@a] by @b[^1]](c)", inline=True))
    assert result.html == '<a href="c">see  by @b</a>\ue000c0\ue001\ue000n0\ue001'
    assert result.clusters[0].cites[0].key == "a"


def test_alternative_text_holds_no_slots():
    result = render(Job("![see [@a]<b>c</b> `d`](e.png)", inline=True))
    assert result.html == '<img src="assets/e.png" alt="see c d">'
    assert result.clusters == ()
