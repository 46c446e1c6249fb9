"""How much of a fixture's truth a draft holds, field by field, and what it missed.

A key that a truth file does not have is not scored; an empty value means that nothing is to be
found. A wrong value counts twice: it is one that was missed and one that is not true.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from intake_shown import callouts, cell, everything, flat, headings, lists, plain
from intake_tally import Scores
from palmetto_editor.intake.draft import Draft
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.values import Table

# Headings of parts that an article keeps outside its body may stay in it or go.
_PARTS = re.compile(
    r"(frequently asked questions|faq|questions and answers|(selected )?references|footnotes"
    r"|related( posts| articles| reading)?|see also|more notes|the short answer|summary)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d+[.)]\s+")
_HALF = 0.5


def score(truth: dict[str, Any], draft: Draft) -> Scores:
    """The draft against the truth."""
    scores = Scores()
    for key, judge in _JUDGES.items():
        if key in truth:
            judge(scores, truth, draft)
    return scores


def _metadata(name: str) -> Callable[[Scores, dict[str, Any], Draft], None]:
    def judge(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
        scores.value(name, truth[name], getattr(draft.article.metadata, name))

    return judge


def _title(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    """A title may be left to the headline, and may keep the site's name behind it."""
    got = draft.article.metadata.title or draft.article.metadata.headline
    agrees = plain(got) == plain(truth["title"]) or bool(
        re.match(re.escape(plain(truth["title"])) + r" ?[|:-]", plain(got))
    )
    scores.value("title", truth["title"], got, agrees)


def _date(name: str) -> Callable[[Scores, dict[str, Any], Draft], None]:
    def judge(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
        got = getattr(draft.article.metadata, name)
        scores.value(name, truth[name], got[: len("2000-01-01")])

    return judge


def _language(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    got = draft.article.metadata.language
    scores.value("language", truth["language"], got, got.casefold() == truth["language"].casefold())


def _authors(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    wanted = {person["name"]: person["kind"] for person in truth["authors"]}
    got = {plain(person.name): person for person in draft.article.metadata.authors}
    scores.bag("authors", wanted, got)
    for name, kind in wanted.items():
        if plain(name) in got:
            scores.value("author kind", kind, got[plain(name)].kind)


def _keywords(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    scores.bag("keywords", truth["keywords"], draft.article.metadata.keywords)


def _passage(name: str) -> Callable[[Scores, dict[str, Any], Draft], None]:
    def judge(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
        shown = flat(getattr(draft.article, name))
        wanted = truth[name]
        if not wanted:
            scores.value(name, "", shown)
            return
        begins, ends = _several(wanted["begins"]), _several(wanted["ends"])
        agrees = any(_spans(shown, first, last) for first in begins for last in ends)
        scores.value(name, f"{begins[0]} … {ends[0]}", shown, agrees)

    return judge


def _several(said: str | list[str]) -> list[str]:
    return said if isinstance(said, list) else [said]


def _spans(shown: str, begins: str, ends: str) -> bool:
    return shown.startswith(plain(begins)) and shown.endswith(plain(ends))


def _headings(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    allowed = {plain(text) for text in truth.get("headings_may", [])}
    wanted = {plain(text): level for level, text in truth["headings"]}
    found = [(level, _bare(text, wanted)) for level, text in headings(draft.article)]
    kept = [(n, t) for n, t in found if t in wanted or not (t in allowed or _PARTS.match(t))]
    scores.bag("headings", wanted, [text for _, text in kept])
    for level, text in kept:
        if text in wanted:
            name = f"{'#' * wanted[text]} {text}"
            scores.value("heading levels", name, f"{'#' * level} {text}")


def _bare(text: str, wanted: dict[str, int]) -> str:
    """A heading may keep the number that it has in the source."""
    bare = _NUMBERED.sub("", text, count=1)
    return bare if bare in wanted else text


def _lists(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    pairs = zip(("lists", "list items"), truth["lists"], lists(draft.article), strict=True)
    for name, wanted, got in pairs:
        scores.right(name, min(wanted, got))
        if wanted > got:
            scores.missed(name, f"{wanted - got} of {wanted}", wanted - got)
        if got > wanted:
            scores.wrong(name, f"{got - wanted} beyond {wanted}", got - wanted)


def _tables(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    rest = list(draft.article.tables)
    for wanted in truth["tables"]:
        found = max(rest, key=lambda table: _alike(wanted, table), default=None)
        if found is None or _alike(wanted, found) < _HALF:
            scores.missed("tables", repr(wanted["columns"]))
            scores.missed("table cells", f"all of {wanted['columns'][0]!r}", len(_cells_of(wanted)))
            continue
        rest.remove(found)
        scores.right("tables")
        labels = [_spanned(cell(column.label), wanted["columns"]) for column in found.columns]
        scores.bag("table columns", wanted["columns"], labels)
        scores.bag("table cells", _cells_of(wanted), _cells(found))
        if "caption" in wanted:
            scores.value("table captions", wanted["caption"], cell(found.caption))
    for table in rest:
        scores.wrong("tables", repr([column.label for column in table.columns]))


def _spanned(label: str, wanted: list[str]) -> str:
    """A column may keep the words of a header that spans it and others before its own."""
    return next((own for own in wanted if label.endswith(plain(own))), label)


def _alike(wanted: dict[str, Any], table: Table) -> float:
    """The share of cells that stand in their place."""
    mine, other = _cells_of(wanted), _cells(table)
    return sum(a == b for a, b in zip(mine, other, strict=False)) / max(len(mine), len(other), 1)


def _cells_of(wanted: dict[str, Any]) -> list[str]:
    return [plain(text) for row in wanted["rows"] for text in row]


def _cells(table: Table) -> list[str]:
    return [cell(text) for row in table.rows for text in row]


def _faq(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    got = {cell(question.question): question for question in draft.article.faq}
    scores.bag("faq questions", [entry["question"] for entry in truth["faq"]], got)
    for entry in truth["faq"]:
        if found := got.get(plain(entry["question"])):
            begins, ends = entry["answer_begins"], entry["answer_ends"]
            shown = flat(found.answer)
            scores.value("faq answers", f"{begins} … {ends}", shown, _spans(shown, begins, ends))


def _references(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    rest = list(draft.article.references)
    for wanted in truth["references"]:
        found = next((one for one in rest if _is(wanted, one)), None)
        if found is None:
            scores.missed("references", repr(wanted["title"]))
            continue
        rest.remove(found)
        scores.right("references")
        for name, got in _fields_of(found).items():
            scores.value(f"reference {name}", str(wanted[name] or ""), str(got or ""))
    for one in rest:
        scores.wrong("references", repr(one.title or one.note or one.id))


def _is(wanted: dict[str, Any], one: Reference) -> bool:
    title = plain(cell(one.title)).casefold()
    return bool(title) and plain(wanted["title"]).casefold()[:20] in title


def _fields_of(one: Reference) -> dict[str, Any]:
    first = one.author[0] if one.author else None
    dated = one.issued and (one.issued.date_parts and one.issued.date_parts[0][0])
    return {
        "first_author": first and (first.family or first.literal),
        "year": dated,
        "title": cell(one.title).rstrip("."),
        "container": cell(one.container_title),
        "volume": one.volume,
        "issue": one.issue,
        "page": one.page,
        "doi": one.DOI,
        "truncated": one.palmetto.authors_truncated,
    }


def _links(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    got = {cell(link.label): link for link in draft.article.links}
    scores.bag("links", [wanted["label"] for wanted in truth["links"]], got)
    for wanted in truth["links"]:
        if found := got.get(plain(wanted["label"])):
            scores.value("link relations", wanted["relation"], found.relation)
            if wanted.get("target"):
                scores.value("link targets", wanted["target"], found.target)


def _images(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    got = {plain(image.alt): image for image in draft.article.images}
    scores.bag("images", [wanted["alt"] for wanted in truth["images"]], got)
    for wanted in truth["images"]:
        if wanted.get("bytes") and (found := got.get(plain(wanted["alt"]))):
            kept = found.file if draft.assets.get(found.file) else ""
            scores.value("image files", found.file or "a file", kept)


def _callouts(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    allowed = [plain(title) for title in truth.get("callouts_may", [])]
    got = [title.rstrip(".:") for title in callouts(draft.article)]
    scores.bag("callouts", truth["callouts"], [title for title in got if title not in allowed])


def _kept(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    shown = everything(draft.article)
    for sentence in truth["must_contain"]:
        scores.value("kept sentences", sentence, "", plain(sentence) in shown)


def _chrome(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    """What is no part of the article: precision is the share of it that stays out."""
    shown = everything(draft.article) + _strings(draft)
    for phrase in truth["must_not_contain"]:
        if plain(phrase) in shown:
            scores.wrong("site kept out", repr(phrase))
        else:
            scores.right("site kept out")


def _strings(draft: Draft) -> str:
    data = draft.article.metadata
    names = [author.name for author in data.authors]
    return plain("\n".join([data.headline, data.description, *data.keywords, *names]))


def _disagreements(scores: Scores, truth: dict[str, Any], draft: Draft) -> None:
    found = sorted({found.rule for found in draft.disagreements})
    allowed: Sequence[str] = truth.get("disagreements_may", [])
    for rule in truth["disagreements"]:
        if rule in found:
            scores.right(rule)
        else:
            scores.missed(rule, "it")
    for rule in found:
        if rule not in truth["disagreements"] and rule not in allowed:
            said = next(one for one in draft.disagreements if one.rule == rule)
            scores.wrong(rule, f"{said.page[:70]!r} | {said.markup[:70]!r}")


_JUDGES: dict[str, Callable[[Scores, dict[str, Any], Draft], None]] = {
    "headline": _metadata("headline"),
    "title": _title,
    "description": _metadata("description"),
    "authors": _authors,
    "published": _date("published"),
    "modified": _date("modified"),
    "keywords": _keywords,
    "section": _metadata("section"),
    "canonical_url": _metadata("canonical_url"),
    "language": _language,
    "notice": _passage("notice"),
    "short_answer": _passage("short_answer"),
    "headings": _headings,
    "lists": _lists,
    "tables": _tables,
    "faq": _faq,
    "references": _references,
    "links": _links,
    "images": _images,
    "callouts": _callouts,
    "disclaimer": _passage("disclaimer"),
    "must_contain": _kept,
    "must_not_contain": _chrome,
    "disagreements": _disagreements,
}
