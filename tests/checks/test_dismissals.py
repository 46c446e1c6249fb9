from dataclasses import replace

import pytest

from effort import grows_with
from palmetto_editor.checks.check import look
from palmetto_editor.checks.checked import sorted_out
from palmetto_editor.checks.dismissals import LONGEST, dismiss, quote_of, restore
from palmetto_editor.checks.finding import Finding
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Dismissal
from sample_articles import clean as whole
from sample_articles import publication
from sample_pages import next_page_of

RULE = "references.not-cited-here"
BODY = "It is dry.\n\nWren et al. saw\nit. Then it rained.\n\nWren et al. left."


def clean():
    """Without questions, of which something is let stand already."""
    return replace(whole(), faq=(), dismissed=())


def _look(article):
    return look(article, publication(), next_page_of(article, publication()))


def _named(article):
    return [finding for finding in _look(article).findings if finding.rule == RULE]


def _article(body=BODY):
    return replace(clean(), body=f"{clean().body}\n{body}\n")


def _dismissed(body=BODY, reason="It is cited elsewhere."):
    article = _article(body)
    return dismiss(article, _named(article)[0], reason).apply(article)


def _rewritten(article, old, new):
    return replace(article, body=article.body.replace(old, new))


def test_a_quote_is_the_sentence_as_it_was_typed_in_one_line():
    article = replace(clean(), notice="It is dry. Birds  were\n*counted* here. They left.")
    assert quote_of(article, Place("notice").at(24, 28)) == "Birds were *counted* here."
    assert quote_of(article, Place("notice").at(5, 30)) == "It is dry. Birds were *counted* here."


def test_without_a_span_it_is_the_field_and_nothing_where_that_is_long_or_no_text():
    article = replace(clean(), notice=" Wild  birds. ", disclaimer="a" * (LONGEST + 1))
    assert quote_of(article, Place("notice")) == "Wild birds."
    assert quote_of(article, Place("tables", "counts", "rows[0]")) == "first | twelve *adults*"
    for place in (
        Place("disclaimer"),
        Place("tables", "counts"),
        Place("tables", "gone", "caption"),
        Place("metadata", "", "authors[9].name"),
        Place("metadata"),
        Place("head", "", "canonical"),
    ):
        assert quote_of(article, place) == ""


def test_a_dismissed_finding_stands_apart_with_its_reason():
    checked = _look(_dismissed())
    assert len([one for one in checked.findings if one.rule == RULE]) == 1
    ((finding, dismissal),) = checked.dismissed
    assert finding.rule == RULE
    assert dismissal.reason == "It is cited elsewhere."
    assert dismissal.quote == "Wren et al. saw it."
    assert dismissal.place == "body"
    assert checked.stale == ()


def test_it_survives_edits_elsewhere():
    article = _dismissed()
    for old, new in (("## What was", "## More\n\nText.\n\n## What was"), ("rained", "snowed")):
        checked = _look(_rewritten(article, old, new))
        assert [dismissal.quote for _, dismissal in checked.dismissed] == ["Wren et al. saw it."]


def test_it_comes_back_when_the_sentence_changes():
    article = _rewritten(_dismissed(), "saw\nit", "saw\nthem")
    checked = _look(article)
    assert len(_named(article)) == 2
    assert checked.dismissed == ()
    assert [one.quote for one in checked.stale] == ["Wren et al. saw it."]


def test_a_reason_is_asked_for():
    article = _article()
    with pytest.raises(ValueError, match="reason"):
        dismiss(article, _named(article)[0], " \n")


def test_dismissing_anew_takes_the_new_reason():
    article = _dismissed()
    ((finding, _),) = _look(article).dismissed
    again = dismiss(article, finding, " Because. ").apply(article)
    assert [one.reason for one in again.dismissed] == ["Because."]


def test_asking_again_takes_the_dismissal_away():
    article = _dismissed()
    asked = restore(article.dismissed[0]).apply(article)
    assert len(_named(asked)) == 2
    assert restore(Dismissal(rule="r", place="[[")).apply(asked) is asked


def test_what_holds_a_page_together_cannot_be_dismissed():
    article = replace(clean(), metadata=replace(clean().metadata, slug=""))
    finding = next(one for one in _look(article).findings if one.rule == "metadata.slug")
    with pytest.raises(ValueError, match="cannot be dismissed"):
        dismiss(article, finding, "Later.")
    let = Dismissal(rule="metadata.slug", place="metadata.slug", reason="later")
    assert finding in _look(replace(article, dismissed=(let,))).findings


def test_a_place_with_a_span_holds_for_those_characters_alone():
    article = replace(clean(), notice="See [@gone], [@lost].")
    let = Dismissal(rule="citation.undefined", place="notice:5-10")
    places = [str(one.place) for one in _look(replace(article, dismissed=(let,))).findings]
    assert places == ["notice:14-19"]


def test_a_dismissal_of_nothing_is_told():
    let = Dismissal(rule="claims.gone", place="body")
    assert _look(replace(clean(), dismissed=(let,))).stale == (let,)


LONG = Finding("house.long", "advice", Place("notice"), "It is long.")


def _long(notice):
    return replace(clean(), notice=notice)


@pytest.mark.parametrize("end", ["", " Then it rained."])
def test_in_a_text_too_long_to_quote_it_comes_back_when_the_text_changes(end):
    long = "Wild birds left. " * LONGEST
    let = dismiss(_long(long), LONG, "It is long.").apply(_long(long)).dismissed
    now = replace(_long(long.replace(". ", ".\n") + end), dismissed=let)
    assert len(let[0].quote) < 100
    assert sorted_out([LONG], now).findings == ((LONG,) if end else ())
    assert sorted_out([LONG], now).stale == (let if end else ())


def test_a_dismissal_of_a_long_text_from_an_older_version_holds_for_all_of_it():
    let = Dismissal(rule=LONG.rule, place="notice", reason="It is long.")
    now = replace(_long("Wild birds left. " * LONGEST), dismissed=(let,))
    assert sorted_out([LONG], now).dismissed == ((LONG, let),)


def test_a_finding_at_no_text_is_dismissed_for_all_of_its_place():
    article = replace(clean(), metadata=replace(clean().metadata, authors=()))
    finding = next(one for one in _look(article).findings if one.rule == "people.author")
    let = dismiss(article, finding, "It is by nobody.").apply(article)
    assert let.dismissed[0].quote == ""
    assert _look(let).dismissed == ((Finding(*_key(finding)), let.dismissed[0]),)


def _key(finding):
    return finding.rule, finding.severity, finding.place, finding.message


def test_many_findings_and_dismissals_are_parted_in_linear_time():
    def part(count):
        spans = [Place("body").at(6 * n, 6 * n + 4) for n in range(count)]
        lets = [
            Dismissal(rule="house.many", place="body", quote=f"Never{n}.") for n in range(count)
        ]
        article = replace(clean(), body="Drip. " * count, dismissed=tuple(lets))
        found = [Finding("house.many", "advice", span, "It is so.") for span in spans]
        return lambda: sorted_out(found, article)

    assert grows_with(lambda n: part(n)(), 70)
