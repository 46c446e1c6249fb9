from palmetto_editor.structured.plain import one_line, title


def test_white_space_is_folded():
    assert one_line(" a\n\t b\u00a0 c\u2028d ") == "a b c d"


def test_what_no_page_can_show_is_dropped():
    assert one_line("a\x00b\ud800c\ue000d\ue001") == "abcd"


def test_the_tags_of_a_csl_title_are_dropped_and_others_stay():
    assert title("H<sub>2</sub>O in <i>Calidris</i> & a < b <u>") == "H2O in Calidris & a < b <u>"


def test_a_tag_without_a_partner_is_text():
    assert title("a <i>b") == "a <i>b"
