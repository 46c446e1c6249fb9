"""LaTeX of bibliographies as text."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.references.formats.latex import plain, without_braces


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"M{\"u}ller, {\'E}t{\'e}, \'{\i}, \v{s} {\v S} \k{a} \c c", "Müller, Été, í, š Š ą ç"),
        (r"Stra{\ss}e, \L{}ód{\'z}, \o re, {\AA}ngstr\"om", "Straße, Łódź, øre, Ångström"),
        (r"{\it In vitro} and {\em more}", "<i>In vitro</i> and <i>more</i>"),
        (r"\textit{E.~coli} \textbf{b} \emph{c}", "<i>E. coli</i> <b>b</b> <i>c</i>"),
        (r"Ca$^{2+}$, H$_2$O, $\alpha$-MSH", "Ca<sup>2+</sup>, H<sub>2</sub>O, α-MSH"),
        (r"\textsuperscript{14}C at 5~\textmu{}M", "<sup>14</sup>C at 5 µM"),
        (r"``quoted'' -- and --- so", "“quoted” – and — so"),
        (r"10\% \& \$5 \_ \#1 \{x\}", "10% & $5 _ #1 {x}"),
        (r"costs $5", "costs $5"),
        (r"a_b x^2", "a_b x^2"),
        (r"{{Growth}} {H}ormone {{{DNA}}}", "Growth Hormone DNA"),
        (r"\url{https://example.org/a} \ldots", "https://example.org/a …"),
        (r"{\noopsort{1973b}}1973", "1973"),
        (r"{unclosed {braces", "unclosed braces"),
        (r"closed} too} often", "closed too often"),
    ],
)
def test_latex_becomes_text(latex: str, text: str) -> None:
    assert plain(latex).text == text


def test_a_command_that_is_not_known_is_told_and_its_argument_kept() -> None:
    assert plain(r"A \mystery{kept} word") == ("A kept word", (r"\mystery",))


def test_a_field_without_tags_has_none() -> None:
    assert plain(r"\textit{Mus}", tags=False).text == "Mus"


def test_an_address_keeps_its_signs() -> None:
    assert without_braces(r"{http://x.org/a\_b%20c~d}") == "http://x.org/a_b%20c~d"


def test_an_accent_stands_on_the_letter_and_not_on_its_tag() -> None:
    assert plain(r"caf\'\textit{e}").text == "caf<i>é</i>"
    assert plain(r"caf\'{}e").text == "cafe"


@examples(60)
@example("\\'$$_\\")
@given(st.text(st.sampled_from(list("bx{}\\$^_~`'-\" %&")), max_size=60))
def test_no_letter_is_lost_whatever_stands_between(text: str) -> None:
    # `\\` ends a line: the letters behind it are no command's name.
    letters = [c for c in re.sub(r"\\\\|\\[bx]+", "", text) if c in "bx"]
    made = unicodedata.normalize("NFD", plain(text, tags=False).text)
    assert [c for c in made if c in "bx"] == letters
