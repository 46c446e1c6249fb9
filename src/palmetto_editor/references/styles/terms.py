"""The words of a language: terms, forms of dates and options of a CSL locale.

The locale files are those of the CSL project (CC BY-SA 3.0). A style's own `cs:locale` goes before
them, and American English stands behind (CSL 1.0.2, "Locale").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

from palmetto_editor import assets
from palmetto_editor.references.styles.tree import LANGUAGE, Node, read_tree

_FALLBACKS = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}
LONGEST = 200  # characters of a term; no word of a language is longer
_DEFAULT = "en-US"
_FOLDER = "styles/locales"
# The country of a language that names none.
_COUNTRIES = """
    af-ZA bg-BG ca-AD cs-CZ cy-GB da-DK de-DE el-GR en-US es-ES et-EE fa-IR fi-FI fr-FR gl-ES he-IL
    hi-IN hr-HR hu-HU hy-AM id-ID is-IS it-IT ja-JP km-KH ko-KR lt-LT lv-LV mn-MN ms-MY nb-NO nl-NL
    nn-NO pl-PL pt-PT ro-RO ru-RU sk-SK sl-SI sr-Cyrl-RS sv-SE th-TH tl-PH tr-TR uk-UA vi-VN zh-CN
"""
_DIALECTS = {name[:2]: name for name in _COUNTRIES.split()}


@dataclass(slots=True)
class Locale:
    """Terms by name and form as (single, multiple); dates by form; options by name."""

    language: str
    terms: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    dates: dict[str, Node] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)

    def term(self, name: str, form: str = "long", plural: bool = False) -> str:
        """The term in the form or in the one that it falls back to; "" where there is none."""
        while True:
            found = self.terms.get((name, form))
            if found is not None:
                return found[plural]
            if form not in _FALLBACKS:
                return ""
            form = _FALLBACKS[form]

    def has(self, name: str) -> bool:
        return (name, "long") in self.terms

    @property
    def punctuation_in_quotes(self) -> bool:
        return self.options.get("punctuation-in-quote") == "true"

    def add(self, node: Node) -> None:
        """What the node says goes before what was there."""
        ordinals = False
        for term in (t for terms in node.all("terms") for t in terms.kids):
            if not ordinals and term.attrs.get("name", "").startswith("ordinal"):
                ordinals = True  # ordinals of a locale replace all of them, not one by one
                self.terms = {k: v for k, v in self.terms.items() if not _is_ordinal(k[0])}
            self._add_term(term)
        for date in node.all("date"):
            self.dates[date.attrs.get("form", "")] = date
        for options in node.all("style-options"):
            self.options.update(options.attrs)

    def turn_to(self, node: Node) -> None:
        """Another language: what it has a term for says no form of it in the one before.

        A form that it lacks falls back to its own other form (CSL 1.0.2, "Locale").
        """
        own = {term.attrs.get("name", "") for terms in node.all("terms") for term in terms.kids}
        self.terms = {key: texts for key, texts in self.terms.items() if key[0] not in own}
        self.add(node)

    def _add_term(self, term: Node) -> None:
        single, multiple = term.find("single"), term.find("multiple")
        one, more = single or term, multiple or term
        texts = (_set(one.text[:LONGEST]), _set(more.text[:LONGEST]))
        key = (term.attrs.get("name", ""), term.attrs.get("form", "long"))
        if "gender-form" not in term.attrs:
            self.terms[key] = texts


def _set(text: str) -> str:
    """With the apostrophe that is printed."""
    return text.replace("'", "’")


def _is_ordinal(name: str) -> bool:
    return name.startswith("ordinal")


def locale_for(language: str, style: Node) -> Locale:
    """The locale of a style in a language: what it says itself, then the file, then English."""
    files = _of_files(language)
    locale = Locale(language, dict(files.terms), dict(files.dates), dict(files.options))
    own = style.all("locale")
    for wanted in ("", _primary(language), language):
        for node in own:
            if node.attrs.get(LANGUAGE, "") == wanted:
                locale.add(node)
    return locale


@lru_cache(16)
def _of_files(language: str) -> Locale:
    """What the files say of a language, whatever the style; nobody changes it."""
    primary = _primary(language)
    locale = Locale(language)
    spoken = ""
    for name in dict.fromkeys((_DEFAULT, _DIALECTS.get(primary, primary), language)):
        if name and (root := _file(name)) is not None:
            if spoken in ("", name[:2]):
                locale.add(root)
            else:
                locale.turn_to(root)
            spoken = name[:2]
    return locale


def _primary(language: str) -> str:
    return language.split("-")[0]


@cache
def _file(name: str) -> Node | None:
    """A language's file, None where there is none."""
    if not name.replace("-", "").isalnum():
        return None
    try:
        return read_tree(assets.text(f"{_FOLDER}/locales-{name}.xml"))
    except FileNotFoundError:
        return None
