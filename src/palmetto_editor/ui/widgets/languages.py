"""Languages by their BCP 47 tags: common ones to choose from, and what a tag looks like."""

from __future__ import annotations

import re

# Language, optional script, region, variants, private use: RFC 5646, section 2.1, without the
# grandfathered tags.
_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-x(?:-[a-z\d]{1,8})+)?",
    re.IGNORECASE,
)
COMMON = (
    ("en-US", "English, United States"),
    ("en-GB", "English, United Kingdom"),
    ("en-CA", "English, Canada"),
    ("en-AU", "English, Australia"),
    ("en", "English"),
    ("de-DE", "German, Germany"),
    ("de-AT", "German, Austria"),
    ("de-CH", "German, Switzerland"),
    ("es-ES", "Spanish, Spain"),
    ("es-MX", "Spanish, Mexico"),
    ("fr-FR", "French, France"),
    ("fr-CA", "French, Canada"),
    ("it-IT", "Italian"),
    ("nl-NL", "Dutch"),
    ("pl-PL", "Polish"),
    ("pt-BR", "Portuguese, Brazil"),
    ("pt-PT", "Portuguese, Portugal"),
    ("sv-SE", "Swedish"),
    ("da-DK", "Danish"),
    ("nb-NO", "Norwegian"),
    ("fi-FI", "Finnish"),
    ("cs-CZ", "Czech"),
    ("tr-TR", "Turkish"),
    ("uk-UA", "Ukrainian"),
    ("ru-RU", "Russian"),
    ("ja-JP", "Japanese"),
    ("ko-KR", "Korean"),
    ("zh-Hans", "Chinese, simplified"),
    ("zh-Hant", "Chinese, traditional"),
)


def is_tag(text: str) -> bool:
    """Whether a text is formed as a language tag is."""
    return _TAG.fullmatch(text) is not None


def spoken(tag: str) -> str:
    """The language's name, where it is a common one."""
    return next((name for known, name in COMMON if known.casefold() == tag.casefold()), "")
