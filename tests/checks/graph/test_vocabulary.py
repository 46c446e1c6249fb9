import pytest

from palmetto_editor.checks.graph.vocabulary import vocabulary

KNOWN = vocabulary()


def test_the_release_is_named_and_whole():
    assert KNOWN.release == "30.1"
    assert len(KNOWN.types) > 900
    assert len(KNOWN.properties) > 1500


def test_every_parent_domain_range_and_successor_is_a_term():
    for name, term in KNOWN.types.items():
        assert set(term.above) <= set(KNOWN.types), name
        assert not term.retired or term.retired in KNOWN.types
    for name, term in KNOWN.properties.items():
        assert {*term.above, *term.ranges} <= set(KNOWN.types), name
        assert not term.retired or term.retired in KNOWN.properties, name


def test_a_type_is_all_that_it_is_a_special_case_of():
    assert KNOWN.kinds("ScholarlyArticle") == {
        "ScholarlyArticle",
        "Article",
        "CreativeWork",
        "Thing",
    }
    assert KNOWN.is_a(["Persona", "Report"], "Article")
    assert not KNOWN.is_a(["Persona"], "Thing")


@pytest.mark.parametrize(
    ("name", "meant"), [("FaqPage", "FAQPage"), ("Artcle", "Article"), ("Xyzzy", "")]
)
def test_a_slip_is_known_by_its_likeness(name, meant):
    assert KNOWN.nearest(name, of_types=True) == meant


def test_pending_and_retired_terms_are_marked():
    assert KNOWN.types["MolecularEntity"].pending
    assert KNOWN.types["Taxi"].retired == "TaxiService"
    assert KNOWN.types["Article"].retired is None
