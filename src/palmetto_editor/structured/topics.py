"""What the article is about, as nodes without an id: a topic is known by what it is the same as."""

from __future__ import annotations

from palmetto_editor.model.values import Article, Topic
from palmetto_editor.structured.addresses import is_absolute
from palmetto_editor.structured.plain import one_line
from palmetto_editor.structured.site import Node, node, one_or_many


def topics(article: Article) -> list[Node]:
    """A node for each topic that has a name."""
    return [_node(topic) for topic in article.metadata.about if one_line(topic.name)]


def _node(topic: Topic) -> Node:
    same_as = [address.strip() for address in topic.same_as if is_absolute(address.strip())]
    return node(topic.kind, name=one_line(topic.name), sameAs=one_or_many(same_as))
