from palmetto_editor.checks.quotes import around_difference, holds, nearest, quoted


def test_a_piece_is_held_as_whole_words():
    assert holds("the GH axis", "GH")
    assert not holds("the GHRP axis", "GH")
    assert holds("GHRP and GH", "GH")
    assert holds("(GH)", "GH")
    assert holds("作者李雷。", "李雷")


def test_a_short_text_is_quoted_whole_and_a_long_one_cut():
    assert quoted("a  b") == "“a b”"
    assert quoted("") == "nothing"
    assert len(quoted("x" * 500)) < 100


def test_long_texts_are_quoted_where_they_part():
    one, other = ("a" * 200 + " here " + "b" * 200, "a" * 200 + " there " + "b" * 200)
    first, second = around_difference(one, other)
    assert " here" in first
    assert " there" in second


def test_the_nearest_text_begins_or_ends_alike():
    assert nearest("tidal feeding", ["shore", "tidal feedings"]) == "tidal feedings"
    assert nearest("tidal feeding", ["shore", "Xdal feeding"]) == "Xdal feeding"
    assert nearest("a", []) == ""
