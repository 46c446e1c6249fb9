from intake.recognise.made import draft, h, p
from palmetto_editor.intake.manuscript import Piece

HEAD = (h(1, "Tides"), p("The sea comes and goes."))


def body(*pieces: Piece) -> str:
    return draft(*HEAD, *pieces).article.body.removeprefix("The sea comes and goes.\n\n")


def test_a_labelled_paragraph_is_a_callout() -> None:
    told = p("What It Means for Sailors: Wait.")
    assert body(told) == "> [!NOTE] What It Means for Sailors\n> Wait.\n"


def test_the_name_of_the_kind_is_no_title() -> None:
    assert (
        body(p("**Warning:** It is *wet*.", plain="Warning: It is wet."))
        == "> [!WARNING]\n> It is *wet*.\n"
    )


def test_a_box_has_its_kind_from_its_class() -> None:
    box = Piece(
        kind="note", label="Mind", pieces=(p("It is wet."), p("Very.")), hints=("admonition tip",)
    )
    assert body(box) == "> [!TIP] Mind\n> It is wet.\n>\n> Very.\n"


def test_a_callout_of_ours_stays_as_it_is() -> None:
    ours = Piece(kind="note", text="> [!TIP]\n> Wait.", plain="Wait.")
    assert body(ours) == "> [!TIP]\n> Wait.\n"


def test_a_sentence_with_such_a_word_is_none() -> None:
    assert body(p("Note that it is wet.")) == "Note that it is wet.\n"
    assert body(p("Key observations of the sea:")) == "Key observations of the sea:\n"


def test_a_box_that_begins_with_strong_words_has_them_for_a_title() -> None:
    box = Piece(
        kind="note", text="> [!NOTE]\n>\n> **A word on sand.** It is dry.", plain="A word.",
        pieces=(p("⚠️"), p("**A word on sand.** It is dry.")),
    )  # fmt: skip
    assert body(box) == "> [!NOTE] A word on sand\n> It is dry.\n"
