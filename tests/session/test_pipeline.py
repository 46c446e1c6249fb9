from __future__ import annotations

from dataclasses import replace

import pytest

from palmetto_editor.markup.render import render
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.page.build import Builder
from palmetto_editor.page.page import document
from palmetto_editor.session.pipeline import Pipeline
from sample_articles import full, publication


@pytest.fixture(scope="module")
def pipeline():
    pipeline = Pipeline()
    yield pipeline
    pipeline.close()


def _fresh(article):
    return Builder(lambda jobs: [render(job) for job in jobs], lambda _file: None).build(
        article, publication()
    )


def test_the_page_is_that_of_a_builder_that_knows_nothing(pipeline):
    assert pipeline.run(full(), publication(), {}).page == _fresh(full())


def test_the_first_page_of_an_article_is_shown_whole(pipeline):
    assert pipeline.run(replace(full(), id="another"), publication(), {}).patch.whole
    assert pipeline.run(full(), publication(), {}).patch.whole


def test_a_key_changes_one_block(pipeline):
    article = pipeline.run(full(), publication(), {}).article
    start = article.body.index(" ")
    typed = edits.splice(Place("body"), start, start, "x").apply(article)
    result = pipeline.run(typed, publication(), {})
    assert not result.patch.whole
    (span,) = result.patch.spans
    assert span.removed == len(span.added) == 1
    assert document(result.page) == document(_fresh(typed))


def test_the_same_article_changes_nothing(pipeline):
    article = full()
    pipeline.run(article, publication(), {})
    patch = pipeline.run(article, publication(), {}).patch
    assert not patch.spans
    assert not patch.frame


def test_another_publication_changes_the_frame(pipeline):
    pipeline.run(full(), publication(), {})
    other = replace(publication(), name="Other Notes")
    assert pipeline.run(full(), other, {}).patch.frame


def test_a_file_that_comes_gives_its_image_a_size(pipeline, tmp_path):
    article = full()
    before = document(pipeline.run(article, publication(), {}).page)
    file = article.images[0].file
    path = tmp_path / file
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"></svg>')
    after = document(pipeline.run(article, publication(), {file: path}).page)
    assert 'width="640"' not in before
    assert 'width="640"' in after


def test_findings_name_their_places(pipeline):
    article = edits.put(Place("metadata", field="headline"), "").apply(full())
    result = pipeline.run(article, publication(), {})
    places = {str(finding.place) for finding in pipeline.findings(result).findings}
    assert "metadata.headline" in places


def test_a_link_to_an_article_that_is_not_beside_this_one_is_told(pipeline, tmp_path):
    article = replace(full(), notice="See [the tides](article:tides).")

    def unknown(path):
        found = pipeline.findings(pipeline.run(article, publication(), {}, path)).findings
        return [str(one.place) for one in found if one.rule == "links.unknown-article"]

    assert unknown(None) == []
    for name in ("own", "tide"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "article.json").write_text('{"id": "x"}', "utf-8")
    assert any(place.startswith("notice:") for place in unknown(tmp_path / "own"))
    (tmp_path / "tide").rename(tmp_path / "tides")
    assert not any(place.startswith("notice:") for place in unknown(tmp_path / "own"))


def test_reading_the_folder_is_given_up_where_an_article_waits(pipeline, tmp_path):
    (tmp_path / "tides").mkdir()
    result = pipeline.run(full(), publication(), {}, tmp_path / "own")
    assert pipeline.findings(result, lambda: True) is None
