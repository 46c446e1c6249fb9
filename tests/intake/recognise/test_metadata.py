import pytest

from intake.recognise.made import claim, draft, h, p
from palmetto_editor.intake.manuscript import Claim
from palmetto_editor.model.values import Metadata

HEAD = (h(1, "On Tides"), p("The sea comes and goes."))


def meta(*claims: Claim) -> Metadata:
    return draft(*HEAD, claims=claims).article.metadata


def test_the_page_goes_before_the_markup_and_that_before_the_head() -> None:
    made = meta(
        claim("head", "description", "Of the head."),
        claim("markup", "description", "Of the markup."),
        claim("markup", "headline", "Another"),
    )
    assert (made.headline, made.description) == ("On Tides", "Of the markup.")


def test_front_matter_is_the_page_of_its_file() -> None:
    made = meta(
        claim("markup", "description", "Of the markup."),
        claim("file", "description", "Of the file.", origin="front matter"),
    )
    assert made.description == "Of the file."


def test_other_files_come_last() -> None:
    made = meta(
        claim("file", "author", "Typist", origin="core properties"),
        claim("head", "author", "Ada Wren"),
    )
    assert [a.name for a in made.authors] == ["Ada Wren"]


def test_a_bare_year_is_no_date() -> None:
    assert meta(claim("markup", "modified", "2025")).modified == ""


def test_the_markup_completes_an_author_of_the_page() -> None:
    told = claim(
        "markup", "author", "Ada Wren", kind="Person", url="https://example.org/ada",
        detail="Biologist", same_as=("https://orcid.org/0000-0002-1825-0097",),
    )  # fmt: skip
    made = draft(h(1, "On Tides"), p("By Ada Wren"), HEAD[1], claims=(told,)).article.metadata
    (wren,) = made.authors
    assert (wren.url, wren.job_title) == ("https://example.org/ada", "Biologist")
    assert wren.orcid == "0000-0002-1825-0097"


def test_the_markup_tells_what_kind_of_author_a_name_is() -> None:
    told = claim("markup", "author", "Gull & Wren", kind="Organization")
    assert meta(told).authors[0].kind == "organization"


def test_the_slug_is_that_of_the_canonical_address() -> None:
    made = meta(claim("head", "canonical_url", "https://example.org/sea/tides.html"))
    assert (made.slug, made.canonical_url) == ("tides", "https://example.org/sea/tides.html")
    assert meta().slug == "on-tides"


@pytest.mark.parametrize(
    ("told", "language"), [("en_GB", "en-GB"), ("DE", "de"), ("zh-hant", "zh-Hant"), ("?", "en-US")]
)
def test_the_language_is_written_as_bcp_47_has_it(told: str, language: str) -> None:
    assert meta(claim("head", "language", told)).language == language


def test_only_types_of_articles_are_taken() -> None:
    assert meta(claim("markup", "type", "BlogPosting")).type == "BlogPosting"
    assert meta(claim("markup", "type", "Product")).type == "Article"


def test_keywords_in_one_text_are_parted() -> None:
    assert meta(claim("head", "keyword", "moon, sea")).keywords == ("moon", "sea")


def test_a_time_of_the_day_goes_before_the_bare_day() -> None:
    told = claim("page", "published", "2026-04-21T09:30:00-04:00")
    made = draft(h(1, "On Tides"), p("By Ada Wren | April 21, 2026"), HEAD[1], claims=(told,))
    assert made.article.metadata.published == "2026-04-21T09:30:00-04:00"


def test_every_field_says_where_it_came_from() -> None:
    made = draft(*HEAD, claims=(claim("head", "title", "Tides", origin="<title>"),))
    fields = {str(f.place): (f.value, f.origin) for f in made.fields}
    assert fields["metadata.title"] == ("Tides", "<title>")
    assert "metadata.headline" in fields
