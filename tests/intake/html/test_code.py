# ruff: noqa: E501 # snippets of pages as they are

from __future__ import annotations

import pytest

from intake.html.pages import in_article

LISTINGS = {
    "plain": '<pre><code class="language-go">a := 1\nb := 2\n</code></pre>',
    "Hugo": '<div class="highlight"><div class="chroma"><table class="lntable"><tr><td class="lntd">'
    '<pre><code><span class="lnt">1\n</span><span class="lnt">2\n</span></code></pre></td><td '
    'class="lntd"><pre><code class="language-go" data-lang="go"><span class="line">a := 1\n</span>'
    '<span class="line">b := 2\n</span></code></pre></td></tr></table></div></div>',
    "Jekyll": '<div class="language-go highlighter-rouge"><div class="highlight"><pre class='
    '"highlight"><code>a := 1\nb := 2\n</code></pre></div></div>',
    "Docusaurus": '<div class="language-go codeBlockContainer_x"><pre class="prism-code language-go">'
    '<code><span class="token-line"><span>a := 1</span><br></span><span class="token-line"><span>'
    "b := 2</span><br></span></code></pre><button>Copy</button></div>",
    "numbers": '<pre class="language-go"><code><span class="ln">1</span>a := 1\n<span class="ln">2'
    "</span>b := 2\n</code></pre>",
    "SyntaxHighlighter": '<div class="syntaxhighlighter language-go"><table><tr><td class="gutter">'
    '<div class="line">1</div><div class="line">2</div></td><td class="code"><div class="container">'
    '<div class="line language-go">a := 1</div><div class="line">b := 2</div></div></td></tr></table>'
    "</div>",
}


@pytest.mark.parametrize("system", LISTINGS)
def test_listings_have_their_language_and_no_line_numbers(system: str) -> None:
    (piece,) = in_article(LISTINGS[system])
    assert (piece.kind, piece.label, piece.plain) == ("code", "go", "a := 1\nb := 2")
    assert piece.text == "```go\na := 1\nb := 2\n```"


def test_a_fence_is_longer_than_any_in_the_code() -> None:
    (piece,) = in_article("<pre>```\nx\n```</pre>")
    assert piece.text.startswith("````\n")
