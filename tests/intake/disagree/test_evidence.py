import pytest

from palmetto_editor.intake.disagree.evidence import reports_people, says_only_preclinical
from palmetto_editor.intake.manuscript import Leftover
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.values import Question

ONLY = "All findings here are from preclinical models only."
HUMAN = "Two early studies involved human subjects."


@pytest.mark.parametrize(
    "sentence",
    [
        ONLY,
        "This page covers animal studies only.",
        "The evidence is limited to animal models.",
        "Only preclinical research is described.",
        "The compound has not been studied in people.",
        "It has never been tested in humans.",
        "No human studies exist.",
        "There are no published clinical trials of it.",
    ],
)
def test_statements_about_all_evidence(sentence):
    assert says_only_preclinical(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "For research use only.",
        "For preclinical research use only.",
        "Sold for laboratory animals only.",
        "It is not approved for human use.",
        "These are animal findings.",
        "Not only animal studies but also trials are described.",
        "The only animal study found nothing.",
        "Is the evidence limited to animal models?",
    ],
)
def test_what_is_no_such_statement(sentence):
    assert not says_only_preclinical(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        HUMAN,
        "A trial in healthy volunteers measured the response.",
        "Human trials showed no effect.",
        "It is not approved for human use, but human studies have been published.",
        "In humans, the response was measured after ten minutes.",
        "A randomised study enrolled forty patients with heart failure.",
        "A phase II trial reported a rise.",
        "It was given to obese adults in a clinical study.",
    ],
)
def test_sentences_that_report_research_on_people(sentence):
    assert reports_people(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not approved for human use.",
        "They should not be interpreted as evidence of effects in humans.",
        "It has not been studied in human volunteers.",
        "No human trials have been reported.",
        "Human studies are needed.",
        "Whether this was observed in humans is unknown.",
        "Is there human research on it?",
        "Binding sites were found in human heart and kidney.",
        "Receptors are expressed in human and animal cardiac tissue.",
        "It was given to non-human primates in three studies.",
        "Cells from healthy volunteers were studied.",
        "Patient-derived cells were studied.",
        "Patients should ask their doctor.",
        "Human growth hormone was measured in rats.",
        "Results of work at the bench, not clinical outcomes, were reported.",
    ],
)
def test_sentences_that_do_not(sentence):
    assert not reports_people(sentence)


def test_a_disclaimer_beside_an_answer_on_people(draft, found):
    question = Question(id="q2", question="Is there human research?", answer=f"{HUMAN} It is old.")
    (one,) = found(draft(disclaimer=ONLY, faq=(question,)))
    assert (one.rule, str(one.place)) == ("intake.preclinical-only", "faq[q2].answer")
    assert one.page.splitlines() == [ONLY, HUMAN]
    assert one.page_edit is one.markup_edit is None


@pytest.mark.parametrize("part", ["disclaimer", "notice", "short_answer"])
def test_the_statement_may_stand_in_any_notice(draft, rules, part):
    assert rules(draft(**{part: ONLY}, body=f"{HUMAN}\n")) == ["intake.preclinical-only"]


def test_the_statement_may_stand_in_a_footer_or_a_callout(draft, rules):
    footer = (Leftover(text=ONLY, reason="site footer"),)
    assert rules(draft(leftovers=footer, body=f"{HUMAN}\n")) == ["intake.preclinical-only"]
    body = f"One.\n\nTwo.\n\n> [!NOTE]\n> {ONLY}\n\n{HUMAN}\n\nFive.\n\nSix.\n"
    assert rules(draft(body=body)) == ["intake.preclinical-only"]


def test_a_reference_on_people_is_found_and_one_on_their_tissue_is_not(draft, rules, found):
    heart = Reference(id="a", title="Binding sites in human heart and kidney")
    trial = Reference(id="b", title="Response to a peptide in healthy men: a randomised trial")
    assert rules(draft(disclaimer=ONLY, references=(heart,))) == []
    (one,) = found(draft(disclaimer=ONLY, references=(heart, trial)))
    assert str(one.place) == "references[b].title"


def test_without_the_statement_people_may_be_studied(draft, rules):
    assert rules(draft(disclaimer="Not approved for human use.", body=f"{HUMAN}\n")) == []


def test_the_statement_alone_is_no_finding(draft, rules):
    assert rules(draft(disclaimer=f"{ONLY} It has not been studied in people.")) == []
