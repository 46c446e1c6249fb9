"""The rule for a page that says "preclinical only" and tells of studies in people all the same.

What fires is a statement about *all* of the evidence (in the notice, the disclaimer, a callout, a
footer or an end of the text) beside a sentence that reports research on people: human studies,
trials, subjects, volunteers, patients. What does not: a negation ("has not been studied in
humans", "should not be interpreted as evidence of effects in humans"), what is asked, hoped for
or missing ("human trials are needed"), the use of a product ("not approved for human use"), and
human material ("binding sites in human heart", "human cardiac tissue", "non-human primates").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.quotes import quoted
from palmetto_editor.intake.disagree.sides import Sides
from palmetto_editor.intake.disagree.words import flat, fold, sentences
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

_LAB = r"(?:pre-?clinical|animals?|in[ -]vitro|cell(?:ular|[ -]cultures?)?|rodents?)"
_WORK = r"(?:research|stud(?:y|ies)|models?|data|findings|evidence|work|literature|experiments)"
_ONLY = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_LAB}\b[^.;]{{0,60}}?(?<!use )(?<!purposes )(?<!not )\bonly\b",
        rf"(?<!not )(?<!the )\bonly (?:in |on |from |to |at |about )?(?:\w+ )?{_LAB}\b[^.;]{{0,30}}"
        rf"\b{_WORK}\b",
        rf"\b(?:exclusively|solely|entirely|purely|limited to|restricted to|confined to)\b"
        rf"[^.;]{{0,50}}\b{_LAB}\b",
        rf"\ball (?:of )?(?:the |these |described |cited )*{_WORK}\b[^.;]{{0,50}}\b{_LAB}\b",
    )
)
_USE = re.compile(
    r"\b(?:intended|sold|supplied|offered|purchased?|use only|purposes only)\b", re.IGNORECASE
)
_PEOPLE = r"(?:people|humans?|human (?:beings|subjects|volunteers|participants|patients)|patients)"
_NEVER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:not|never|n't)(?: yet)?(?: been)? (?:studied|tested|evaluated|investigated|examined"
        rf"|assessed)(?: \w+)? in {_PEOPLE}\b",
        r"\bno (?:\w+ )?(?:human|clinical) (?:studies|trials|data|research|evidence)\b",
        rf"\bno (?:studies|trials|data|research) (?:\w+ )?(?:in|on|with) {_PEOPLE}\b",
    )
)

_NOT_OTHER = r"(?<!non-)(?<!non )\b"
_HUMAN = re.compile(
    rf"{_NOT_OTHER}humans?[ -](?:(?:clinical|pharmacokinetic|pilot|healthy|early|phase|"
    r"intervention(?:al)?|observational)[ -]){0,2}"
    r"(?:stud(?:y|ies)|subjects?|volunteers?|participants?|patients?|trials?|data|research)\b"
    r"|\bclinical (?:trials?|stud(?:y|ies))\b"
    r"|\bphase (?:I{1,3}|IV|[1-4])[ab]?\b[^.;]{0,20}\b(?:trials?|stud(?:y|ies))\b"
    r"|\b(?:healthy|adult|elderly|older|young|obese|overweight) (?:\w+ )?"
    r"(?:volunteers|participants|men|women|adults|people)\b"
    r"|\b(?:volunteers|patients)\b(?!-)",
    re.IGNORECASE,
)
_IN_PEOPLE = re.compile(r"\bin (?:humans|people|man|men|women|children)\b(?!-)", re.IGNORECASE)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies|ied)|trials?|tested|administ\w+|dos(?:e|es|ed|ing)|observed|shown?|showed"
    r"|demonstrated|measured|reported|found|increase[sd]?|reduce[sd]?|improve[sd]?|randomi[sz]ed"
    r"|pharmacokinetics?|involved|enrolled|recruited|received|given|placebo\S*)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|never|without|lacks?|lacking|nor|neither|none|absence|cannot|nothing|rather than"
    r"|instead of|unlike|before|precede[sd]?|future|whether|if|until|unless|exclud\w+)\b|n't\b",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b(?:needed|required|warranted|lacking|missing|unavailable|awaited|pending|remains?|absent"
    r"|would|could|should|must|may|might|unknown|unclear|unlikely|extrapolat\w+|translat\w+"
    r"|not (?:yet )?(?:been )?(?:conducted|performed|published|reported|available|done|completed"
    r"|exist))\b",
    re.IGNORECASE,
)
_MATERIAL = re.compile(
    r"\b(?:cells?|tissues?|samples?|biops\w+|serum|plasma|blood|lines?|receptors?|specimens?)\b"
    r"(?: \w+){0,3} (?:from|of|in) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:()]|\s[-]\s|\b(?:but|although|though|however|while|whereas)\b", re.I)
_MARKS = re.compile(r"\[@[^\]]*\]|\]\([^)\s]*(?:\s[^)]*)?\)|\[![A-Z]+\]|[*_`>#|\\\[\]]")
_CALLOUT = re.compile(r"(?:^ {0,3}>.*(?:\n|\Z))+", re.MULTILINE)
_ENDS = 2  # paragraphs at either end of the text that may be a notice which nobody marked


def preclinical(sides: Sides) -> Iterator[Disagreement]:
    """One finding for each question, and one for each other part that tells of people."""
    statement = next(_statements(sides), "")
    if not statement:
        return
    for place, texts in _parts(sides.article):
        found = [s for text in texts for s in _sentences_on_people(text) if s != statement]
        if found:
            more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
            yield _contradiction(place, statement, found[0], more)
    titles = [(r.id, flat(r.title)) for r in sides.article.references if _titled(r.title)]
    if titles:
        more = f" (and {len(titles) - 1} more)" if len(titles) > 1 else ""
        yield _contradiction(
            Place("references", titles[0][0], "title"), statement, titles[0][1], more
        )


def _sentences_on_people(text: str) -> Iterator[str]:
    if _HUMAN.search(text) or _IN_PEOPLE.search(text):
        yield from (s for s in sentences(_bare(text)) if reports_people(s))


def says_only_preclinical(sentence: str) -> bool:
    """Whether a sentence says of all the evidence that none of it is from people."""
    text = fold(sentence)
    if any(pattern.search(text) for pattern in _NEVER):
        return not text.endswith("?")
    return (
        any(pattern.search(text) for pattern in _ONLY)
        and not _USE.search(text)
        and not text.endswith("?")
    )


def reports_people(sentence: str) -> bool:
    """Whether a sentence says that something was studied in people."""
    text = fold(sentence)
    if text.endswith("?"):
        return False
    return any(_reports(clause, text) for clause in _CLAUSE.split(text) if clause)


def _reports(clause: str, sentence: str) -> bool:
    match = _HUMAN.search(clause) or _IN_PEOPLE.search(clause)
    if match is None or not _STUDY.search(sentence):
        return False
    before = clause[: match.start()]
    return not (_NOT.search(before) or _MISSING.search(clause) or _MATERIAL.search(before))


def _titled(title: str) -> bool:
    """Whether a work's title says that it is about people."""
    text = fold(title)
    match = _HUMAN.search(text) or _IN_PEOPLE.search(text)
    return match is not None and not _MATERIAL.search(text[: match.start()])


def _statements(sides: Sides) -> Iterator[str]:
    article = sides.article
    paragraphs = [p for p in re.split(r"\n\s*\n", article.body) if p.strip()]
    callouts = [match[0] for match in _CALLOUT.finditer(article.body)]
    footers = [leftover.text for leftover in sides.draft.leftovers]
    ends = [*paragraphs[:_ENDS], *paragraphs[-_ENDS:]]
    for text in (
        article.disclaimer,
        article.notice,
        article.short_answer,
        *callouts,
        *footers,
        *ends,
    ):
        yield from (s for s in sentences(_bare(text)) if says_only_preclinical(s))


def _parts(article: Article) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for question in article.faq:
        yield Place("faq", question.id, "answer"), (question.answer,)
    yield Place("short_answer"), (article.short_answer,)
    yield Place("body"), (article.body,)
    for table in article.tables:
        yield Place("tables", table.id), tuple(cell for row in table.rows for cell in row)


def _bare(markdown: str) -> str:
    return _MARKS.sub("", markdown)


def _contradiction(place: Place, statement: str, passage: str, more: str) -> Disagreement:
    """Both sides are words that readers see."""
    return Disagreement(
        rule="intake.preclinical-only",
        severity="error",
        place=place,
        page=f"{statement}\n{passage}",
        markup="",
        message=(
            f"The page says {quoted(statement)}, but tells of research on people: "
            f"{quoted(passage)}{more}."
        ),
    )
