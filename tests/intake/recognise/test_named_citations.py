import pytest

from palmetto_editor.intake.recognise.named_citations import name_citer
from palmetto_editor.model.csl import Date, Name, Reference


def _work(key: str, year: int, *families: str) -> Reference:
    people = tuple(Name(family=family) for family in families)
    return Reference(id=key, author=people, issued=Date(date_parts=((year,),)))


WORKS = (
    _work("wren2019", 2019, "Wren", "Li"),
    _work("li2020", 2020, "Li"),
    _work("berg2021", 2021, "van der Berg"),
    _work("ruiz2018", 2018, "Ruíz"),
    _work("ruiz2018b", 2018, "Ruíz"),
    Reference(
        id="who2017",
        author=(Name(literal="World Health Organization"),),
        issued=Date(date_parts=((2017,),)),
    ),
)


def cited(text: str) -> str:
    return name_citer(WORKS)(text)


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("Tides rise (Wren & Li, 2019).", "Tides rise [@wren2019]."),
        ("Tides rise (Wren et al., 2019; Li 2020).", "Tides rise [@wren2019; @li2020]."),
        ("Tides rise (see Wren et al. 2019, p. 4).", "Tides rise [see @wren2019, p. 4]."),
        ("Tides rise [Li, 2020].", "Tides rise [@li2020]."),
        ("Tides rise ([Li, 2020](#ref-2)).", "Tides rise [@li2020]."),
        ("Wren et al. (2019) saw it.", "@wren2019 saw it."),
        ("Wren and Li ([2019](#bib1)) saw it.", "@wren2019 saw it."),
        ("Seen early (van der Berg, 2021).", "Seen early [@berg2021]."),
        ("Seen early (Ruiz, 2018a; Ruiz, 2018b).", "Seen early [@ruiz2018; @ruiz2018b]."),
        ("Known (World Health Organization, 2017).", "Known [@who2017]."),
    ],
)
def test_a_name_with_its_year_becomes_a_citation(text: str, citation: str) -> None:
    assert cited(text) == citation


@pytest.mark.parametrize(
    "text",
    [
        "The storm (March 2019) was high.",
        "Tides rise (Nobody, 2019).",
        "Tides rise (Wren, 1999).",
        "Two of one year (Ruiz, 2018).",
        "Both or none (Li, 2020; Nobody, 2019).",
        "Code `(Li, 2020)` stays.",
        "A link [Li, 2020](https://example.org/) stays.",
        "A label [Li, 2020][paper] stays.",
    ],
)
def test_what_is_no_citation_of_the_list_stays(text: str) -> None:
    assert cited(text) == text
