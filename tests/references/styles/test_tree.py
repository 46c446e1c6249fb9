from __future__ import annotations

import pytest

from palmetto_editor.errors import UserError
from palmetto_editor.references.styles.style import describe
from palmetto_editor.references.styles.tree import LARGEST, read_tree

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>House</title><id>house</id></info>{}
<citation><layout>{}</layout></citation></style>"""


def chain(count: int, calls: int) -> str:
    """Macros that call the next one several times each."""
    macros = [
        f'<macro name="m{i}">' + f'<text macro="m{i + 1}"/>' * calls + "</macro>"
        for i in range(count)
    ]
    return "".join(macros) + f'<macro name="m{count}"><text value="x"/></macro>'


def test_a_style_that_is_sound_is_read() -> None:
    assert describe(STYLE.format(chain(5, 2), '<text macro="m0"/>')).title == "House"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not sound XML"),
        ("\x00\x01", "not sound XML"),
        ("<style", "not sound XML"),
        ("<html/>", "not of the Citation Style Language"),
        ('<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><s>&x;</s>', "entities"),
        ("x" * (LARGEST + 1), "too large"),
    ],
)
def test_what_is_no_style_or_hostile_is_refused_in_a_sentence(text: str, why: str) -> None:
    with pytest.raises(UserError) as error:
        describe(text)
    assert why in str(error.value)


@pytest.mark.parametrize(
    ("macros", "call", "why"),
    [
        ('<macro name="a"><text macro="a"/></macro>', "a", "calls itself"),
        (
            '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>',
            "a",
            "calls itself",
        ),
        ("", "missing", "does not have"),
        (chain(40, 2), "m0", "so often"),
        (chain(400, 1), "m0", "so often"),
        (chain(9, 2).replace('value="x"', f'value="{"x" * 90_000}"'), "m0", "so often"),
    ],
)
def test_macros_that_never_end_or_explode_are_refused(macros: str, call: str, why: str) -> None:
    with pytest.raises(UserError) as error:
        describe(STYLE.format(macros, f'<text macro="{call}"/>'))
    assert why in str(error.value)


def test_elements_nested_without_end_are_refused() -> None:
    deep = "<group>" * 5000 + "</group>" * 5000
    with pytest.raises(UserError, match="cannot be used"):
        describe(STYLE.format("", deep))


def test_a_language_file_and_a_style_without_citations_are_refused() -> None:
    space = 'xmlns="http://purl.org/net/xbiblio/csl"'
    for text, why in [
        (f"<locale {space}/>", "a language"),
        (f"<style {space}><info/></style>", "what a citation looks like"),
    ]:
        with pytest.raises(UserError) as error:
            describe(text)
        assert why in str(error.value)


def test_elements_of_other_languages_are_passed_over() -> None:
    space = 'xmlns="http://purl.org/net/xbiblio/csl" xmlns:x="https://example.org/x"'
    root = read_tree(f"\ufeff<style {space}><x:odd/><!-- said --><info/></style>")
    assert [kid.tag for kid in root.kids] == ["info"]
