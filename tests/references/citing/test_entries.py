import pytest

from palmetto_editor.model.csl import Evidence, Name, Reference
from palmetto_editor.references.citing.entries import badge, entry
from palmetto_editor.references.styles.style import load, offered

WORK = Reference(id="w", title="Tides", DOI="10.5555/Tides", PMID="12345678", PMCID="PMC1234567")


@pytest.mark.parametrize("style", [one.id for one in offered()])
def test_every_identifier_leads_to_the_work(style):
    html = entry(WORK, load(style))
    for address in ("https://doi.org/", "https://pubmed.", "https://pmc."):
        assert f'<a href="{address}' in html, address


def test_an_entry_without_identifiers_is_the_style_s_own():
    bare = Reference(id="w", title="Tides")
    assert entry(bare, load("apa")) == load("apa").entry(bare)


@pytest.mark.parametrize("style", [one.id for one in offered()])
def test_of_a_work_of_which_nothing_is_known_the_key_is_shown(style):
    loaded = load(style)
    told = '<span class="citation-missing">[?new&lt;1]</span>'
    assert entry(Reference(id="new<1"), loaded) == told
    assert entry(Reference(id="new<1", type="book", note="Ask Ada."), loaded, "a") == told
    assert "[?" not in entry(Reference(id="new", author=(Name(family="Wren"),)), loaded)


@pytest.mark.parametrize(
    ("evidence", "shown"),
    [
        (None, ""),
        (Evidence(), ""),
        (Evidence(kind="human", n=24), "Human, n = 24"),
        (Evidence(kind="animal", species="rat"), "Animal (rat)"),
        (Evidence(kind="in-vitro"), "In vitro"),
        (Evidence(n=0), "n = 0"),
    ],
)
def test_a_badge_says_the_kind_of_study_in_words(evidence, shown):
    assert badge(evidence) == shown
