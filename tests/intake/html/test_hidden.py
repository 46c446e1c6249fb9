from __future__ import annotations

import pytest

from intake.html.pages import PROSE, in_article, left, manuscript, texts


@pytest.mark.parametrize(
    "attribute",
    [
        "hidden",
        "aria-hidden=true",
        "style='display: none'",
        "style='color:red;visibility:hidden'",
        "class='sr-only'",
        "class='screen-reader-text'",
        "class='d-none'",
    ],
)
def test_what_is_hidden_is_no_piece_and_is_told(attribute: str) -> None:
    found = manuscript(f"<article><h1>T</h1><p>{PROSE}</p><p {attribute}>Unseen</p></article>")
    assert texts(found.pieces) == ["T", PROSE]
    assert left(found) == "Unseen"
    assert found.leftovers[0].reason.startswith("Text that the page does not show")


@pytest.mark.parametrize(
    "attribute", ["style='display:block'", "class='hidden md:block'", "class='d-none d-md-block'"]
)
def test_what_is_hidden_on_small_screens_only_is_shown(attribute: str) -> None:
    assert texts(in_article(f"<p {attribute}>Seen</p>")) == ["Seen"]


def test_closed_details_can_be_opened_and_are_read() -> None:
    pieces = in_article("<details><summary>Why?</summary><p>Because.</p></details>")
    assert [piece.label for piece in pieces] == ["Why?"]


def test_a_page_saved_under_a_window_is_read_all_the_same() -> None:
    page = f"<main aria-hidden=true><h1>T</h1><p>{PROSE}</p><p>{PROSE}</p></main><div>Accept</div>"
    assert texts(manuscript(page).pieces) == ["T", PROSE, PROSE]


def test_a_lazy_image_takes_its_source_from_noscript() -> None:
    pieces = in_article(
        '<figure><img src="data:image/gif;base64,R0" alt="Mud"><noscript><img src="/m.jpg" '
        'alt="Mud"></noscript></figure>'
    )
    assert [(piece.file, piece.label) for piece in pieces] == [("/m.jpg", "Mud")]
