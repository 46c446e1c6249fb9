from dataclasses import replace

import pytest

from palmetto_editor.checks.check import check
from sample_articles import clean, publication
from sample_pages import next_page_of


def _finding(rule, body):
    article = replace(clean(), body=body)
    found = check(article, publication(), next_page_of(article, publication()))
    return article, next(finding for finding in found if finding.rule == rule)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("It is so [@wren2091, p. 3].", "It is so [@wren2019, p. 3]."),
        ("It is so, -@Wrenn2019 says.", "It is so, -@wren2019 says."),
        ("It is so [@{wren_2019}].", "It is so [@{wren2019}]."),
    ],
)
def test_a_slip_in_a_key_is_mended(typed, mended):
    article, finding = _finding("citation.undefined", typed)
    assert finding.fix.apply(article).body == mended
    later = replace(article, body="Elsewhere.")
    assert finding.fix.apply(later) is later


def test_a_key_like_no_other_is_left_to_the_writer():
    assert _finding("citation.undefined", "It is so [@stork1900].")[1].fix is None


def test_an_entry_that_nobody_cites_can_be_taken_out():
    article, finding = _finding("reference.uncited", "Nothing is cited.")
    mended = finding.fix.apply(article)
    assert finding.place.item not in {reference.id for reference in mended.references}
    assert len(mended.references) == len(article.references) - 1
