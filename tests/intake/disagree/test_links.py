from palmetto_editor.model.values import Link

GUIDE = "https://example.org/guide/"


def _link(number, label, target=GUIDE):
    return Link(id=f"l{number}", label=label, target=target)


def test_two_titles_for_one_page(draft, found):
    links = (_link(1, "Complete Guide to Tides"), _link(2, "The Tides Handbook", f"{GUIDE}#top"))
    made = draft(links=links)
    (one,) = found(made)
    assert one.rule == "intake.link-titles"
    assert one.page.splitlines() == ["Complete Guide to Tides", "The Tides Handbook"]
    assert one.page_edit.apply(made.article).links[1].label == "Complete Guide to Tides"


def test_a_subtitle_is_no_other_title(draft, rules):
    links = (_link(1, "Complete Guide to Tides"), _link(2, "Complete Guide to Tides — Shore Notes"))
    assert rules(draft(links=links)) == []


def test_a_title_in_the_text_counts_and_other_words_do_not(draft, rules):
    links = (_link(1, "The Tides Handbook"),)
    words = f"See [how the tides move]({GUIDE}) and [here]({GUIDE}).\n"
    assert rules(draft(links=links, body=words)) == []
    title = f"See the [Complete Guide to Tides]({GUIDE}).\n"
    assert rules(draft(links=links, body=title)) == ["intake.link-titles"]


def test_a_phrase_that_shares_no_word_with_a_title_is_advice(draft, found):
    body = f"See the [Tarnvatn core log]({GUIDE}), or [all data and photographs]({GUIDE}).\n"
    (one,) = found(draft(body=body))
    assert (one.rule, one.severity) == ("intake.link-titles", "advice")


def test_two_phrases_for_one_page_are_prose(draft, rules):
    body = f"See [how the tides move]({GUIDE}) and [all of the data]({GUIDE}).\n"
    assert rules(draft(body=body)) == []


def test_one_title_for_two_pages(draft, found):
    links = (_link(1, "The Tides Handbook"), _link(2, "The Tides Handbook", "https://e.org/b"))
    (one,) = found(draft(links=links))
    assert one.rule == "intake.link-targets"
    assert one.markup.splitlines() == [GUIDE, "https://e.org/b"]


def test_read_more_may_lead_anywhere(draft, rules):
    links = (_link(1, "Read more"), _link(2, "Read more", "https://e.org/b"))
    assert rules(draft(links=links)) == []


def test_links_without_a_target_are_not_compared(draft, rules):
    assert rules(draft(links=(_link(1, "The Guide", ""), _link(2, "The Handbook", "")))) == []
