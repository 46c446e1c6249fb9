import pytest

from palmetto_editor.markup import callouts
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job


def html(text):
    return render(Job(text)).html.replace("\n", "")


def test_a_callout_as_github_and_obsidian_write_it():
    assert html("> [!NOTE] What it *means*\n> Text.\n> - a\n") == (
        '<aside class="callout callout-note" role="note">'
        '<p class="callout-title"><span class="callout-label">Note</span> '
        "What it <em>means</em></p>"
        "<p>Text.</p><ul><li>a</li></ul></aside>"
    )


def test_the_label_is_visible_without_a_title():
    assert '<p class="callout-title"><span class="callout-label">Warning</span></p>' in html(
        "> [!warning]\n> Text."
    )


@pytest.mark.parametrize(
    ("written", "kind", "label"),
    [
        ("TIP", "tip", "Tip"),
        ("caution", "caution", "Caution"),
        ("hint", "tip", "Hint"),
        ("tldr", "abstract", "TL;DR"),
        ("faq", "question", "FAQ"),
        ("todo", "todo", "To do"),
        ("error", "danger", "Error"),
        ("key-finding", "key-finding", "Key finding"),
        ("In Vitro", "in-vitro", "In vitro"),
    ],
)
def test_kinds_have_classes_and_labels(written, kind, label):
    callout = callouts.read(f"[!{written}]- Title")
    assert callout == callouts.Callout(kind, label, "Title")


@pytest.mark.parametrize("line", ["[!] a", "[NOTE] a", "![NOTE]", "[!NOTE]a", "[!no<te>] a", ""])
def test_other_quotes_are_quotes(line):
    assert callouts.read(line) is None
    assert html(f"> {line}\n> text").startswith("<blockquote>")


def test_a_title_may_cite():
    result = render(Job("> [!NOTE] As [@a] says\n> and [@b].\n"))
    assert [cluster.cites[0].key for cluster in result.clusters] == ["a", "b"]


def test_callouts_nest_and_stand_in_lists():
    assert html("- a\n\n  > [!TIP]\n  > > [!BUG] b\n").count("<aside") == 2


def test_a_kind_cannot_break_out_of_its_class():
    assert 'class="callout callout-a-b-c"' in html("> [!a_b c] t")
