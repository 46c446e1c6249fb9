import pytest

from palmetto_editor.markup import code
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job


def html(text):
    return render(Job(text)).html


def test_code_is_coloured_by_classes():
    shown = html("```python\ndef f(x):\n    return 'a'\n```\n")
    assert shown.startswith('<pre class="highlight"><code class="language-python"><span class="k">')
    assert "style=" not in shown
    assert "&#39;a&#39;" in shown or "'a'" in shown


@pytest.mark.parametrize("info", ["", "no-such-language", "{}", "text {.x}"])
def test_code_of_no_known_language_is_shown_as_it_is(info):
    assert ">a &lt;b&gt; &amp;amp;\n</code></pre>" in html(f"~~~ {info}\na <b> &amp;\n~~~")


def test_nothing_is_read_in_code():
    result = render(Job("```\n@a [@b] [^1] *c* {{< faq >}}\n```"))
    assert "@a [@b] [^1] *c* {{&lt; faq &gt;}}\n" in result.html
    assert (result.clusters, result.notes) == ((), ())


def test_blank_lines_and_indentation_stay():
    assert "<code>a\n\n  b\n</code>" in html("  ```\n  a\n\n    b\n  ```")


def test_very_long_code_has_no_colours():
    shown = code.fenced("x = 1\n" * code.LONGEST, "python")
    assert "<span" not in shown


def test_a_language_cannot_break_out_of_its_class():
    assert "script" not in html('```"><script>\nx\n```')
