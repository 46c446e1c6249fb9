"""The names that systems give to the parts of a page: classes and ids, as `tree.marks` has them.

`-share-` is the word "share" anywhere in a name, ` -share- ` the whole name.
"""

# ruff: noqa: E501 # tables of names: one kind of name a line, however long

from __future__ import annotations

import re
from functools import lru_cache

_Pattern = re.Pattern[str]


def _any(*names: str) -> _Pattern:
    return re.compile("|".join(names))


def _word(words: str) -> str:
    return f"-(?:{'|'.join(words.split())})-"


def _whole(names: str) -> str:
    return f" -(?:{'|'.join(names.split())})- "


# The element that holds an article's text. WordPress, Ghost, Shopify, Substack, Medium, Blogger,
# Squarespace, Wix, Webflow, static site generators, journals, Notion, Word and Google Docs.
BODY = _any(
    _whole(
        "entry-content post-content article-content page-content content-body article-body "
        "post-body story-body entry-body articlebody blog-post-content blog-content post-full-content "
        "gh-content kg-content rte markdown-body theme-doc-markdown md-content-inner e-content "
        "available-content body-markup post-text article-text article-main-content single-content "
        "blog-item-content sqs-layout w-richtext rich-text wp-block-post-content td-content td-post-content "
        "quarto-document-content jats-body main-article-body page-body doc-content wordsection1 "
        "elementor-widget-theme-post-content article-template-content article-page-content "
        "post-single-content prose"
    )
)
# An element around a whole article, its header and footer included.
ARTICLE = _any(_whole("hentry h-entry blog-post type-post single-post-article article-template"))
HEADLINE = _any(
    _whole(
        "entry-title post-title article-title page-title p-name gh-article-title post-full-title "
        "article-header-title article-template-title blog-post-title content-title story-title"
    )
)
SITE_TITLE = _any(_whole("site-title site-name logo brand navbar-brand site-logo header-logo"))

# What stands near an article's text and says something of it.
META = _any(
    _word(
        "byline author authors meta metadata date dateline posted published updated modified "
        "timestamp subtitle deck dek standfirst excerpt lead lede intro summary kicker category "
        "categories cat-links tag tags keywords topics breadcrumb breadcrumbs disclaimer notice "
        "reviewed reviewer footnote footnotes references citation title headline hero featured"
    )
)
BREADCRUMB = _any(_word("breadcrumb breadcrumbs crumbs"))
TAGS = _any(
    _word(
        "tags tag-list tag-row tagcloud tag-cloud taxonomy-post-tag taglist tags-links tag-links cat-links keywords topics"
    )
)
RELATED = _any(
    _word(
        "related relatedposts read-more-wrap read-next readnext you-may-also-like more-posts "
        "recommended recommendations further-reading see-also up-next also-like"
    )
)
# The words over links to other articles, where no name says what they are.
RELATED_HEADING = re.compile(
    r"(?:related|recommended)(?: (?:articles?|posts?|reading|content|stories|guides))?|read (?:more|next)|"
    r"further reading|see also|(?:you (?:may|might) also|also) like|keep reading|up next|what to read next",
    re.I,
)
PRODUCTS = _any(
    _word(
        "product-card product-grid product-list products product-item add-to-cart featured-products"
    )
)
TOC = _any(
    _word(
        "toc table-of-contents tableofcontents ez-toc lwptoc contents-list on-this-page in-this-article"
    ),
    _whole("sidebar-toc page-toc"),
)
QUOTE = _any(_word("pullquote pull-quote"))
NOTE = _any(
    _whole(
        "admonition callout alert note tip warning info important caution danger hint success "
        "markdown-alert kg-callout-card theme-admonition callout-box info-box infobox note-box "
        "tip-box warning-box highlight-box message-box notification panel-info wp-block-callout "
        "notion-callout md-callout custom-block hint-container alert-box"
    )
)
NOTE_TITLE = _any(
    _word(
        "admonition-title callout-title callout-title-inner admonition-heading callout-heading "
        "alert-title alert-heading markdown-alert-title note-title box-title custom-block-title "
        "callout-header callout-title-container hint-container-title notification-title"
    )
)

# The site's own parts, by what they are. The order is that of the report.
CHROME: tuple[tuple[str, _Pattern], ...] = (
    (
        "cookies",
        _any(
            _word("cookie cookies gdpr ccpa cookiebar onetrust cookiebot cmplz cky"),
            _whole("consent consent-banner consent-popup privacy-banner"),
        ),
    ),
    (
        "comments",
        _any(
            _word(
                "comments commentlist comment-list comment-respond comment-form disqus giscus utterances comment-wrapper comment-section comments-section comment-count"
            ),
            _whole("respond comments-area discussion"),
        ),
    ),
    (
        "sharing",
        _any(
            _word(
                "share sharing sharebar sharedaddy addtoany addthis sharethis social socials "
                "shareaholic social-links follow-us heateor ssba"
            ),
        ),
    ),
    (
        "newsletter",
        _any(
            _word(
                "newsletter newsletters subscribe subscription signup sign-up optin opt-in mailchimp "
                "convertkit mailerlite mailpoet klaviyo gh-subscribe paywall piano"
            )
        ),
    ),
    (
        "advertising",
        _any(
            _word(
                "advert adverts advertisement advertising adsbygoogle sponsored dfp adslot taboola outbrain"
            ),
            _whole(
                "ad ads ad-container ad-wrapper ad-slot ad-unit promo promo-bar promotion cta-banner"
            ),
        ),
    ),
    (
        "others",
        _any(
            _word(
                "latest latest-posts recent-posts elementor-posts wp-block-query post-feed posts-grid "
                "post-grid blog-posts latest-articles recent-articles article-card post-card blog-card"
            ),
        ),
    ),
    (
        "popups",
        _any(
            _word("popup modal lightbox overlay offcanvas off-canvas interstitial toast age-gate"),
            _whole("drawer cart-drawer"),
        ),
    ),
    (
        "navigation",
        _any(
            _word(
                "navbar navigation nav-links pagination pager prev-next prevnext post-nav pagenav "
                "nextprev next-prev subnav sub-nav sidenav side-nav leftnav left-nav local-nav "
                "skip-link skip-to-content mega-menu breadcrumb-nav megamenu"
            ),
            _whole(
                "nav menu main-menu site-nav primary-nav secondary-nav top-nav mobile-menu toolbar"
            ),
        ),
    ),
    (
        "header",
        _any(
            _word(
                "masthead announcement announcement-bar marquee ticker topbar top-bar site-branding"
            ),
            _whole(
                "banner top-banner banners publish-banner doc-title-bar site-header header-wrapper global-header page-banner usa-banner site-banner"
            ),
        ),
    ),
    (
        "footer",
        _any(
            _word("colophon copyright site-info"),
            _whole(
                "foot page-footer site-footer footer-wrapper global-footer footer-widgets back-to-top"
            ),
        ),
    ),
    (
        "sidebar",
        _any(
            _whole(
                "leftcol rightcol left-col right-col left-column right-column sidebar widget-area widget widgets secondary side-bar right-sidebar-area"
            )
        ),
    ),
    (
        "controls",
        _any(
            _word(
                "copy-button copy-btn clipboard print-button printfriendly reading-time readtime "
                "read-time post-views page-views view-count like-button claps rating-form edit-link "
                "edit-page feedback-form was-this-helpful text-to-speech audio-player post-ratings "
                "article-metrics altmetric theme-edit-this-page edit-this-page reading-progress progress-bar"
            )
        ),
    ),
)
REASONS = {
    "cookies": "A notice about cookies",
    "comments": "Readers' comments",
    "sharing": "Buttons to share or follow",
    "newsletter": "An offer to subscribe",
    "advertising": "Advertising",
    "popups": "A window over the page",
    "navigation": "The site's navigation",
    "header": "The site's header",
    "footer": "The site's footer",
    "sidebar": "The site's sidebar",
    "controls": "Controls of the page",
    "toc": "The list of contents",
    "hidden": "Text that the page does not show",
    "embedded": "Something that another address or program shows on the page",
    "form": "A form",
    "beside": "Text beside the article",
    "repeated": "The headline, said a second time",
    "others": "Cards of other articles",
    "cards": "Words on the cards of other articles",
    "products": "Products for sale",
    "image": "An image that was not found or names no file",
    "table": "Cells beyond what one table may hold",
    "heading": "The heading over footnotes, which have a place of their own here",
}


@lru_cache(maxsize=4096)  # many elements of a page have the same names
def kind_of_chrome(names: str) -> str:
    """Which of the site's parts these names tell of, or `""`."""
    if not names:
        return ""
    return next((kind for kind, pattern in CHROME if pattern.search(names)), "")
