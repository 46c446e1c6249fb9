"""Whatever stands in an article, the checks answer, and what they propose can be done."""

from hypothesis import given

from examples import examples
from palmetto_editor.checks.check import check
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from sample_pages import page_of
from strategies import articles


@given(articles())
@examples(40)
def test_every_fix_gives_an_article(article):
    publication = Publication()
    for finding in check(article, publication, page_of(article, publication)):
        if finding.fix:
            assert isinstance(finding.fix.apply(article), Article)
