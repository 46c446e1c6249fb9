"""Clusters as pandoc 3.9 with --citeproc shows them, but for what the module's docstring says."""

import re

import pytest

from references.citing.cited_works import Cluster, cited, cluster

ALL = cluster("@a; @b; @c; @c2; @a2; @m1; @m2; @n")


def text(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html).replace("&amp;", "&")


def last(style: str, *written: str, narrative: bool = False) -> str:
    """The last of these clusters, after one that cites everything."""
    *before, final = written
    clusters = [ALL, *map(cluster, before), cluster(final, narrative=narrative)]
    return text(cited(style, *clusters)[-1].html)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("@a", "(1)"),
        ("@a; @b", "(1,2)"),
        ("@b; @a; @c", "(1–3)"),
        ("@a; @b; @c; @a2", "(1–3,5)"),
        ("see @b; also @c; @a", "(see 2,also 3,1)"),
        ("@a, p. 3; @b; @c", "(1, p. 3; 2; 3)"),
        ("@c; @nobody; @a", "(1,3,?nobody)"),
        ("@a, {ii, A} more", "(1, ii, A more)"),
        ("@a, and others", "(1 and others)"),
    ],
)
def test_numbers_are_sorted_and_collapse(written, shown):
    assert last("nlm-citation-sequence", written) == shown


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("american-medical-association", "1–3,5(p4)"),
        ("ieee", "[1], [2], [3], [5, p. 4]"),
        ("nature", "1; 2; 3; 5, p. 4"),
    ],
)
def test_each_numeric_style_has_its_own_way(style, shown):
    found = last(style, "@a; @b; @c; @a2, p. 4")
    assert found.replace("1–3; 5", "1; 2; 3; 5") == shown


@pytest.mark.parametrize(
    ("style", "written", "shown"),
    [
        ("harvard-cite-them-right", "@a", "(Smith and Jones, 2020a)"),
        ("harvard-cite-them-right", "@c; @b; @c2", "(Smith, 2016, 2018; Smith, 2019)"),
        ("harvard-cite-them-right", "@a; @a2", "(Smith and Jones, 2020a, 2020b)"),
        ("harvard-cite-them-right", "-@a, p. 3", "(2020a, p. 3)"),
        ("apa", "@m1; @m2", "(Ray, Bee, Cee, et al., 2001; Ray, Bee, Eff, et al., 2001)"),
        ("apa", "@c, p. 3; @c2; @b", "(J. Smith, 2016; 2018, p. 3; K. Smith, 2019)"),
        ("chicago-author-date", "@c; @c2", "(J. Smith 2018, 2016)"),
        ("chicago-author-date", "see @b; @c, 3", "(see K. Smith 2019; J. Smith 2018, 3)"),
        ("modern-language-association", "@c, 3; @b", "(J. Smith, “Delta” 3; K. Smith)"),
    ],
)  # fmt: skip
def test_names_and_years_are_sorted_grouped_and_told_apart(style, written, shown):
    assert last(style, written) == shown


@pytest.mark.parametrize(
    ("style", "written", "shown"),
    [
        ("nlm-citation-sequence", "@a", "Smith and Jones (1)"),
        ("american-medical-association", "@a, p. 9", "Smith and Jones1(p9)"),
        ("harvard-cite-them-right", "@a, p. 9", "Smith and Jones (2020a, p. 9)"),
        ("apa", "@b", "K. Smith (2019)"),
        ("apa", "@n", "“No Author” (1999)"),
        ("modern-language-association", "@b", "K. Smith"),
    ],
)
def test_a_cite_in_running_text_names_who_wrote(style, written, shown):
    assert last(style, written, narrative=True) == shown


def test_a_note_style_cites_in_full_first_and_then_shortly():
    first, second, third = cited(
        "chicago-notes-bibliography", cluster("@b"), cluster("see @b, p. 3"), cluster("@c; @b")
    )
    assert text(first.html) == "Kate Smith, “Gamma,” Journal of Tests 3 (2019): 1–9."
    assert text(second.html) == "See Smith, “Gamma,” 3."
    assert text(third.html).endswith("; Smith, “Gamma.”")


def test_within_a_note_of_the_writer_a_note_style_uses_brackets():
    (found,) = cited("chicago-notes-bibliography", cluster("@b"), in_note=True)
    assert text(found.html) == "(Kate Smith, “Gamma,” Journal of Tests 3 (2019): 1–9)"


def test_every_cite_of_a_range_is_a_place_to_come_back_to():
    (found,) = cited("nlm-citation-sequence", ALL)
    assert re.findall(r'id="(cite-[\d-]+)"', found.html) == [f"cite-{n}-1" for n in range(1, 9)]
    assert found.order == tuple(range(8))
    assert found.html.count("<a ") == 2


def test_the_order_tells_which_cite_stands_where():
    (found,) = cited("harvard-cite-them-right", cluster("@b; @c"))
    assert found.order == (1, 0)


def test_what_is_cited_by_no_reference_stands_there_as_written():
    (found,) = cited("apa", cluster("see @x, p. 1; @y"))
    assert found.html == '<span class="citation-missing">[see ?x, p. 1; ?y]</span>'


def test_prefixes_and_suffixes_are_escaped_and_keep_their_emphasis():
    (found,) = cited("apa", cluster("<i> @b, p. 3 and *passim*"))
    assert "(&lt;i&gt; <a" in found.html
    assert "3</a> and <em>passim</em>)" in found.html


def test_a_link_is_never_within_a_link():
    for style in ("chicago-notes-bibliography", "apa", "ieee"):
        for found in cited(style, ALL, cluster("@n")):
            depth = 0
            for tag in re.findall(r"<(/?)a\b", found.html):
                depth += -1 if tag else 1
                assert depth in (0, 1)


def test_without_works_nothing_is_known():
    from palmetto_editor.references.citing.clusters import shown

    assert "?b" in shown(Cluster(cluster("@b").cites), (0,), None).html


def test_a_link_of_the_cite_s_own_stays_beside_that_to_its_entry():
    source = re.sub(r"id=\S+ ", "", cited("chicago-notes-bibliography", cluster("@doi"))[0].html)
    assert '</a><a href="https://doi.org/10.5555/x">' in source


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en-US", ["“Alpha,” passim.", "“Alpha.”"]),
        ("en-GB", ["‘Alpha’, passim.", "‘Alpha’."]),
        ("fr", ["« Alpha », passim.", "« Alpha »."]),
    ],
)
def test_a_stop_stands_before_or_behind_a_quotation_mark_as_the_language_has_it(language, shown):
    clusters = [cluster("@a"), cluster("@a, passim"), cluster("@a")]
    found = cited("chicago-notes-bibliography", *clusters, language=language)[1:]
    ends = [text(one.html).replace("\u202f", " ").replace("\u00a0", " ") for one in found]
    assert all(end.endswith(expected) for end, expected in zip(ends, shown, strict=True))


def test_works_of_one_author_go_on_behind_a_prefix():
    style = "chicago-author-date"
    assert last(style, "see @c, p. 3; @c2") == "(see J. Smith 2018, 3; 2016)"
    assert last(style, "see @c; also @c2") == "(see J. Smith 2018; also J. Smith 2016)"


def test_a_work_without_an_author_stays_when_its_author_is_left_out():
    found = cited("chicago-notes-bibliography", cluster("@n"), cluster("-@n"))
    assert text(found[1].html) == "“No Author.”"


def test_the_rest_of_a_suffix_keeps_its_comma_once_without_a_place_for_locators():
    assert last("nlm-citation-sequence", "@b, , p. 4") == "(2, p. 4)"
