# ruff: noqa: E501 # snippets of pages as they are

from __future__ import annotations

from base64 import b64encode

from intake.html.pages import PROSE, in_article, kinds, left, manuscript
from palmetto_editor.intake.html.read import read


def test_a_figure_has_file_alt_and_caption() -> None:
    (piece,) = in_article(
        '<figure class="wp-block-image"><img src="https://x.org/m.jpg" alt="Mud"><figcaption>The '
        "<em>mud</em>.</figcaption></figure>"
    )
    assert piece.kind == "figure"
    assert (piece.file, piece.label, piece.caption) == ("https://x.org/m.jpg", "Mud", "The *mud*.")


def test_a_classic_caption_is_a_caption() -> None:
    (piece,) = in_article(
        '<div class="wp-caption alignnone"><a href="/m.jpg"><img src="/m.jpg" alt="Mud"></a>'
        '<p class="wp-caption-text">The mud.</p></div>'
    )
    assert (piece.kind, piece.caption) == ("figure", "The mud.")


def test_an_image_in_a_paragraph_stands_beside_it() -> None:
    pieces = in_article('<p><img src="/m.jpg" alt="Mud"> Words after.</p>')
    assert kinds(pieces) == ["figure", "paragraph"]


def test_the_largest_of_a_set_is_taken_where_the_source_is_empty() -> None:
    (piece,) = in_article(
        '<img src="data:image/svg+xml,%3Csvg" alt="Mud" data-srcset="/a.jpg 300w, /b.jpg 1000w">'
    )
    assert piece.file == "/b.jpg"


def test_relative_addresses_are_seen_from_the_canonical_one() -> None:
    found = manuscript(
        '<link rel=canonical href="https://x.org/blog/mud/"><h1>T</h1><p>See <a href="/b">b</a> and '
        f'<a href="https://x.org/blog/mud/#one">one</a>. {PROSE}</p><img src="m.jpg" alt="Mud">'
    )
    assert "[b](https://x.org/b) and [one](#one)" in found.pieces[1].text
    assert found.pieces[2].file == "https://x.org/blog/mud/m.jpg"


def test_an_image_beside_a_saved_page_comes_along() -> None:
    files = {"Page_files/m.jpg": b"jpeg"}
    found = read('<h1>T</h1><img src="Page_files/m.jpg" alt="Mud"><p>x', "Page.html", files.get)
    assert found.images == {"m.jpg": b"jpeg"}
    assert found.pieces[1].file == "m.jpg"


def test_two_images_of_one_name_keep_their_bytes() -> None:
    files = {"a/m.jpg": b"one", "b/m.jpg": b"two"}
    found = read('<img src="a/m.jpg" alt=A><img src="b/m.jpg" alt=B>', "p.html", files.get)
    assert found.images == {"m.jpg": b"one", "m-2.jpg": b"two"}


def test_an_image_within_the_page_is_a_file() -> None:
    data = b64encode(b"png").decode()
    found = manuscript(f'<p>x</p><img src="data:image/png;base64,{data}" alt="Mud">')
    assert found.images == {"image.png": b"png"}


def test_what_counts_visits_is_no_image() -> None:
    assert in_article('<img src="https://t.example/p.gif" width=1 height=1>') == ()


def test_an_emoji_of_wordpress_is_its_character() -> None:
    (piece,) = in_article('<p>Mud <img class="emoji" alt="🌊" src="https://s.w.org/x.svg"></p>')
    assert piece.text == "Mud 🌊"


def test_a_picture_of_the_author_is_left_out_and_told() -> None:
    found = manuscript(
        f'<h1>T</h1><p><img class=avatar src=/a.png alt="Ada Reed"></p><p>{PROSE}</p>'
    )
    assert kinds(found.pieces) == ["heading", "paragraph"]
    assert left(found) == "Ada Reed"


def test_each_picture_of_a_gallery_is_a_figure() -> None:
    pieces = in_article(
        '<figure class="wp-block-gallery"><figure><img src=/a.jpg alt=A></figure><figure><img '
        "src=/b.jpg alt=B></figure><figcaption>Two.</figcaption></figure>"
    )
    assert [(piece.label, piece.caption) for piece in pieces] == [("A", ""), ("B", "Two.")]
