"""Which properties of the graph a reader must see, and where on the page.

Google's structured-data policies: nothing is marked up that the page does not show. Every
property that the graph has is in one of these tables; a property in none of them, which no graph
of ours has, is taken for one that a reader must see.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import ArticleType, TopicKind


@dataclass(frozen=True, slots=True)
class Seen:
    """The text `is` that of an element, or stands `within` one; `part` is where it was typed."""

    selector: str
    how: Literal["is", "within"]
    part: str

    @property
    def place(self) -> Place:
        return Place.parse(self.part)


_ARTICLE = {
    "headline": Seen("h1", "is", "metadata.headline"),
    "articleSection": Seen(".trail li", "is", "metadata.section"),
    "keywords": Seen(".keywords li", "is", "metadata.keywords"),
}
_TOPIC = {"name": Seen(".topics", "within", "metadata.about")}

# What the page shows, by the type of the node and the name of the property.
SEEN: dict[str, dict[str, Seen]] = {
    **dict.fromkeys(get_args(ArticleType), _ARTICLE),
    **dict.fromkeys(get_args(TopicKind), _TOPIC),
    "Person": {"jobTitle": Seen(".job-title", "is", "metadata.authors")},
    "WebSite": {"name": Seen(".imprint", "within", "publication.name")},
    "ListItem": {"name": Seen(".trail li, h1", "is", "metadata.section")},
    "Question": {"name": Seen(".faq h2, .faq h3, .faq h4, .faq h5, .faq h6", "is", "faq")},
    "Answer": {"text": Seen(".faq .answer", "is", "faq")},
    "ImageObject": {
        "caption": Seen("figure .caption", "is", "images"),
        "creditText": Seen("figure .credit", "is", "images"),
    },
}

# Where somebody is named who has this part in a node of this type.
ROLES = {
    "author": Seen(".byline .contributor", "within", "metadata.authors"),
    "reviewedBy": Seen(".reviewers .contributor", "within", "metadata.reviewers"),
    "publisher": Seen(".imprint", "within", "publication.publisher.name"),
}

# What stands in the head, or is no text for readers: addresses, codes and what programs count by.
UNSEEN = frozenset(
    {
        "@context",
        "@id",
        "@type",
        "contentUrl",
        "dateModified",  # the head's comparison finds both dates in visible <time> elements
        "datePublished",
        "description",  # the head has it, and is compared there
        "identifier",  # a code; the page links to what it leads to
        "inLanguage",
        "item",
        "position",
        "propertyID",
        "sameAs",
        "unitCode",
        "url",
        "value",
    }
)
# The page's own title is the head's; people are looked for by the part they have.
UNSEEN_OF = {
    "WebPage": frozenset({"name"}),
    "Person": frozenset({"name"}),
    "Organization": frozenset({"name"}),
}

# Types without a text of their own; one that is in no table is on no page of ours.
TYPES = frozenset(
    {*SEEN, *UNSEEN_OF, "BreadcrumbList", "FAQPage", "PropertyValue", "QuantitativeValue"}
)
