from dataclasses import replace

import pytest
from hypothesis import given

from examples import examples
from palmetto_editor import assets
from palmetto_editor.bundle.profile import (
    PROFILE,
    decode_publication,
    encode_publication,
    find_profile,
    read_profile,
)
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Checks, Publication, Publisher
from palmetto_editor.model.values import Author
from sample_articles import publication
from strategies import choices, publications

COMMENTED = """\
# Ours.
name = "Shore Notes" # on the masthead
base_url = "https://example.org/notes/"

[publisher]
# the legal name
name = "The Shore Station"

[[authors]] # the first
name = "Ada Wren" # ornithologist
job_title = "Field biologist"

[[authors]]
name = "Bo Lind"
"""


@examples(20)
@given(publications(), publications())
def test_a_profile_reads_back_as_it_was_also_when_it_takes_the_place_of_another(first, second):
    text = encode_publication(first)
    assert decode_publication(text) == first
    assert decode_publication(encode_publication(second, text)) == second


def test_what_did_not_change_stays_as_it_was_written():
    assert encode_publication(decode_publication(COMMENTED), COMMENTED) == COMMENTED
    sample = assets.text("samples/publication.toml")
    assert encode_publication(decode_publication(sample), sample) == sample


def test_comments_survive_a_change():
    old = decode_publication(COMMENTED)
    authors = (replace(old.authors[0], orcid="0000-0002-1825-0097"), *old.authors[1:])
    new = replace(old, name="Shore Letters", authors=authors)
    text = encode_publication(new, COMMENTED)
    assert decode_publication(text) == new
    for comment in ("# Ours.", "# on the masthead", "# the legal name", "# ornithologist"):
        assert comment in text


@pytest.mark.parametrize("count", [0, 1, 3])
def test_authors_come_and_go(count):
    old = decode_publication(COMMENTED)
    new = replace(old, authors=tuple(Author(name=f"A{n}") for n in range(count)))
    assert decode_publication(encode_publication(new, COMMENTED)) == new


def test_lists_written_inline_are_understood_and_replaced():
    text = 'authors = [{ name = "Ada Wren" }]\npublisher = { name = "Station" }\nname = "N"\n'
    old = decode_publication(text)
    assert old.authors == (Author(name="Ada Wren"),)
    new = replace(old, authors=(Author(name="B"),), publisher=Publisher(name="C"))
    assert decode_publication(encode_publication(new, text)) == new


def test_a_base_url_always_ends_in_a_slash():
    assert (
        decode_publication('base_url = "https://example.org/a"').base_url
        == "https://example.org/a/"
    )
    assert decode_publication("").base_url == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('nam = "x"', "“nam”"),
        ("name = 3", "at name"),
        ("name = 2020-01-01", "at name"),
        ('[publisher]\nlogos = "x"', "at publisher"),
        ("[[authors]]\nname = true", "authors[0].name"),
        ('[[authors]]\nkind = "cat"', "authors[0].kind"),
        ('theme = "../../x"', "at theme"),
        ("[checks]\npacks = [1]", "checks.packs[0]"),
        ('[checks]\npacks = ["a", "../x"]', "checks.packs[1]"),
        ("[checks]\nown = []\npack = 1", "“pack”"),
        ('[checks]\nown = [["a", "b"]]', "at checks.own"),
        ('[checks.severity]\n"a.b" = "grave"', "at checks.severity.a.b."),
        ("name =", "not TOML"),
        ('name = "a"\nname = "b"', "not TOML"),
        ("x = " + "[" * 20_000, "damaged"),
        (b"name = '\xff'", "not UTF-8"),
        ("name = '\0'", "not TOML"),
    ],
)
def test_a_profile_that_is_not_sound_is_refused_by_its_key(text, said):
    with pytest.raises(UserError) as caught:
        decode_publication(text)
    assert said in str(caught.value)
    assert caught.value.remedy


def test_a_text_that_no_file_can_keep_is_refused():
    with pytest.raises(UserError, match="half of a character"):
        encode_publication(Publication(name="\ud800"))


def test_the_nearest_profile_above_a_bundle_is_found(tmp_path):
    bundle = tmp_path / "notes" / "tides"
    bundle.mkdir(parents=True)
    (bundle / PROFILE).write_text("a copy is not above")
    assert find_profile(bundle) is None
    (tmp_path / PROFILE).write_text(encode_publication(publication()))
    assert find_profile(bundle) == tmp_path / PROFILE
    (bundle.parent / PROFILE).mkdir()
    assert find_profile(bundle) == tmp_path / PROFILE, "a folder is no profile"
    assert read_profile(tmp_path / PROFILE) == publication()
    assert find_profile(tmp_path / "not" / "there" / "yet") == tmp_path / PROFILE


def test_a_giant_profile_is_not_read(tmp_path):
    path = tmp_path / PROFILE
    path.write_bytes(b"#" * (2**20 + 1))
    with pytest.raises(UserError, match="larger than 1 MiB"):
        read_profile(path)


CHECKED = """\
name = "Shore Notes"

[checks] # what is asked
# the law here
packs = ["research-use-only"] # chosen by Ada
off = [
    "readability", # too loud
    "links.twice",
]

[checks.severity]
# as agreed
"images.alt" = "error" # for everybody
"links.label" = "advice"

[publisher]
name = "The Shore Station" # the legal name
"""
COMMENTS = ("# what is asked", "# the law here", "# as agreed", "# the legal name")


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({"severity": (("images.alt", "advice"),)}, "# for everybody"),
        ({"severity": (("a.new", "warning"), ("images.alt", "error"))}, "# for everybody"),
        ({"severity": ()}, "# chosen by Ada"),
        ({"off": ("readability", "text.link-label")}, "# too loud"),
        ({"off": ()}, "# for everybody"),
        ({"packs": None}, "# too loud"),
        ({"packs": ()}, "# chosen by Ada"),
    ],
)
def test_comments_survive_a_change_of_what_is_asked(change, kept):
    old = decode_publication(CHECKED)
    new = replace(old, checks=replace(old.checks, **change))
    text = encode_publication(new, CHECKED)
    assert decode_publication(text) == new
    assert [comment for comment in (*COMMENTS, kept) if comment not in text] == []


def test_a_severity_that_is_said_no_longer_goes_from_the_file():
    old = decode_publication(CHECKED)
    new = replace(old, checks=replace(old.checks, severity=(("images.alt", "error"),)))
    assert encode_publication(new, CHECKED) == CHECKED.replace('"links.label" = "advice"\n', "")


def test_severities_are_written_in_their_order():
    said = (("z.z", "error"), ("a.a", "advice"))
    new = Publication(name="N", checks=Checks(severity=said))
    read = decode_publication(encode_publication(new))
    assert read.checks.severity == tuple(sorted(said))
    assert encode_publication(new, 'name = "N" # ours').startswith('name = "N" # ours')


def test_a_profile_that_asks_for_nothing_of_its_own_says_nothing_of_checks():
    assert "checks" not in encode_publication(Publication(name="Notes"))


@pytest.mark.parametrize(
    "text",
    [
        'checks.severity."a.b" = "error"\nchecks.off = ["x"]\n',
        '[checks]\nseverity = { "a.b" = "error" }\n',
        '[checks.severity]\n"a.b" = "error"\n[publisher]\nname = "P"\n[checks]\noff = ["x"]\n',
        'checks = { off = ["x"], severity = { "a.b" = "error" } }\n',
    ],
)
@examples(10)
@given(checks=choices())
def test_any_choice_can_be_written_over_any_form_of_another(text, checks):
    old = decode_publication(text)
    for wanted in (replace(old, checks=checks), replace(old, checks=Checks())):
        assert decode_publication(encode_publication(wanted, text)) == wanted
