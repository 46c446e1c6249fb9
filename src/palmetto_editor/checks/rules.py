"""The table of rules: what is asked of an article, how grave it is, and who answers.

An error means that a page made of the article would be wrong or could not be made; a warning that
vendors or readers will miss something; advice is ours. The severities follow the rules on
structured data as last checked on 2026-11-22. What only the rendering knows (citations of nothing,
shortcodes, notes, images) the page tells as its own faults.
"""

from __future__ import annotations

from functools import partial

from palmetto_editor.checks import (
    choices,
    dates,
    faq,
    headings,
    ids,
    images,
    links,
    metadata,
    metadata_texts,
    named,
    people,
    prose_links,
    publication,
    reference_authors,
    reference_facts,
    reference_journals,
    reference_updates,
    references,
    tables,
    topics,
    twins,
)
from palmetto_editor.checks.consistency.rules import RULES as CONSISTENCY
from palmetto_editor.checks.contrast.rules import RULES as CONTRAST
from palmetto_editor.checks.graph.rules import RULES as GRAPH
from palmetto_editor.checks.readability.rules import RULES as READABILITY
from palmetto_editor.checks.rule import Rule
from palmetto_editor.checks.traps.rules import RULES as TRAPS

# What rules read of an article, so that they are not asked again where it is the same.
_META = ("metadata",)
_PROFILE = ("publication",)
_OUTLINE = ("page.outline", "page.body_blocks")
_TEXTS = (
    "notice",
    "short_answer",
    "body",
    "page.body_blocks",
    "tables",
    "faq",
    "images",
    "disclaimer",
)
_ITEMS = ("faq", "tables", "references", "links", "images")
_NAMED = (*_TEXTS, "references", "publication")

_OWN = (
    Rule("metadata.headline", "error", metadata.no_headline, _META, firm=True),
    Rule("metadata.description", "warning", metadata.no_description, _META),
    Rule("metadata.slug", "error", metadata.no_slug, _META, firm=True),
    Rule("metadata.slug-shape", "error", metadata.slug_shape, _META, firm=True),
    Rule("metadata.language", "error", metadata.no_language, (*_META, *_PROFILE)),
    Rule("metadata.language-shape", "error", metadata.language_shape, _META),
    Rule("metadata.canonical-shape", "error", metadata.canonical_shape, _META),
    Rule("metadata.address", "error", metadata.no_address, (*_META, *_PROFILE)),
    Rule("metadata.image", "warning", metadata.no_image, _META),
    Rule("metadata.image-unknown", "error", metadata.unknown_image, (*_META, "images")),
    Rule("metadata.keywords", "warning", metadata.keywords, _META),
    Rule("metadata.title-width", "advice", metadata_texts.title_width, _META),
    Rule("metadata.description-width", "advice", metadata_texts.description_width, _META),
    Rule("metadata.title-twin", "advice", metadata_texts.title_twin, _META),
    Rule("metadata.description-twin", "warning", metadata_texts.description_twin, _META),
    Rule("dates.published", "warning", dates.not_published, _META),
    Rule("dates.format", "error", dates.format_, _META),
    Rule("dates.order", "error", dates.order, _META),
    Rule("people.author", "warning", people.no_author, _META),
    Rule("people.name", "warning", people.no_name, _META),
    Rule("people.bare-name", "warning", people.not_bare, _META),
    Rule("people.identity", "warning", people.no_identity, _META),
    Rule("people.address", "warning", people.address, _META),
    Rule("people.orcid", "warning", people.orcid, _META),
    Rule("people.twice", "warning", people.twice, _META),
    Rule("topics.name", "warning", topics.no_name, _META),
    Rule("topics.address", "warning", topics.address, _META),
    Rule("publication.publisher", "warning", publication.no_publisher, _PROFILE),
    Rule("publication.base-url", "error", publication.base_url, _PROFILE),
    Rule("publication.address", "warning", publication.publisher_address, _PROFILE),
    Rule("publication.identity", "warning", publication.publisher_identity, _PROFILE),
    Rule("publication.language", "warning", publication.language_shape, _PROFILE),
    Rule("publication.theme", "warning", publication.unknown_theme, _PROFILE),
    Rule("body.empty", "warning", headings.no_body, ("body",)),
    Rule("body.heading-empty", "warning", headings.empty, _OUTLINE),
    Rule("body.section-empty", "warning", headings.empty_section, _OUTLINE),
    Rule("body.heading-level", "warning", headings.skipped_level, _OUTLINE),
    Rule("text.article-link", "error", prose_links.sibling, _TEXTS),
    Rule("text.link-label", "warning", prose_links.no_label, _TEXTS),
    Rule("text.link-target", "warning", prose_links.no_target, _TEXTS),
    Rule(
        "text.link-anchor",
        "warning",
        prose_links.anchors,
        (*_TEXTS, "links", "page.opening", "page.blocks"),
    ),
    Rule("tables.caption", "warning", tables.no_caption, ("tables",)),
    Rule("tables.header", "warning", tables.empty_header, ("tables",)),
    Rule("tables.ragged", "error", tables.ragged, ("tables",), firm=True),
    Rule("tables.empty", "warning", tables.empty, ("tables",)),
    Rule("faq.answer", "error", faq.no_answer, ("faq",)),
    Rule("faq.question", "error", faq.no_question, ("faq",)),
    Rule("faq.empty", "warning", faq.empty, ("faq",)),
    Rule("faq.twice", "error", faq.twice, ("faq",)),
    Rule("references.title", "error", references.no_title, ("references",)),
    Rule("references.author", "warning", references.no_author, ("references",)),
    Rule("references.year", "warning", references.no_year, ("references",)),
    Rule("references.container", "warning", references.no_container, ("references",)),
    Rule("references.key", "warning", references.key_shape, ("references",)),
    Rule("references.identifier", "warning", references.identifier, ("references",)),
    Rule("references.no-identifier", "warning", reference_facts.no_identifier, ("references",)),
    Rule("references.address-of-doi", "advice", reference_facts.address_of_doi, ("references",)),
    Rule("references.year-range", "warning", reference_facts.year_range, ("references",)),
    Rule("references.pages", "warning", reference_facts.pages, ("references",)),
    Rule(
        "references.journal-spelling", "warning", reference_journals.two_spellings, ("references",)
    ),
    Rule(
        "references.authors-cut",
        "warning",
        reference_authors.authors_cut,
        ("references", "publication"),
    ),
    Rule("references.twice", "warning", twins.twice, ("references",)),
    Rule("references.retracted", "error", reference_updates.retracted, ("references",)),
    Rule("references.concern", "warning", reference_updates.concern, ("references",)),
    Rule("references.corrected", "advice", reference_updates.corrected, ("references",)),
    Rule("references.not-cited-here", "warning", named.not_cited, _NAMED),
    Rule("references.not-listed", "warning", named.not_listed, _NAMED),
    Rule("links.label", "error", links.no_label, ("links",)),
    Rule("links.target", "error", links.no_target, ("links",)),
    Rule("links.target-shape", "error", links.target, ("links",)),
    Rule("links.twice", "warning", links.twice, ("links",)),
    Rule(
        "links.unknown-article",
        "warning",
        prose_links.unknown,
        (*_TEXTS, *_META, "links", "page.siblings"),
    ),
    Rule("links.two-titles", "warning", links.two_titles, ("links",)),
    Rule("links.two-targets", "warning", prose_links.two_targets, (*_TEXTS, "links")),
    Rule("images.file", "error", images.no_file, ("images",), firm=True),
    Rule("images.file-shape", "error", images.file_shape, ("images",), firm=True),
    Rule("images.file-case", "error", images.file_case, ("images",), firm=True),
    Rule("images.alt", "warning", images.no_alt, ("images",)),
    Rule("images.alt-file-name", "warning", images.alt_is_name, ("images",)),
    Rule("images.alt-opening", "advice", images.alt_opening, ("images",)),
    Rule("images.size", "warning", images.small, ("images", "page.files", *_META)),
    Rule("images.ratio", "warning", images.ratio, ("images", "page.files", *_META)),
    Rule("images.weight", "warning", images.heavy, ("images", "page.files")),
    Rule("images.unplaced", "warning", images.unplaced, (*_TEXTS, *_META)),
    Rule("ids.twice", "error", ids.twice, _ITEMS, firm=True),
    Rule("ids.columns", "error", ids.columns_twice, ("tables",), firm=True),
    Rule("ids.missing", "error", ids.missing, _ITEMS, firm=True),
)
_FIRM = frozenset(rule.id for rule in _OWN if rule.firm)

RULES = (
    *_OWN,
    *CONSISTENCY,
    *GRAPH,
    *READABILITY,
    *TRAPS,
    *CONTRAST,
    Rule("publication.pack", "error", choices.pack, _PROFILE),
    Rule("publication.check-unknown", "warning", choices.unknown, _PROFILE),
    Rule("publication.check-firm", "warning", partial(choices.firm, _FIRM), _PROFILE),
)
