from __future__ import annotations

import re
from dataclasses import replace

import pytest

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Author, Topic
from palmetto_editor.page.page import (
    PageBlock,
    direction,
    document,
    preview_block,
    preview_document,
)
from sample_articles import publication
from sample_manuscripts import manuscript
from sample_pages import page_of

BASE = "palmetto://article/assets/"


def test_the_preview_is_the_document_but_for_block_ids_and_asset_addresses():
    page = page_of(manuscript(), publication())
    preview = preview_document(page, BASE)
    plain = re.sub(r' data-block="[^"]*"', "", preview)
    plain = plain.replace(f'src="{BASE}', 'src="assets/')
    assert plain.replace("'self' palmetto:", "'self'", 1) == document(page)


def test_every_block_of_the_preview_bears_its_id():
    page = page_of(manuscript(), publication())
    preview = preview_document(page, BASE)
    assert re.findall(r'data-block="([^"]*)"', preview) == [block.id for block in page.blocks]


def test_the_preview_may_load_images_from_its_own_scheme_too():
    preview = preview_document(page_of(manuscript(), publication()), BASE)
    assert "img-src 'self' palmetto: file:;" in preview


def test_a_text_that_looks_like_an_address_of_an_asset_stays():
    html = '<p>src="assets/x" <img alt="src=&quot;assets/x" src="assets/y.png"></p>'
    shown = preview_block(PageBlock("b1", html, Place("body")), BASE)
    assert shown == html.replace("<p>", '<p data-block="b1">').replace(
        'src="assets/y', f'src="{BASE}y'
    )


def test_an_id_of_a_block_is_escaped():
    shown = preview_block(PageBlock('table-"x', "<p>1</p>", Place("tables", '"x')), BASE)
    assert shown == '<p data-block="table-&quot;x">1</p>'


@pytest.mark.parametrize(
    ("language", "written"),
    [("en-GB", "ltr"), ("he", "rtl"), ("ar-EG", "rtl"), ("az-Arab", "rtl"), ("ur-Latn", "ltr")],
)
def test_a_language_is_written_in_its_direction(language, written):
    assert direction(language) == written


def test_the_document_says_its_language_and_direction():
    page = page_of(manuscript(), publication())
    assert document(page).startswith('<!doctype html>\n<html lang="en-GB" dir="ltr">\n<head>\n')


def test_a_name_that_no_page_can_show_is_as_good_as_none():
    unseen = "\x02"
    meta = replace(
        manuscript().metadata,
        about=(Topic(name=unseen),),
        authors=(Author(name=unseen),),
        keywords=(unseen,),
    )
    html = document(page_of(replace(manuscript(), metadata=meta), publication()))
    assert "About" not in html
    assert unseen not in html
    assert 'name="author"' not in html
