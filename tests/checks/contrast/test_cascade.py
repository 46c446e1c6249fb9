import pytest

from palmetto_editor import assets
from palmetto_editor.checks.contrast.cascade import seen
from palmetto_editor.checks.contrast.colours import contrast
from palmetto_editor.checks.contrast.specimen import page
from palmetto_editor.checks.rule import Pause
from palmetto_editor.page.theme import names


def _seen(css, body, scheme="light"):
    html = f"<!doctype html><html><head></head><body>{body}</body></html>"
    found = seen(css, html, scheme, lambda: None)
    return [(one.element, str(one.colour), str(one.ground)) for one in found]


def test_colours_are_inherited_and_grounds_lie_on_grounds():
    css = "body { color: #111; background: #eee } aside { background: rgb(0 0 0 / 50%) }"
    assert _seen(css, "<p>A</p><aside>B</aside>") == [
        ("p", "#111111", "#eeeeee"),
        ("aside", "#111111", "#777777"),
    ]


def test_the_weightier_rule_wins_and_the_later_of_two():
    css = "p.a { color: #111 } p { color: #222 } .b { color: #333 } .c { color: #444 }"
    assert [one[1] for one in _seen(css, '<p class="a">A</p><p class="b c">B</p>')] == [
        "#111111",
        "#444444",
    ]


def test_variables_are_those_of_the_element():
    css = """:root { --ink: #111; --tone: var(--ink) } p { color: var(--tone) }
    .warm { --tone: #222 } .gone { color: var(--gone, #333) }"""
    assert [one[1] for one in _seen(css, '<p>A</p><p class="warm">B</p><i class="gone">C</i>')] == [
        "#111111",
        "#222222",
        "#333333",
    ]


def test_dark_colours_count_in_the_dark_and_paper_never():
    css = """p { color: #111 } @media (prefers-color-scheme: dark) { p { color: #eee } }
    @media print { p { color: #999 } }"""
    assert _seen(css, "<p>A</p>")[0][1] == "#111111"
    assert _seen(css, "<p>A</p>", "dark")[0][1] == "#eeeeee"


def test_visited_links_are_looked_at_too():
    css = "a { color: #111 } a:visited { color: #222 } a:hover { color: #333 }"
    assert [one[1] for one in _seen(css, "<a href='/'>A</a>")] == ["#111111", "#222222"]


@pytest.mark.parametrize(
    "css", ["", "p {", "} @media { p", "p:nonsense(( { color: red }", "@import;"]
)
def test_broken_css_is_read_as_far_as_it_goes(css):
    assert _seen(css, "<p>A</p>")[0][0] == "p"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", names())
def test_every_theme_that_is_shipped_can_be_read(theme, scheme):
    css = assets.text(f"themes/{theme}/theme.css")
    found = list(seen(css, page(theme, Pause()), scheme, lambda: None))
    assert len({one.element for one in found}) > 40
    assert min(contrast(one.colour, one.ground) for one in found) >= 4.5
