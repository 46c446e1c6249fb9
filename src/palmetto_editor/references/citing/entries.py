"""An entry of the reference list: as the style prints it, and where else the work is found."""

from __future__ import annotations

import re
from html import escape

from palmetto_editor.model.csl import Evidence, Reference
from palmetto_editor.references import addresses, identifiers
from palmetto_editor.references.styles.style import Style

_KINDS = {
    "in-vitro": "In vitro",
    "animal": "Animal",
    "human": "Human",
    "review": "Review",
    "guideline": "Guideline",
    "other": "Other evidence",
}


def entry(
    reference: Reference, style: Style, year_suffix: str = "", after: Reference | None = None
) -> str:
    """HTML of one entry without its number; DOI, PMID and PMCID follow if they are not in it.

    `after` is the work of the entry before. A work of which nothing is known yet is named by its
    key, as a citation of none is.
    """
    own = style.entry(reference, year_suffix, after)
    printed = _with_links(own, reference)
    more = " · ".join(_unprinted(reference, printed))
    if more:
        return f"{printed} {more}".strip()
    nothing = Reference(id=reference.id, type=reference.type)
    if not reference.title and own == style.entry(nothing, year_suffix, after):
        return f'<span class="citation-missing">[?{escape(reference.id, quote=False)}]</span>'
    return printed


def badge(evidence: Evidence | None) -> str:
    """What kind of study a work reports, in words: `Human, n = 24`; "" where it is not known."""
    if evidence is None:
        return ""
    species = f" ({' '.join(evidence.species.split())})" if evidence.species.strip() else ""
    kind = _KINDS.get(evidence.kind, "")
    count = f"n = {evidence.n}" if evidence.n is not None else ""
    return ", ".join(filter(None, (f"{kind}{species}" if kind else "", count)))


def standing(reference: Reference) -> str:
    """What readers must know of a work: `Retracted`, `Expression of concern`; "" for nothing."""
    kinds = {update.kind for update in reference.palmetto.updates}
    if "retraction" in kinds:
        return "Retracted"
    return "Expression of concern" if "concern" in kinds else ""


def _with_links(printed: str, reference: Reference) -> str:
    """PMID and PMCID lead somewhere where the style prints them too."""
    pmid, pmcid = identifiers.pmid(reference.PMID), identifiers.pmcid(reference.PMCID)
    if pmid:
        link = _link(addresses.pmid_address(pmid), pmid)
        printed = re.sub(rf"(?<=PMID: ){pmid}\b(?!</a>)", link, printed, count=1)
    if pmcid:
        link = _link(addresses.pmcid_address(pmcid), pmcid)
        printed = re.sub(rf"(?<=PMCID: ){pmcid}\b(?!</a>)", link, printed, count=1)
    return printed


def _unprinted(reference: Reference, printed: str) -> list[str]:
    """Links to the work by the identifiers that the style leaves out."""
    found = []
    doi = identifiers.doi(reference.DOI)
    if doi and escape(doi).casefold() not in printed.casefold():
        found.append(_link(addresses.doi_address(doi), f"https://doi.org/{doi}"))
    pmid = identifiers.pmid(reference.PMID)
    if pmid and pmid not in printed:
        found.append("PMID " + _link(addresses.pmid_address(pmid), pmid))
    pmcid = identifiers.pmcid(reference.PMCID)
    if pmcid and pmcid not in printed:
        found.append(_link(addresses.pmcid_address(pmcid), pmcid))
    return found


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}">{escape(text, quote=False)}</a>'
