"""The phrases and names by which the parts of an article are known, as data."""

# ruff: noqa: E501 # tables of phrases: a phrase a line, however long

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

NUMBERING = re.compile(r"^\W*(?:(?:\d{1,2}|[ivx]{1,4})[.):]\s*)?", re.IGNORECASE)
_END = re.compile(r"[\s:.–—\-!|*_]+$")


@dataclass(frozen=True, slots=True)
class Phrases:
    """`names` are whole headings in lower case, `pattern` what else a heading may be."""

    names: frozenset[str]
    pattern: re.Pattern[str]

    def named(self, text: str) -> bool:
        """Whether a heading of these words is the heading of such a part."""
        bare = _bare(text)
        return bool(bare) and (bare in self.names or bool(self.pattern.fullmatch(bare)))


@lru_cache(maxsize=1024)  # each line is asked about for every kind of part
def _bare(text: str) -> str:
    return _END.sub("", NUMBERING.sub("", " ".join(text.split()))).casefold()


def phrases(names: str, pattern: str = r"(?!)") -> Phrases:
    """From names separated by line ends or `;`, and a pattern for a whole heading."""
    listed = (name.strip() for name in re.split(r"[;\n]", names))
    return Phrases(frozenset(filter(None, listed)), re.compile(pattern, re.IGNORECASE))


FAQ = phrases(
    """faq; faqs; faq's; f.a.q; f.a.q.s; q&a; q & a; q and a; questions and answers
    questions & answers; common questions; your questions answered; people also ask
    frequent questions; frequently asked; common questions answered; you asked, we answered""",
    r"(?:(?:the |your |top |most )*frequently[ -]asked questions?|(?:reader|common|popular|key) "
    r"(?:questions|faqs))(?: \(?faqs?\)?)?(?: (?:about|on|regarding|for|:) .{1,60})?"
    r"|(?:.{1,50} )?faqs?(?: (?:about|on|for) .{1,60})?|.{1,50}: frequently asked questions",
)
REFERENCES = phrases(
    """references; reference; reference list; sources; source; source list; bibliography
    works cited; work cited; literature; literature cited; cited literature; citations
    references cited; references and notes; notes and references; references and sources
    sources and references; references & sources; sources & references; endnotes
    scientific references; article sources; cited sources; sources cited; cited works; article references""",
    r"(?:selected|key|main|further|additional|primary|cited|scientific|medical|full|list of|"
    r"peer[- ]reviewed|published|academic|research|clinical|supporting|,|and|&|\s)+"
    r"(?:references|sources|bibliography|literature|citations)(?: \(.{1,40}\))?",
)
SHORT_ANSWER = phrases(
    """tl;dr; tldr; tl dr; the short answer; short answer; quick answer; the quick answer; in short
    in brief; at a glance; bottom line; the bottom line; in a nutshell; key takeaways
    key takeaway; the takeaway; takeaways; main takeaways; key points; key findings at a glance
    summary; quick summary; executive summary; the short version; short version; highlights
    what you need to know; need to know; key facts; fast facts; the gist; in this article at a glance
    article summary; summary box; key highlights""".replace("tl;dr; ", "tl dr; "),
    r"tl;dr|(?:the )?(?:key|main|quick) (?:take-?aways?|points|messages)(?: .{1,40})?",
)
DISCLAIMER = phrases(
    """disclaimer; disclaimers; medical disclaimer; legal disclaimer; research disclaimer
    important disclaimer; disclaimer and notice; disclosure and disclaimer; health disclaimer
    research use disclaimer; research use only; for research use only; legal notice""",
    r"(?:\w+ ){0,3}disclaimer(?: notice| statement)?",
)
RELATED = phrases(
    """related; related articles; related article; related posts; related post; related reading
    related research; related content; related topics; related guides; related links
    related pages; related stories; related resources; related studies; related peptides
    read more; read next; what to read next; further reading; more reading; keep reading
    you may also like; you might also like; you may also enjoy; recommended; recommended reading
    recommended articles; see also; more articles; more research articles; more research; more from us
    up next; more on this topic; more on this subject; continue reading; explore more; learn more
    more like this; useful links; links; external links; from the blog; internal links""",
    r"(?:more|related|recommended|further) (?:[\w-]+ ){0,3}"
    r"(?:articles|posts|reading|research|guides|stories|resources|links)(?: .{1,30})?",
)
PRODUCTS = phrases(
    """related products; products; products mentioned; products named here; shop; featured products
    product links; shop related products; buy; where to buy; products in this article""",
    r"shop (?:\w+ ){1,4}|(?:related|featured|mentioned) (?:\w+ ){0,2}products",
)
PILLAR = phrases("start here; pillar guide; the complete guide; main guide; parent guide; hub")
CONTENTS = phrases(
    """contents; table of contents; toc; on this page; in this article; in this guide; in this post
    what's inside; jump to; quick navigation; article contents; page contents; sections; quick links
    what’s inside; inhalt""",
)
ABOUT_AUTHOR = phrases(
    "about the author; about the authors; author; authors; about the reviewer; meet the author; "
    "author bio; written by; about the writer",
    r"about (?:[A-Z][\w.'’-]+ ?){1,4}",
)
LATEST = phrases(
    "latest; recent; more notes; from our blog; trending; newest; what's new",
    r"(?:latest|recent|popular|trending|newest) (?:[\w-]+ ?){1,5}|more (?:from|in|by) .{1,40}"
    r"|more (?:notes|news|posts|stories)|other (?:posts|articles|stories)",
)
MORE = phrases("more articles; more to read; read more; more reading; keep reading; read next")
FURNITURE = phrases(
    """share; share this; share this article; share this post; share on; leave a comment
    leave a reply; comments; subscribe; newsletter; subscribe to our newsletter; sign up; follow us
    print; print this page; back to top; tweet; advertisement; previous post; next post
    previous; next; skip to content; skip to main content; no comments; no comments yet; cite this article
    was this helpful; was this article helpful; share this:; loading; menu; search; listen to this article""",
    r"(?:no|\d+) comments?(?: yet)?|back to (?:the )?(?:blog|top|home|overview|articles|posts|all .{1,30})"
    r"|(?:join|subscribe|sign up)\b.{0,40}(?:readers|subscribers|newsletter|letter|updates|inbox|list)\b.{0,60}"
    r"|see all(?: \w+)?|view all(?: \w+)?|edit (?:this )?page|canonical link"
    r"|share (?:this|on) .{1,40}|join our newsletter.{0,80}",
)
FURNITURE_START = re.compile(
    r"\s*(?:©|\(c\)\s*\d|copyright\b|all rights reserved\b)", re.IGNORECASE
)
HINT_BIO = re.compile(
    r"(?:^|[\W_])(?:author-(?:bio|profile|box|card|info|description)|about-author)(?:$|[\W_])"
)
HINT_CARD = re.compile(r"(?:^|[\W_])(?:cards?|teaser|post-preview)(?:$|[\W_])")
HINT_CAPTION = re.compile(r"(?:^|[\W_])(?:caption|table-caption|tablecaption)(?:$|[\W_])")
PROMOTED = phrases(
    """you may also like; you might also like; you may also enjoy; keep reading; read next; up next
    recommended; recommended for you; recommended articles; what to read next; continue reading
    more like this; read more""",
)
HINT_WIDGET = re.compile(
    r"jp-relatedposts|views-element-container|yarpp|crp_related|rp4wp|outbrain|taboola"
)
PARTS = Phrases(
    frozenset().union(
        *(
            known.names
            for known in (FAQ, REFERENCES, SHORT_ANSWER, DISCLAIMER, RELATED, PRODUCTS, CONTENTS)
        )
    ),
    re.compile("|".join(f"(?:{p.pattern.pattern})" for p in (FAQ, REFERENCES, DISCLAIMER)), re.I),
)

HINT_FAQ = re.compile(
    r"(?:^|[\W_])(?:faqs?|accordion-faq|faqpage|questions?-(?:and-)?answers?)(?:$|[\W_])"
)
HINT_REFERENCES = re.compile(
    r"(?:^|[\W_])(?:references?|bibliography|reflist|ref-list|citations?|works-cited|doc-bibliography|csl-bib-body)(?:$|[\W_])"
)
HINT_NOTICE = re.compile(
    r"(?:^|[\W_])(?:notice|research-notice|disclosure|editors?-note|article-notice)(?:$|[\W_])"
)
HINT_SHORT = re.compile(
    r"(?:^|[\W_])(?:tl-?dr|key-?takeaways?|takeaways?|short-answer|quick-answer|summary-box|"
    r"article-summary|at-a-glance|key-points|highlights|in-short|quick-summary)(?:$|[\W_])"
)
HINT_DISCLAIMER = re.compile(r"disclaimer|(?:^|[\W_])(?:legal-notice|research-use)(?:$|[\W_])")
HINT_RELATED = re.compile(
    r"(?:^|[\W_])(?:related|related-(?:posts|articles|links|content)|read-more|see-also|read-next|"
    r"further-reading|recommended|jp-relatedposts|more-articles|internal-links)(?:$|[\W_])"
)
HINT_CONTENTS = re.compile(
    r"(?:^|[\W_])(?:toc|table-of-contents|ez-toc\S*|contents-list|doc-toc)(?:$|[\W_])"
)
HINT_TRAIL = re.compile(r"breadcrumbs?")
HINT_TAGS = re.compile(
    r"(?:^|[\W_])(?:tags?|tag-list|post-tags|tagcloud|keywords|tags-links|topics|kwd-group)(?:$|[\W_])"
)
HINT_KEYWORDS = re.compile(
    r"(?:^|[\W_])(?:kwd-group|article-keywords|keywords?-section|keywords)(?:$|[\W_])"
)
HINT_AUTHOR = re.compile(
    r"(?:^|[\W_])(?:byline|author|authors|author-name|p-author|vcard|contributors?)(?:$|[\W_])"
)
HINT_REVIEWER = re.compile(
    r"(?:^|[\W_])(?:reviewer|reviewed-by|medical-reviewer|fact-checker)(?:$|[\W_])"
)
HINT_SECTION = re.compile(
    r"(?:^|[\W_])(?:kicker|eyebrow|category|categories|cat-links|section-name|post-category)(?:$|[\W_])"
)
HINT_META = re.compile(
    r"(?:^|[\W_])(?:meta|post-meta|entry-meta|article-meta|reading-time|post-timestamp|timestamp|dateline|post-date|entry-date|date|published|updated)(?:$|[\W_])"
)
HINT_FURNITURE = re.compile(
    r"(?:^|[\W_])(?:share|sharing|social|sharedaddy|newsletter|subscribe|comments?|post-navigation|nav-links|links-nextprev|prev-next|next-prev|pagination|pager|post-nav|advertisement|cookie|article-metrics|view-count)(?:$|[\W_])"
)
HINT_DECK = re.compile(
    r"(?:^|[\W_])(?:subtitle|deck|dek|standfirst|lead|lede|excerpt|subhead)(?:$|[\W_])"
)

NOTICE_LABEL = re.compile(
    r"(?:research|important|legal|regulatory|compliance|editorial|safety|please|reader|editor[’']?s)?\s*"
    r"(?:notice|note to readers|disclosure|editor[’']?s[’']? note|research use (?:only )?notice)"
    r"\s*[:–—]|important\s*:|editor[’']?s[’']? note\s*[:–—]|affiliate disclosure",
    re.IGNORECASE,
)
NOTICE_START = re.compile(
    r"for (?:laboratory |in[- ]vitro )?research (?:use|purposes) only|research use only"
    r"|not for human (?:use|consumption)|this (?:article|page|post|guide) (?:may contain|contains) affiliate",
    re.IGNORECASE,
)
SHORT_LABEL = re.compile(
    r"(?:the )?(?:tl;?\s?dr|short answer|quick answer|in short|in brief|bottom line|key takeaways?"
    r"|quick summary|the gist|in a nutshell|short version)\s*[:–—]",
    re.IGNORECASE,
)
DISCLAIMER_START = re.compile(
    r"(?:\w+ ){0,2}disclaimer\s*[:–—]"
    r"|(?:this (?:article|page|post|content|guide|information)|the (?:information|content|material|contents)[^.]{0,80}?) "
    r"(?:is|are) (?:provided |intended |presented |offered |for )?[^.]{0,40}?(?:informational|educational|information|research)\b"
    r"|for (?:educational|informational|information|research)(?: and (?:educational|informational|research))?"
    r"(?: (?:and )?laboratory)? (?:purposes|use) only"
    r"|these statements have not been evaluated"
    r"|(?:all )?(?:products|compounds|peptides) (?:mentioned|discussed|described|sold|listed)?[^.]{0,60}"
    r"(?:for (?:laboratory )?research|research use)"
    r"|nothing (?:in|on) this (?:article|page|site|website|post)"
    r"|(?:this (?:article|page|content) )?(?:is |does )?not (?:intended (?:as|to)|constitute|a substitute for) [^.]{0,40}(?:medical|legal|advice|diagnose)",
    re.IGNORECASE,
)
LINK_LABEL = re.compile(
    r"(?P<related>related(?: (?:research|articles?|posts?|reading|topics?|guides?|content|stud(?:y|ies)|links?))?"
    r"|further reading|read (?:more|next|also)|also read|learn more|you (?:may|might) also like|recommended(?: reading)?)\s*[:–—]"
    r"|(?P<seealso>see also|see)\s*[:–—]"
    r"|(?P<pillar>start here|pillar (?:guide|page|article)|main guide|full guide|complete guide)\s*[:–—]"
    r"|(?P<product>products?(?: mentioned| named)?|shop)\s*[:–—]",
    re.IGNORECASE,
)

_CALLOUTS = {
    "note": r"note|please note|research notes?|side note|a note on [\w -]{2,40}|methodology note"
    r"|what (?:it|this|that) means(?: for [\w -]{2,40})?|why (?:it|this) matters(?: for [\w -]{2,40})?"
    r"|clinical note|technical note|research context|context|important note|lab note|key note|nota bene|n\.?b",
    "tip": r"(?:pro |quick |research |expert |lab )?tips?|hint",
    "important": r"important|key (?:point|insight|finding|takeaway|message|fact|concept)s?|remember"
    r"|research (?:insight|takeaway|implication)s?|takeaway|bottom line",
    "warning": r"warning|attention|safety (?:note|warning)",
    "caution": r"caution|caveats?|limitations?(?: note)?",
    "danger": r"danger",
    "example": r"(?:for )?example|case example",
    "info": r"info|did you know|definition|background|fun fact|good to know|fyi",
}
_CALLOUT = re.compile(
    r"(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _CALLOUTS.items())
    + r")\s*(?P<end>[:?!])(?=\s|\*|_|$)",
    re.IGNORECASE,
)
_ADMONITION = re.compile(
    r"(?:^|[\W_])(note|tip|hint|important|warning|attention|caution|danger|error|example|info|success|question|abstract|todo)(?:$|[\W_])"
)


def callout(text: str) -> tuple[str, str] | None:
    """Kind and label where a paragraph begins with the label of a callout."""
    match = _CALLOUT.match(text)
    if match is None or match.lastgroup is None:
        return None
    kind = next(k for k in _CALLOUTS if match[k] is not None)
    return kind, text[: match.end()].rstrip(":").strip()


def callout_kind(hints: tuple[str, ...]) -> str:
    """The kind that the class names of a box tell, `note` where they tell none."""
    for hint in hints:
        match = _ADMONITION.search(hint)
        if match:
            return {"hint": "tip", "attention": "warning", "error": "danger"}.get(
                match[1], match[1]
            )
    return "note"
