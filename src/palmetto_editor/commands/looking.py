"""Looking at one path: a bundle by every rule and the parity check, a page by what it says itself.

This runs in a process of its own for many paths, so a path goes in and a `Looked` comes out.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from palmetto_editor.bundle.contents import ARTICLE
from palmetto_editor.bundle.export import build_page
from palmetto_editor.bundle.profile import find_profile, read_profile
from palmetto_editor.bundle.read import Opened
from palmetto_editor.bundle.readback import touched
from palmetto_editor.bundle.siblings import siblings
from palmetto_editor.checks.abouts import about
from palmetto_editor.checks.check import look
from palmetto_editor.checks.checked import Checked
from palmetto_editor.checks.chosen import counts_as, is_off
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.graph.across import Facts, facts
from palmetto_editor.checks.parity import parity
from palmetto_editor.commands.looked import InForce, Looked, Unread, told
from palmetto_editor.commands.once import of_texts, once
from palmetto_editor.commands.opening import STANDARD_INPUT, opened
from palmetto_editor.commands.page_positions import PageText
from palmetto_editor.commands.positions import Source as Json
from palmetto_editor.commands.sources import given
from palmetto_editor.errors import UserError
from palmetto_editor.intake.draft import Disagreement
from palmetto_editor.intake.source import Source
from palmetto_editor.markup.bounded import Renderer
from palmetto_editor.model.publication import Checks, Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page.page import document

# What is said of an article is not said of a page where it concerns the article's export only, or
# where the page's own markup is looked at instead.
_NOT_OF_PAGES = frozenset({"publication", "ids", "shortcode", "parity", "graph", "head"})
_OF_PAGES_TOO = "graph.faq-search"
_NOT_YET = frozenset(
    {
        "metadata.slug",
        "metadata.slug-shape",
        "metadata.address",
        "metadata.image",
        "metadata.image-unknown",
        "images.file",
        "images.file-shape",
        "images.file-case",
        "images.unplaced",
        "references.key",
    }
)


def look_at(path: str) -> Looked | Unread:
    """What is wrong with the article or page at a path; no input makes it raise."""
    try:
        return _look_at(path)
    except UserError as error:
        return Unread(path, str(error))
    except OSError as error:
        return Unread(path, f"The system refused: {error.strerror or error}.")
    except Exception as error:
        kind = type(error).__name__
        return Unread(path, f"The program failed at it ({kind}: {error}); please report this.")


def finding(found: Disagreement) -> Finding:
    """A disagreement as a finding about the article that the source would become."""
    return Finding(found.rule, found.severity, found.place, found.message, about=about(found.rule))


@cache
def _renderer() -> Renderer:
    """One for the process: it starts a process of its own when a long text comes."""
    return Renderer(isolated=False)


def close() -> None:
    """End the renderer's process."""
    if _renderer.cache_info().currsize:
        _renderer().close()
        _renderer.cache_clear()


def _look_at(path: str) -> Looked:
    source = given(path)
    if isinstance(source, Source):
        return _look_at_page(path, source)
    with opened(path, source) as bundle:
        return _look_at_bundle(path, bundle)


def _look_at_bundle(path: str, bundle: Opened) -> Looked:
    article, publication = bundle.article, bundle.publication or Publication()
    page = build_page(article, publication, bundle.asset, _renderer())
    if path != STANDARD_INPUT:
        page = replace(page, siblings=siblings(bundle.path))
    html = document(page)
    checked = look(article, publication, page)
    differing = parity(article, html, page.graph_text, publication.citations)
    differing = (*differing, *touched(bundle.differences))
    findings = tuple(dict.fromkeys((*checked.findings, *map(_explained, differing))))
    file, inside, text = _article_file(path, bundle)
    shown, dismissed = told(article, replace(checked, findings=findings), text)
    return Looked(
        path,
        file,
        article.metadata.headline,
        told=shown,
        dismissed=dismissed,
        stale=checked.stale,
        inside=inside,
        packs=_packs(article, publication),
        facts=facts(html),
        profile=str(bundle.profile or ""),
        id=article.id,
        checks=replace(publication.checks, own=()),
    )


def _article_file(path: str, bundle: Opened) -> tuple[str, str, Json | None]:
    """The file that an article stands in, its name in there where that is a zip, and its text."""
    if path == STANDARD_INPUT:
        return path, "", None
    if not bundle.path.is_dir():
        with zipfile.ZipFile(bundle.path) as packed:  # which was read before, and is harmless
            names = [name for name in packed.namelist() if Path(name).name == ARTICLE]
            inside = min(names, key=lambda name: name.count("/"))
            return path, inside, Json(packed.read(inside).decode("utf-8-sig"))
    given_file = Path(path).name == ARTICLE
    file = bundle.path / ARTICLE
    named = path if given_file else str(Path(path) / ARTICLE)
    return named, "", Json(file.read_text("utf-8-sig"))


def _look_at_page(path: str, source: Source) -> Looked:
    from palmetto_editor.checks.graph import published
    from palmetto_editor.intake.read import read

    draft = read(source)
    profile = find_profile(Path(path)) if path != STANDARD_INPUT else None
    publication = read_profile(profile) if profile else Publication()
    found = published(source.text) if source.kind == "html" else ()
    of_page = list(_chosen(found, publication.checks))
    checked = _look_at_draft(draft.article, publication)
    ruled = [*of_page, *of_texts(checked.findings, of_page, draft.disagreements)]
    said = map(finding, once(draft.disagreements, ruled))
    findings = (*_chosen(said, publication.checks), *ruled)
    checked = replace(checked, findings=tuple(dict.fromkeys(findings)))
    text = PageText(source.text, is_html=source.kind == "html") if source.text else None
    shown, dismissed = told(draft.article, checked, text)
    return Looked(
        path,
        path,
        draft.article.metadata.headline,
        is_page=True,
        told=shown,
        dismissed=dismissed,
        packs=_packs(draft.article, publication),
        facts=facts(source.text) if source.kind == "html" else Facts(),
        profile=str(profile or ""),
        id=draft.article.id,
        checks=replace(publication.checks, own=()),
    )


def _look_at_draft(article: Article, publication: Publication) -> Checked:
    """What is wrong with the texts of the article that a page would become."""
    page = build_page(article, publication, {}, _renderer())
    checked = look(article, publication, page)
    return replace(checked, findings=tuple(filter(_is_of_texts, checked.findings)))


def _is_of_texts(found: Finding) -> bool:
    if found.rule in _NOT_YET:
        return False
    return found.rule == _OF_PAGES_TOO or found.rule.partition(".")[0] not in _NOT_OF_PAGES


def _chosen(findings: Iterable[Finding], checks: Checks) -> Iterator[Finding]:
    """What the publication asks for, as grave as it says."""
    for found in findings:
        if found.firm:
            yield found
        elif not is_off(found.rule, checks):
            yield replace(found, severity=counts_as(found.rule, found.severity, checks))


def _explained(found: Finding) -> Finding:
    return found if found.about else replace(found, about=about(found.rule))


def _packs(article: Article, publication: Publication) -> tuple[InForce, ...]:
    from palmetto_editor.checks.claims import in_force

    return tuple(
        InForce(pack.id, pack.title, pack.jurisdiction, str(pack.date))
        for pack in in_force(article, publication)
    )
