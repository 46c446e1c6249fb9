from intake.recognise.made import draft, h, lost, p
from palmetto_editor.intake.manuscript import Piece

TEXT = [p("The sea comes and goes."), h(2, "Moon"), p("It pulls."), p("It pulls hard.")]


def test_a_labelled_paragraph_at_the_top_is_the_notice() -> None:
    made = draft(h(1, "Tides"), p("Research Notice: Not a toy."), *TEXT)
    assert made.article.notice == "Research Notice: Not a toy."
    assert "toy" not in made.article.body


def test_a_box_called_notice_is_one() -> None:
    made = draft(h(1, "Tides"), p("Read with care.", "notice"), *TEXT)
    assert made.article.notice == "Read with care."


def test_a_label_far_below_is_none() -> None:
    made = draft(h(1, "Tides"), *TEXT, p("Important: it is wet."))
    assert made.article.notice == ""


def test_the_disclaimer_stands_under_its_heading() -> None:
    made = draft(h(1, "Tides"), *TEXT, h(2, "Medical Disclaimer"), p("No advice."), p("At all."))
    assert made.article.disclaimer == "No advice.\n\nAt all."
    assert "Disclaimer" not in made.article.body


def test_the_disclaimer_is_known_by_its_first_words_near_the_end() -> None:
    made = draft(h(1, "Tides"), *TEXT, p("For educational and informational purposes only. No."))
    assert made.article.disclaimer.startswith("For educational")


def test_such_words_in_the_middle_are_text() -> None:
    odd = p("For research use only, some say, the sea was made.")
    made = draft(h(1, "Tides"), TEXT[0], h(2, "Sand"), odd, *TEXT, *TEXT)
    assert made.article.disclaimer == ""
    assert odd.text in made.article.body


def test_a_box_keeps_its_words_and_loses_its_signs() -> None:
    note = Piece(
        kind="quote", text="> [!NOTE]\n> Disclaimer: no advice.", plain="Disclaimer: no advice."
    )
    made = draft(h(1, "Tides"), *TEXT, note)
    assert made.article.disclaimer == "Disclaimer: no advice."
    assert lost(made) == {}
