import pytest

from palmetto_editor.intake.draft import Disagreement, Draft
from palmetto_editor.intake.manuscript import Leftover
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Metadata
from palmetto_editor.session.document import Session
from palmetto_editor.session.incoming import is_foreign, put_back, standing, take_all

HEADLINE, SLUG = Place("metadata", field="headline"), Place("metadata", field="slug")


def row(place=HEADLINE, page="Page", markup="Markup", **sides):
    given = {
        "page_edit": edits.put(place, page),
        "markup_edit": edits.put(place, markup),
    } | sides
    return Disagreement(
        rule="intake.headline",
        severity="warning",
        place=place,
        page=page,
        markup=markup,
        message="They differ.",
        **given,
    )


def draft(*rows, **more):
    article = Article(id="a", metadata=Metadata(headline="Page", slug="page"), body="Words.\n")
    return Draft(source="page.html", article=article, disagreements=rows, **more)


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "notes.md", "text", "report.docx"])
def test_a_file_that_is_no_bundle_is_foreign(tmp_path, name):
    assert is_foreign(tmp_path / name)


@pytest.mark.parametrize("name", ["bundle.zip", "article.json", "."])
def test_a_bundle_its_zip_and_its_article_are_not_foreign(tmp_path, name):
    assert not is_foreign(tmp_path / name)


def test_the_article_has_the_words_of_a_side_or_its_own():
    found = row()
    article = draft(found).article
    assert standing(article, found) == "page"
    assert standing(edits.put(HEADLINE, "Markup").apply(article), found) == "markup"
    assert standing(edits.put(HEADLINE, "Mine").apply(article), found) == "own"


def test_what_no_edit_settles_is_only_told():
    found = row(page_edit=None, markup_edit=None)
    assert standing(draft(found).article, found) == "told"


def test_one_step_takes_all_from_a_side_and_one_undo_gives_all_back():
    whole = draft(row(), row(SLUG, "page", "markup"))
    session = Session(Article(id="b"))
    session.open_draft(whole)
    session.do(take_all(whole, "markup"))
    assert (session.article.metadata.headline, session.article.metadata.slug) == (
        "Markup",
        "markup",
    )
    session.undo()
    assert session.article is whole.article


def test_text_that_found_no_home_can_be_put_into_the_body():
    session = Session(draft().article)
    session.do(put_back(Leftover(text="Lost words. ", reason="none")))
    assert session.article.body == "Words.\n\nLost words.\n"


def test_a_draft_is_not_saved_and_brings_its_images(tmp_path):
    session = Session(Article(id="b"), asset_folder=tmp_path / "assets")
    whole = draft(assets={"a.png": b"bytes"})
    session.open_draft(whole)
    assert session.draft is whole
    assert not session.is_clean
    assert session.path is None
    assert session.assets["a.png"].read_bytes() == b"bytes"


def test_another_article_has_no_draft():
    session = Session(Article(id="b"))
    session.open_draft(draft())
    session.open(Article(id="c"))
    assert session.draft is None
