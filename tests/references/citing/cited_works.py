"""Works that are hard to tell apart, and clusters of citations of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references.citing.clusters import Shown, shown
from palmetto_editor.references.citing.count import count
from palmetto_editor.references.citing.positions import positions
from palmetto_editor.references.citing.works import Works, works
from palmetto_editor.references.styles.style import load

# A note style that says "ibid.", what is near, and "see note 3 above".
CSL_OF_NOTES = (Path(__file__).parent / "notes.csl").read_text("utf-8")
_PEOPLE = {
    "john": Name(family="Smith", given="John A."),
    "mary": Name(family="Jones", given="Mary"),
    "kate": Name(family="Smith", given="Kate"),
    "jane": Name(family="Smith", given="Jane"),
    "ray": Name(family="Ray", given="Ada"),
    "bee": Name(family="Bee", given="Bo"),
    "cee": Name(family="Cee", given="Cy"),
    "eff": Name(family="Eff", given="Flo"),
    "dee": Name(family="Dee", given="Di"),
}


def work(key: str, people: str, year: int, title: str = "") -> Reference:
    return Reference(
        id=key,
        title=title or f"Work {key}",
        author=tuple(_PEOPLE[name] for name in people.split()),
        issued=Date(date_parts=((year,),)),
        container_title="Journal of Tests",
        volume="3",
        page="1-9",
    )


REFERENCES = (
    work("a", "john mary", 2020, "Alpha"),
    work("a2", "john mary", 2020, "Beta"),
    work("b", "kate", 2019, "Gamma"),
    work("c", "jane", 2018, "Delta"),
    work("c2", "jane", 2016, "Epsilon"),
    work("m1", "ray bee cee dee", 2001, "Many one"),
    work("m2", "ray bee eff dee", 2001, "Many two"),
    work("n", "", 1999, "No author"),
    replace(work("doi", "dee", 2011, "Linked"), DOI="10.5555/x"),
)


@dataclass(frozen=True)
class Cite:
    key: str
    prefix: str = ""
    suffix: str = ""
    suppress: bool = False


@dataclass(frozen=True)
class Cluster:
    cites: tuple[Cite, ...]
    narrative: bool = False


def cluster(text: str, *, narrative: bool = False) -> Cluster:
    """`see @a, p. 3; -@b` as it is written between brackets; a blank before a key is a prefix's."""
    cites = []
    for part in text.split("; "):
        before, _, after = part.partition("@")
        key, _, suffix = after.partition(", ")
        suppress = before.endswith("-")
        cites.append(Cite(key, before.removesuffix("-").strip(), suffix, suppress))
    return Cluster(tuple(cites), narrative)


def cited(style: str, *clusters: Cluster, in_note: bool = False, language: str = "") -> list[Shown]:
    """The clusters of one text, one after the other."""
    known = {reference.id for reference in REFERENCES}
    counted = count([clusters], known)
    made: Works = works(REFERENCES, counted.order, load(style, language=language))
    placed = positions(clusters)
    return [
        shown(one, counted.occurrences[0][i], made, placed[i], in_note=in_note)
        for i, one in enumerate(clusters)
    ]
