from __future__ import annotations

from palmetto_editor.structured.wild import article
from palmetto_editor.structured.wild.nodes import gather

PAGE = {"@type": "WebPage", "@id": "#page", "name": "Tides - The Shore"}


def main(*values):
    return article.article(gather(values))


def test_the_article_is_found_beside_page_and_site():
    post = {"@type": "BlogPosting", "headline": "Tides"}
    assert main({"@graph": [{"@type": "WebSite", "name": "S"}, PAGE, post]}) == post


def test_a_cited_work_is_not_the_article():
    cited = {"@type": "ScholarlyArticle", "headline": "Old", "author": "X", "datePublished": "1990"}
    found = main({"@type": "Article", "headline": "Tides", "citation": [cited]})
    assert found["headline"] == "Tides"


def test_a_work_cited_by_reference_is_not_the_article():
    cited = {"@id": "#c", "@type": "ScholarlyArticle", "headline": "Old", "author": "X"}
    post = {"@type": "Article", "headline": "Tides", "citation": {"@id": "#c"}}
    assert main({"@graph": [cited, post]})["headline"] == "Tides"


def test_the_posts_of_a_list_are_not_the_article():
    posts = {"@type": "Blog", "blogPost": [{"@type": "BlogPosting", "headline": "Other"}]}
    assert main(posts) == {}


def test_the_article_that_says_more_is_preferred():
    poor = {"@type": "Article", "name": "x"}
    rich = {"@type": "NewsArticle", "headline": "Tides", "author": "Ann"}
    assert main(poor, rich) == rich


def test_the_page_is_the_one_that_the_article_stands_on():
    other = {"@type": "WebPage", "@id": "#other", "name": "Other"}
    post = {"@type": "Article", "headline": "T", "mainEntityOfPage": {"@id": "#page"}}
    nodes = gather([{"@graph": [other, PAGE, post]}])
    assert article.page(nodes, article.article(nodes)) == PAGE


def test_a_list_of_questions_speaks_only_where_no_article_does():
    faq = {"@type": "FAQPage", "name": "Questions"}
    assert article.page(gather([faq]), {}) == faq
    post = {"@type": "Article", "headline": "T"}
    nodes = gather([faq, post])
    assert article.page(nodes, article.article(nodes)) == {}
