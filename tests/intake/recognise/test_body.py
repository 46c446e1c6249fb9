from intake.recognise.made import draft, h, p, ul
from palmetto_editor.intake.manuscript import Piece

HEAD = h(1, "Tides")


def test_the_highest_heading_is_of_level_two_and_none_is_jumped_over() -> None:
    made = draft(
        HEAD, h(3, "Moon"), p("It pulls."), h(6, "Hard"), p("Yes."), h(3, "Sun"), p("Too.")
    )
    assert made.article.body == "## Moon\n\nIt pulls.\n\n### Hard\n\nYes.\n\n## Sun\n\nToo.\n"


def test_groups_are_opened() -> None:
    deep = Piece(kind="group", pieces=(Piece(kind="group", pieces=(p("It pulls."),)),))
    assert draft(HEAD, deep).article.body == "It pulls.\n"


def test_groups_three_thousand_deep_are_opened() -> None:
    piece = p("It pulls.")
    for _ in range(3_000):
        piece = Piece(kind="group", pieces=(piece,))
    assert draft(HEAD, piece).article.body == "It pulls.\n"


def test_rules_stand_only_between_texts() -> None:
    rule = Piece(kind="rule", text="---")
    assert (
        draft(HEAD, rule, p("One."), rule, rule, p("Two."), rule).article.body
        == "One.\n\n---\n\nTwo.\n"
    )


def test_two_lists_stay_two() -> None:
    assert draft(HEAD, p("See:"), ul("a"), ul("b")).article.body == "See:\n\n- a\n\n* b\n"


def test_a_heading_from_under_which_all_was_taken_goes() -> None:
    made = draft(
        HEAD, p("One."), h(2, "Fine print"), p("For educational purposes only. No advice.")
    )
    assert made.article.body == "One.\n"
