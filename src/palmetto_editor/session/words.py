"""How long an article is, as writers count: the words between white space."""

from __future__ import annotations

from palmetto_editor.model.values import Article


def words(article: Article) -> int:
    """The words of the body, the notice, the short answer, the FAQ and the disclaimer."""
    texts = [article.body, article.notice, article.short_answer, article.disclaimer]
    texts += [text for q in article.faq for text in (q.question, q.answer)]
    return sum(len(text.split()) for text in texts)
