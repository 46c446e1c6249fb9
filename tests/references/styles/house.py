"""Small styles, each for one rule."""

from __future__ import annotations

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references.styles.style import Style, load

WORK = Reference(
    id="hare",
    title="Sleep in the hare",
    author=(Name(family="Bramwell", given="Jane T."), Name(family="Osei", given="Kwame")),
    issued=Date(date_parts=((2004, 5, 7),)),
    container_title="Field Notes",
    volume="12",
    page="101-119",
)


def house(bibliography: str, citation: str = "", macros: str = "", options: str = "") -> Style:
    """A style whose list and whose cites have these layouts."""
    return load(
        "house",
        f"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" {options}>
        <info><title>House</title><id>house</id></info>{macros}
        <citation><layout>{citation}</layout></citation>
        <bibliography><layout>{bibliography}</layout></bibliography></style>""",
    )


def entry(bibliography: str, work: Reference = WORK, *, macros: str = "", options: str = "") -> str:
    return house(bibliography, macros=macros, options=options).entry(work)
