from intake.recognise.made import claim, details, draft, h, lost, p, ul
from palmetto_editor.intake.draft import Draft
from palmetto_editor.intake.manuscript import Piece

HEAD = (h(1, "Tides"), p("The sea comes and goes."))
FAQ = h(2, "Frequently Asked Questions")
BOTH = [("Why?", "The moon."), ("When?", "Twice a day.")]


def asked(made: Draft) -> list[tuple[str, str]]:
    return [(q.question, q.answer) for q in made.article.faq]


def test_questions_and_answers_with_letters() -> None:
    made = draft(*HEAD, FAQ, p("Q: Why?"), p("A: The moon."), p("Q: When?"), p("A: Twice a day."))
    assert asked(made) == BOTH
    assert made.article.body == "The sea comes and goes.\n"


def test_letters_in_bold_and_in_one_paragraph() -> None:
    one = p("**Q: Why?**\n**A:** The moon.", plain="Q: Why?\nA: The moon.")
    two = p("**Q:** When?\nA: Twice a day.", plain="Q: When?\nA: Twice a day.")
    assert asked(draft(*HEAD, FAQ, one, two)) == BOTH


def test_letters_need_no_heading() -> None:
    made = draft(*HEAD, p("Q: Why?"), p("A: The moon."), h(2, "Sand"), p("It is dry."))
    assert asked(made) == BOTH[:1]
    assert "It is dry." in made.article.body


def test_questions_as_deeper_headings() -> None:
    made = draft(*HEAD, FAQ, h(3, "Why?"), p("The moon."), h(3, "When?"), p("Twice a day."))
    assert asked(made) == BOTH


def test_questions_as_headings_of_the_same_level() -> None:
    made = draft(*HEAD, FAQ, h(2, "Why?"), p("The moon."), h(2, "Sand"), p("It is dry."))
    assert asked(made) == BOTH[:1]
    assert "## Sand" in made.article.body


def test_an_answer_has_all_its_blocks() -> None:
    made = draft(
        *HEAD, FAQ, h(3, "Why?"), p("The moon."), ul("and", "the sun"), h(2, "Sand"), p("Dry.")
    )
    assert asked(made) == [("Why?", "The moon.\n\n- and\n- the sun")]


def test_details_are_questions() -> None:
    made = draft(*HEAD, FAQ, details("Why?", p("The moon.")), details("When?", p("Twice a day.")))
    assert asked(made) == BOTH


def test_two_details_that_ask_need_no_heading() -> None:
    made = draft(*HEAD, details("Why?", p("The moon.")), details("When?", p("Twice a day.")))
    assert asked(made) == BOTH


def test_one_detail_is_only_a_detail() -> None:
    made = draft(*HEAD, details("Why?", p("The moon.")))
    assert asked(made) == []
    assert "The moon." in made.article.body


def test_questions_in_bold() -> None:
    made = draft(*HEAD, FAQ, p("**Why?**"), p("The moon."), p("**When?** Twice a day."))
    assert asked(made) == BOTH


def test_terms_are_questions() -> None:
    terms = Piece(
        kind="definitions", items=("Why?", "The moon.", "When?", "Twice a day."), plain="x"
    )
    assert asked(draft(*HEAD, FAQ, terms)) == BOTH


def test_items_of_a_list_are_questions() -> None:
    assert asked(draft(*HEAD, FAQ, ul("**Why?** The moon.", "When? Twice a day."))) == BOTH


def test_the_markup_names_the_questions_of_the_page() -> None:
    claims = (claim("markup", "question", "Why"), claim("markup", "question", "When"))
    made = draft(*HEAD, p("Why"), p("The moon."), p("When"), p("Twice a day."), claims=claims)
    assert asked(made) == [("Why", "The moon."), ("When", "Twice a day.")]


def test_a_question_that_only_the_markup_has_stays_a_claim() -> None:
    hidden = claim("markup", "question", "Who?", detail="Nobody.")
    made = draft(*HEAD, claims=(hidden,))
    assert made.article.faq == ()
    assert hidden in made.claims


def test_questions_of_front_matter_fill_a_text_without_any() -> None:
    told = claim("file", "question", "Who?", detail="Nobody.", origin="front matter")
    assert asked(draft(*HEAD, claims=(told,))) == [("Who?", "Nobody.")]


def test_text_after_the_questions_keeps_their_place() -> None:
    made = draft(*HEAD, FAQ, h(3, "Why?"), p("The moon."), h(2, "Sand"), p("It is dry."))
    assert "## Frequently Asked Questions\n\n{{< faq >}}\n\n## Sand" in made.article.body


def test_what_introduces_the_questions_is_left_over() -> None:
    made = draft(*HEAD, FAQ, p("You asked."), h(3, "Why?"), p("The moon."))
    assert lost(made)["You asked."] == "introduced the questions"


def test_the_page_claims_what_it_asks() -> None:
    made = draft(*HEAD, FAQ, h(3, "Why?"), p("The moon."))
    told = [c for c in made.claims if c.field == "question"]
    assert [(c.side, c.value, c.detail) for c in told] == [("page", "Why?", "The moon.")]


def test_a_disclaimer_below_is_in_no_answer() -> None:
    end = p("For educational purposes only. No advice.")
    made = draft(*HEAD, FAQ, p("Q: Why?"), p("A: The moon."), end)
    assert asked(made) == BOTH[:1]
    assert made.article.disclaimer == end.text
