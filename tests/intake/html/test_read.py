"""Whole pages in the shapes of real systems."""

# ruff: noqa: E501 # snippets of pages as they are

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from effort import grows_with
from examples import examples
from intake.html.pages import PROSE, kinds, left, manuscript, texts

WORDPRESS = f"""<!DOCTYPE html><html lang="en-US"><head><title>Marsh carbon &#8211; Coast</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[
{{"@type":"Article","headline":"Marsh carbon","author":{{"@id":"#a"}}}},
{{"@type":"Person","@id":"#a","name":"Ada Reed"}}]}}</script></head>
<body class="single has-sidebar"><a class="skip-link screen-reader-text" href="#c">Skip</a>
<header id="masthead" class="site-header"><p class="site-title"><a href="/">Coast</a></p>
<nav class="main-navigation"><ul><li><a href="/a">About</a></li></ul></nav></header>
<div class="marquee">Free shipping</div><main id="main">
<nav class="breadcrumbs"><a href="/">Home</a> &raquo; <a href="/b/">Blog</a> &raquo; <span>Marsh</span></nav>
<article id="post-12" class="post-12 post type-post tag-salt category-coast">
<header class="entry-header"><h1 class="entry-title">Marsh carbon</h1><div class="entry-meta">
<span class="byline"><a rel="author" href="https://x.org/a">Ada Reed</a></span>
<span class="posted-on"><time class="entry-date published" datetime="2026-04-21">April 21</time></span>
</div></header><div class="entry-content">
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="https://t.co/x">Twitter</a></li></ul></div>
<div id="ez-toc-container"><p>Contents</p><ul><li><a href="#o">One</a></li></ul></div>
<p>{PROSE}</p><h2 id="o"><span class="ez-toc-section"></span>One</h2><p>{PROSE}</p>
<div class="newsletter-box"><h4>Join us</h4><form><input type="email"><button>Go</button></form></div>
</div><footer class="entry-footer"><span class="cat-links"><a href="/c" rel="category tag">Coast</a>
</span><span class="tags-links">Tagged <a href="/s" rel="tag">salt</a>, <a href="/m" rel="tag">mud</a>
</span></footer></article>
<section class="related-posts"><h3>Related Articles</h3><div class="card"><a href="/r1">
<img src="/1.jpg" alt=""></a><h4><a href="/r1">Mangroves</a></h4><a href="/r1">Read more</a></div>
<div class="card"><h4><a href="/r2">Seagrass</a></h4></div></section>
<div id="comments" class="comments-area"><ol class="comment-list"><li>Nice post</li></ol></div></main>
<aside id="secondary" class="widget-area"><h2>Recent</h2></aside>
<footer class="site-footer"><p>© 2026 Coast</p></footer></body></html>"""


def test_a_wordpress_page_gives_the_article_in_its_order() -> None:
    found = manuscript(WORDPRESS)
    assert texts(found.pieces) == [
        "- [Home](/)\n- [Blog](/b/)\n- Marsh",
        "Marsh carbon",
        "[Ada Reed](https://x.org/a)",
        '<time datetime="2026-04-21">April 21</time>',
        PROSE,
        "One",
        PROSE,
        "- [Coast](/c)",
        "- [salt](/s)\n- [mud](/m)",
        "Related Articles",
        "- [Mangroves](/r1)\n- [Seagrass](/r2)",
    ]


def test_pieces_around_the_text_keep_the_names_that_tell_what_they_are() -> None:
    pieces = manuscript(WORDPRESS).pieces
    assert "breadcrumbs" in pieces[0].hints
    assert "byline" in pieces[2].hints
    assert "posted-on" in pieces[3].hints
    assert "tags-links" in pieces[8].hints
    assert "related" in pieces[10].hints


def test_names_of_what_holds_the_whole_article_are_no_hints() -> None:
    assert all("tag-salt" not in piece.hints for piece in manuscript(WORDPRESS).pieces)


def test_the_sites_own_parts_are_few_leftovers_with_all_their_words() -> None:
    found = manuscript(WORDPRESS)
    words = left(found)
    for said in ("About", "Free shipping", "Twitter", "Join us", "Nice post", "Recent", "© 2026"):
        assert said in words
    assert len(found.leftovers) <= 12


def test_no_word_of_the_page_is_lost_in_silence() -> None:
    found = manuscript(WORDPRESS)
    kept = left(found) + "\n".join(f"{p.plain} {p.text} {p.label}" for p in found.pieces)
    for word in ("Skip", "Coast", "About", "Contents", "Share this", "Go", "Tagged", "Read more"):
        assert word in kept, word


def test_claims_of_head_markup_and_page_stand_side_by_side() -> None:
    claims = {(c.side, c.field, c.value) for c in manuscript(WORDPRESS).claims}
    assert {
        ("head", "title", "Marsh carbon – Coast"),
        ("head", "language", "en-US"),
        ("markup", "headline", "Marsh carbon"),
        ("markup", "author", "Ada Reed"),
        ("page", "author", "Ada Reed"),
        ("page", "published", "2026-04-21"),
        ("page", "keyword", "salt"),
        ("page", "section", "Coast"),
    } <= claims


def test_mended_json_ld_is_told_and_its_intruders_kept() -> None:
    found = manuscript(
        '<script type="application/ld+json">{"@type": "Article",\nFor all of it see the Guide to Salt Marshes on this coast.\n"headline": "X",}'
        f"</script><h1>X</h1><p>{PROSE}</p>"
    )
    assert found.mended
    assert [piece.plain for piece in found.intruders] == [
        "For all of it see the Guide to Salt Marshes on this coast."
    ]
    assert ("headline", "X") in {(c.field, c.value) for c in found.claims}


def test_a_headline_that_is_said_twice_stands_once() -> None:
    found = manuscript(
        f"<article><header><h1>Marsh</h1></header><div><h3>Marsh</h3><p>{PROSE}</p></div></article>"
    )
    assert texts(found.pieces) == ["Marsh", PROSE]
    assert left(found) == "Marsh"


def test_a_medium_export_has_its_headline_and_body() -> None:
    found = manuscript(
        '<article class="h-entry"><header><h1 class="p-name">Marsh</h1></header>'
        '<section data-field="body" class="e-content"><section class="section"><div '
        'class="section-content"><h3 class="graf graf--title">Marsh</h3>'
        f'<p class="graf">{PROSE}</p></div></section></section><footer><p>By <a class="p-author '
        'h-card" href="https://m.com/@r">Ada Reed</a> on <a href="/p"><time class="dt-published" '
        'datetime="2026-04-21">April 21</time></a>.</p></footer></article>'
    )
    assert texts(found.pieces)[:2] == ["Marsh", PROSE]
    assert ("author", "Ada Reed") in {(c.field, c.value) for c in found.claims}


def test_what_a_footer_says_of_all_articles_is_said_to_the_reader_of_this_one() -> None:
    found = manuscript(
        f"<main><article><h1>T</h1><p>{PROSE}</p></article></main><footer><nav><a href=/>Home</a></nav>"
        "<p>For informational purposes only; preclinical models.</p><p>© 2026 Coast</p></footer>"
    )
    assert texts(found.pieces)[2:] == ["For informational purposes only; preclinical models."]


def test_a_fragment_from_the_clipboard_is_all_article() -> None:
    assert kinds(manuscript("<h1>A</h1><p>b</p><ul><li>c</li></ul>").pieces) == [
        "heading",
        "paragraph",
        "list",
    ]


def test_nothing_at_all_gives_an_empty_manuscript() -> None:
    assert manuscript("").pieces == ()
    assert manuscript("<frameset><frame src=x></frameset>").pieces == ()


_TAGS = [
    "div",
    "p",
    "span",
    "b",
    "a",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "details",
    "summary",
    "h2",
    "blockquote",
    "pre",
    "section",
    "aside",
    "nav",
]
_OPEN = st.builds(
    "<{} {}>".format,
    st.sampled_from(_TAGS),
    st.sampled_from(["", "class=note", "hidden", "href=#a", "id=a", "class=related", "role=tab"]),
)
_CLOSE = st.sampled_from([f"</{tag}>" for tag in _TAGS])
_SOUP = st.lists(st.one_of(_OPEN, _CLOSE, st.sampled_from(["word ", "<br>", "1", "<img src=x>"])))


@examples(60)
@given(_SOUP.map("".join))
def test_any_soup_of_tags_keeps_its_words(soup: str) -> None:
    found = manuscript(f"{soup}<p>last</p>")
    kept = left(found) + "".join(f"{piece.text}{piece.plain}" for piece in found.pieces)
    for word in ("word", "last"):
        assert (word in kept) == (word in f"{soup}last")


def test_time_grows_in_proportion_to_the_size() -> None:
    block = f"<h2>Head</h2><p>{PROSE} <b>x</b> <a href=/y>z</a></p><ul><li>a</li></ul>"

    assert grows_with(lambda n: manuscript(f"<article><h1>A</h1>{block * n}</article>"), 4)
