import re
from html.parser import HTMLParser

import pytest

from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job
from palmetto_editor.markup.sanitise import sanitise

ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//e.org/x.js></sCrIpT>",
    "a <script>alert(1)</script> b",
    "<img src=x onerror=alert(1)>",
    '<img src="x" onerror="alert(1)">',
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<iframe src="https://e.org"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<object data="data:text/html,<script>alert(1)</script>"></object>',
    '<embed src="https://e.org/x.swf">',
    '<form action="https://e.org"><input autofocus onfocus=alert(1)><button>b</button></form>',
    "<style>@import 'https://e.org/x.css';</style>",
    '<p style="background:url(https://e.org/x.png)">a</p>',
    '<link rel=stylesheet href="https://e.org/x.css">',
    '<meta http-equiv=refresh content="0;url=https://e.org">',
    '<base href="https://e.org/">',
    '<a href="javascript:alert(1)">a</a>',
    "[a](javascript:alert(1))",
    "[a](JaVa&#x73;cript:alert(1))",
    "[a](java\\\nscript:alert(1))",
    "<a href=\"java\tscript:alert(1)\">a</a>",
    '<a href=" &#14; javascript:alert(1)">a</a>',
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](file:///etc/passwd)",
    "[a](vbscript:x)",
    "<javascript:alert(1)>",
    "![a](https://e.org/x.png)",
    "![a](//e.org/x.png)",
    "![a](data:image/svg+xml;base64,PHN2Zz4=)",
    "![a](file:///etc/passwd)",
    "![a](../../secret.png)",
    "![a](assets/../../secret.png)",
    "![a](assets\\..\\secret.png)",
    '<img src="https://e.org/x.png" srcset="https://e.org/y.png 2x" alt="a">',
    '<img src="x.png" style="width:100vw" id="content" name="forms">',
    '<picture><source srcset="https://e.org/x.png"><img src="x.png"></picture>',
    '<video src="https://e.org/x.mp4" poster="https://e.org/p.png"></video>',
    '<table background="https://e.org/x.png"><tr><td background=x>a</td></tr></table>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img onerror=x&gt;">',
    '<template><script>alert(1)</script></template>',
    '[a]( "onmouseover=alert(1) b=")',
    '![a" onerror="alert(1)](x.png)',
    '[a](b "c\\" onclick=\\"alert(1)")',
    '<a title="`" onclick=alert(1)>`b</a>',
    '```"onmouseover=alert(1)\ncode\n```',
    "> [!x\"onclick=alert(1)] title",
    "[a]: javascript:alert(1)\n\n> [a]\n>\n> [a]: javascript:alert(1)",
    '<details ontoggle=alert(1) open>a</details>',
    '<p id="references" class="callout" role="alert" aria-hidden="true">a</p>',
    '<a href="\\\\e.org\\share">a</a>',
    "<div>" * 50 + "<script>alert(1)</script>",
]  # fmt: skip

ALLOWED = {
    "a": {"href", "title"},
    "aside": {"class", "role"},
    "code": {"class"},
    "details": {"open"},
    "img": {"src", "alt", "title"},
    "p": {"class"},
    "pre": {"class"},
    "span": {"class"},
    "th": {"scope", "class"},
}
PLAIN = {"b", "blockquote", "br", "div", "em", "h2", "li", "ol", "strong", "summary", "table"}
PLAIN |= {"tbody", "td", "thead", "tr", "ul"}
ADDRESS = re.compile(r"https?://|mailto:|article:|#|assets/[^/\\\\]*$|[^:/\\\\]*$", re.I)


class Check(HTMLParser):
    """Fails at a tag, an attribute or an address that no page may hold."""

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            assert name in ALLOWED.get(tag, ())
            if name in ("href", "src"):
                assert ADDRESS.match(value)
            if name == "src":
                assert value.startswith("assets/")
        assert tag in PLAIN or tag in ALLOWED


def test_there_are_enough_attacks():
    assert len(ATTACKS) >= 50


@pytest.mark.parametrize(
    "form", ["{}", "a {}", "- {}", "> {}", "| a | {} |\n|---|---|\n| {} | b |"]
)
@pytest.mark.parametrize("inline", [False, True])
def test_attacks_do_not_survive(form, inline):
    jobs = {attack: Job(form.replace("{}", attack), inline=inline) for attack in ATTACKS}
    flaws = {attack: flaw(render(job).html) for attack, job in jobs.items()}
    assert {attack: said for attack, said in flaws.items() if said} == {}


def flaw(html):
    """What the check objects to, "" where it lets the HTML pass."""
    try:
        Check().feed(html)
    except AssertionError as error:
        return f"{error} in {html}"
    return ""


def test_a_remote_image_becomes_a_link():
    result = render(Job('![A "map"](https://e.org/x.png)'))
    assert result.html == '<p><a href="https://e.org/x.png">A "map"</a></p>'
    assert [fault.rule for fault in result.faults] == ["body.remote-image"]
    assert result.images == ()


def test_a_remote_image_in_a_link_becomes_its_text():
    assert render(Job("[![a](https://e.org/x.png)](b)")).html == '<p><a href="b">a</a></p>'


def test_what_had_to_go_is_named():
    result = render(Job("a <script>x</script> ![b](data:x) [c](file:///d)"))
    assert [fault.rule for fault in result.faults] == [
        "body.html-removed",
        "body.unsafe-image",
        "body.unsafe-link",
    ]
    assert result.html == "<p>a  b <a>c</a></p>"


def test_raw_html_cannot_borrow_our_classes_and_roles():
    assert render(Job('<aside class="callout" role="note">a</aside>')).html == "<aside>a</aside>"
    assert render(Job('<p class="&#xe002;callout">a</p>')).html == "<p>a</p>"


def test_raw_html_that_is_allowed_stays():
    row = '<tr><th scope="row" colspan="2">a</th></tr>'
    shown = render(Job(f"<table><caption>c</caption>{row}</table>")).html
    assert shown == f"<table><caption>c</caption><tbody>{row}</tbody></table>"
    assert render(Job("H<sub>2</sub>O <time datetime=2020>t</time>")).html == (
        '<p>H<sub>2</sub>O <time datetime="2020">t</time></p>'
    )


def test_the_page_has_one_h1():
    assert "<h1" not in render(Job("<h1>a</h1>")).html


def test_cleaning_twice_changes_nothing():
    once = sanitise("<p>a <b>b</b> &lt;c&gt; &amp; <img src='d.png'></p>", inline=False)
    assert sanitise(once.html, inline=False).html == once.html
