import pytest

from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference, Update, Verified
from palmetto_editor.references.lookup.compare import compare, missing, take, verified
from palmetto_editor.references.lookup.found import Found

MINE = Reference(
    id="muccioli2000",
    title="Ghrelin &amp; growth hormone: a review",
    author=(Name(family="Muccioli", given="G"), Name(family="Ghigo", given="E.")),
    issued=Date(date_parts=((2000,),)),
    container_title="J Endocrinol",
    volume="167",
    page="307-15",
    DOI="10.1677/JOE.0.1670307",
    palmetto=Extension(evidence=Evidence(kind="animal")),
)
THEIRS = Reference(
    id="",
    title="Ghrelin & Growth Hormone: A Review",
    author=(Name(family="MUCCIOLI", given="Giampiero"), Name(family="Ghigo", given="Ezio")),
    issued=Date(date_parts=((2000, 11, 1),)),
    container_title="Journal of Endocrinology",
    volume="167",
    issue="2",
    page="307–315",
    ISSN="0022-0795",
    DOI="10.1677/joe.0.1670307",
)


def verdicts(mine, theirs):
    return {pair.field: pair.verdict for pair in compare(mine, theirs)}


def test_other_spellings_of_one_value_are_the_same():
    found = verdicts(MINE, THEIRS)
    assert {found[name] for name in ("title", "author", "issued", "container_title", "volume",
                                     "page", "DOI")} == {"same"}  # fmt: skip


def test_what_only_the_service_knows_is_missing():
    assert missing(compare(MINE, THEIRS)) == ("issue", "ISSN")


@pytest.mark.parametrize(
    ("field", "mine", "theirs", "verdict"),
    [
        ("page", "307–15", "307-316", "differs"),
        ("page", "12", "12–12", "same"),
        ("page", "S12–S19", "s12-s19", "same"),
        ("page", "pp. 307--315", "307-315", "same"),
        ("volume", "Vol. 07", "7", "same"),
        ("volume", "7", "8", "differs"),
        ("issue", "Suppl. 1", "suppl 1", "same"),
        ("edition", "2nd ed.", "2", "same"),
        ("container_title", "N Engl J Med", "The New England Journal of Medicine", "same"),
        ("container_title", "Cell", "Cells", "differs"),
        ("title", "RETRACTED: On bones", "On bones", "same"),
        ("title", "α-Lipoic acid", "alpha-lipoic acid", "same"),
        ("ISBN", "3-16-148410-X", "9783161484100, 0198526636", "same"),
        ("ISSN", "0022-0795", "1479-6805, 0022-0795", "same"),
        ("ISBN", "nonsense", "nonsenses", "differs"),
        ("URL", "http://www.example.org/a/", "https://example.org/a", "same"),
        ("publisher", "Elsevier", "Elsevier BV", "same"),
        ("language", "en-US", "eng", "same"),
        ("language", "de", "en", "differs"),
        ("PMID", "PMID: 17", "17", "same"),
        ("note", "mine", "", "only mine"),
    ],
)  # fmt: skip
def test_each_field_is_folded_in_its_own_way(field, mine, theirs, verdict):
    assert verdicts(Reference(id="a", **{field: mine}), Reference(id="", **{field: theirs}))[
        field
    ] == verdict  # fmt: skip


@pytest.mark.parametrize(
    ("mine", "theirs", "verdict"),
    [
        (Name(family="Ghigo", given="EA"), Name(family="Ghigo", given="Ezio A."), "same"),
        (Name(family="Ghigo", given="Ezio"), Name(family="Ghigo", given="Enzo"), "differs"),
        (Name(family="Ghigo", given="J.-P."), Name(family="Ghigo", given="Jean-Pierre"), "same"),
        (Name(family="van der Lely", given="A"),
         Name(family="Lely", given="A", non_dropping_particle="van der"), "same"),
        (Name(family="Müller"), Name(family="Mueller"), "same"),
        (Name(literal="World Health Organization"), Name(literal="WHO"), "differs"),
    ],
)  # fmt: skip
def test_names_agree_as_far_as_both_go(mine, theirs, verdict):
    found = verdicts(Reference(id="a", author=(mine,)), Reference(id="", author=(theirs,)))
    assert found["author"] == verdict


def test_a_cut_list_differs_from_a_whole_one():
    cut = Reference(id="a", author=MINE.author, palmetto=Extension(authors_truncated=True))
    pairs = {pair.field: pair for pair in compare(cut, THEIRS)}
    assert pairs["author"].verdict == "differs"
    assert pairs["author"].mine == "Muccioli, G; Ghigo, E.; et al."


def test_taking_a_field_leaves_all_others_and_the_writers_own():
    taken = take(MINE, Found("Crossref", THEIRS), ["issue", "author"])
    assert (taken.issue, taken.author, taken.page) == ("2", THEIRS.author, MINE.page)
    assert (taken.id, taken.palmetto) == (MINE.id, MINE.palmetto)


def test_whole_authors_end_a_cut_list():
    cut = Reference(id="a", author=MINE.author[:1], palmetto=Extension(authors_truncated=True))
    assert not take(cut, Found("Crossref", THEIRS), {"author"}).palmetto.authors_truncated
    assert take(cut, Found("Crossref", THEIRS), {"page"}).palmetto.authors_truncated


def test_a_key_cannot_be_taken():
    with pytest.raises(ValueError, match="id"):
        take(MINE, Found("Crossref", THEIRS), {"id"})


def test_verified_says_when_with_whom_and_what_became_of_the_work():
    notice = Update(kind="retraction", source="Crossref", date="2010-02-06", DOI="10.1000/notice")
    theirs = Reference(id="", DOI=MINE.DOI, palmetto=Extension(updates=(notice,)))
    seen = verified(MINE, Found("Crossref", theirs), "2026-11-23")
    assert seen.palmetto.verified == Verified(source="Crossref", date="2026-11-23")
    assert seen.palmetto.updates == (notice,)
    assert seen.palmetto.evidence == MINE.palmetto.evidence
    assert verified(seen, Found("Crossref", theirs), "2026-11-24").palmetto.updates == (notice,)


def test_two_services_may_tell_one_notice():
    told = Update(kind="retraction", source="PubMed", DOI="10.1000/NOTICE")
    notice = Update(kind="retraction", source="Crossref", DOI="10.1000/notice")
    mine = Reference(id="a", DOI=MINE.DOI, palmetto=Extension(updates=(told,)))
    theirs = Reference(id="", DOI=MINE.DOI, palmetto=Extension(updates=(notice,)))
    assert take(mine, Found("Crossref", theirs), ()).palmetto.updates == (told,)


def test_another_work_verifies_nothing():
    other = Reference(id="", title="Growth of barley in the fields of Sweden", DOI="10.1000/other")
    with pytest.raises(UserError, match="not marked as verified"):
        verified(MINE, Found("Crossref", other), "2026-11-23")


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        ((2000, 13), (2000, 13), True),
        ((2000, 13), (2000, 14), False),
        ((2000, 13), (2000, 4), True),
        ((2000, 13), (2001, 4), False),
        ((2000,), (2000, 16), True),
    ],
)
def test_a_season_and_a_month_agree_in_their_year(mine, theirs, same):
    works = [Reference(id="a", issued=Date(date_parts=(parts,))) for parts in (mine, theirs)]
    assert verdicts(*works)["issued"] == ("same" if same else "differs")
