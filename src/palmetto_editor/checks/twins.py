"""The rule for one work that stands in the list twice, by any sign that it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model import edits
from palmetto_editor.model.citing import citations, key_of, outside_code, texts
from palmetto_editor.model.csl import Extension, Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.renaming import rename_reference
from palmetto_editor.model.values import Article
from palmetto_editor.references.duplicates import duplicates

_CLUSTER = re.compile(r"\[[^\[\]]{1,2000}\]")
_FIELD = {"DOI": "DOI", "PMID": "PMID", "PMCID": "PMCID", "ISBN": "ISBN", "URL": "URL"}


def twice(subject: Subject) -> Iterator[Hit]:
    """Told of the later entry; the earlier one is the one to keep."""
    references = subject.article.references
    for one, other, why in duplicates(references):
        kept, twin = (references[index] for index in sorted((one, other)))
        message = f"The reference “{twin.id}” is the work of “{kept.id}” ({why}); keep one."
        fix = _join(kept, twin) if kept.id != twin.id else None
        yield Hit(Place("references", twin.id, _field(why)), message, fix)


def _field(why: str) -> str:
    return next((field for name, field in _FIELD.items() if name in why), "title")


def _join(kept: Reference, twin: Reference) -> edits.Edit:
    """One entry of two: it takes what only the other knows, and the other's citations."""
    rename = rename_reference(twin.id, kept.id)

    def apply(article: Article) -> Article:
        known = {reference.id: reference for reference in article.references}
        if kept.id not in known or twin.id not in known:
            return article
        whole = _filled(known[kept.id], known[twin.id])
        rest = tuple(
            whole if reference.id == kept.id else reference
            for reference in article.references
            if reference.id != twin.id
        )
        return _cited_once(rename.apply(replace(article, references=rest)), kept.id)

    return edits.Edit("Join two entries of one work", Place("references", kept.id), apply)


def _cited_once(article: Article, key: str) -> Article:
    """Without the second of two citations of a work in one pair of brackets."""
    for place, text in texts(article):
        if text.count(key) > 1:
            once = outside_code(_CLUSTER, lambda match: _without_repeats(match[0], key), text)
            article = edits.put(place, once).apply(article)
    return article


def _without_repeats(cluster: str, key: str) -> str:
    """`[@a; @a, p. 3]` is `[@a, p. 3]`: a citation that says less than another of its key goes."""
    parts = cluster[1:-1].split(";")
    same = [n for n, part in enumerate(parts) if key in map(key_of, citations(part))]
    bare = [n for n in same if parts[n].strip() in (f"@{key}", f"@{{{key}}}")]
    dropped = bare if len(bare) < len(same) else bare[1:]
    kept = [part for n, part in enumerate(parts) if n not in dropped]
    return f"[{';'.join(kept).lstrip() if 0 in dropped else ';'.join(kept)}]"


def _filled(kept: Reference, twin: Reference) -> Reference:
    """What is empty in the one is taken from the other. A list of authors that is whole beats
    one that is cut short.
    """
    missing = {
        field.name: getattr(twin, field.name)
        for field in fields(Reference)
        if field.name != "palmetto" and not getattr(kept, field.name)
    }
    mine, theirs = kept.palmetto, twin.palmetto
    whole = not theirs.authors_truncated and len(twin.author) >= len(kept.author)
    if mine.authors_truncated and whole:
        missing["author"] = twin.author
    updates = dict.fromkeys((*mine.updates, *theirs.updates))
    extension = Extension(
        authors_truncated=mine.authors_truncated and not whole,
        evidence=mine.evidence or theirs.evidence,
        verified=mine.verified or theirs.verified,
        updates=tuple(updates),
    )
    return replace(kept, **missing, palmetto=extension)
