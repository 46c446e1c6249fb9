"""The default theme: readable colours, complete templates, nothing fetched."""

from __future__ import annotations

import re

import pytest

from palmetto_editor import assets
from palmetto_editor.page.theme import load, names

CSS = load("default").css
DARK_START = CSS.index("prefers-color-scheme: dark")


def colours(dark: bool) -> dict[str, str]:
    light = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", CSS[:DARK_START]))
    if not dark:
        return light
    end = CSS.index("@media print")
    return light | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", CSS[DARK_START:end]))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, "contrast ratio"."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


GROUNDS = {
    "paper": "ink soft accent visited missing",
    "raised": (
        "ink soft accent visited code-comment code-keyword code-string code-number code-name "
        "code-tag"
    ),
    "accent-soft": "ink accent visited",
    "mark": "ink accent",
    "missing-soft": "missing",
    "accent": "paper",
} | {
    f"{tone}-soft": f"ink accent visited {tone}"
    for tone in ("blue", "green", "violet", "amber", "red")
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_contrasts_with_its_ground(ground, dark):
    known = colours(dark)
    for text in GROUNDS[ground].split():
        assert contrast(known[text], known[ground]) >= 4.5, text


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_lines_that_mean_something_can_be_seen(dark):
    known = colours(dark)
    assert contrast(known["strong-line"], known["paper"]) >= 3


def test_the_style_sheet_fetches_nothing_and_closes_no_element():
    assert "url(" not in CSS
    assert "@import" not in CSS
    assert "</" not in CSS


def test_every_variable_that_is_used_is_set():
    used = set(re.findall(r"var\(--([\w-]+)", CSS))
    assert used <= set(re.findall(r"--([\w-]+):", CSS))


def test_an_unknown_theme_is_the_default():
    assert names() == ("default",)
    assert load("../../secrets") == load("") == load("default")


def test_templates_escape_what_is_not_marked_as_safe():
    shown = load("default").render("heading", anchor='"x', text="<b>\x00\ue000")
    assert shown == '<h2 id="&#34;x">&lt;b&gt;</h2>'


def test_every_template_of_the_theme_is_used_and_there():
    files = {name for name in assets.names("themes/default") if name.endswith(".html")}
    rendered = {"head", "opening", "closing", "header", "notice", "short-answer", "disclaimer"}
    rendered |= {
        "heading",
        "table",
        "faq",
        "note",
        "notes",
        "reference",
        "references",
        "links",
        "back",
    }
    assert files == {f"{name}.html" for name in rendered}
