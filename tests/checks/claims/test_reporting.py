"""What a hit says, where it stands, and what mends it."""

from collections import Counter
from dataclasses import replace

import pytest

from palmetto_editor import assets
from palmetto_editor.checks.claims import decode, findings, load
from palmetto_editor.checks.claims.scan import MOST, matches
from palmetto_editor.checks.rule import Pause, Stopped, Subject
from palmetto_editor.model.csl import Evidence, Extension, Name, Reference
from palmetto_editor.model.publication import Citations, Publication
from palmetto_editor.model.values import (
    Article,
    Column,
    Image,
    Link,
    Metadata,
    Question,
    Table,
)  # fmt: skip
from sample_pages import next_page_of

PACK = load("research-use-only")
WREN = Reference(id="wren2019", title="Safe and proven", author=(Name(family="Wren"),))


def _found(article):
    shared = Publication()
    return list(findings(Subject(article, shared, next_page_of(article, shared)), (PACK,)))


def _rules(article):
    return [(finding.rule, str(finding.place.whole())) for finding in _found(article)]


def test_a_hit_quotes_its_sentence_and_marks_its_words():
    article = Article(id="a", body="One thing. It **treats** arthritis [the guide](x:y). Another.")
    (finding,) = _found(article)
    start, end = finding.place.span
    assert "“It treats arthritis the guide”" in finding.message
    assert article.body[start:end] == "treats** arthritis"
    assert finding.about.why
    assert finding.about.source


def test_a_pack_that_is_there_twice_says_it_once():
    copy = decode(assets.text(f"packs/{PACK.id}.toml"), "copy.pack.toml")
    article, shared = Article(id="a", body="It treats arthritis."), Publication()
    subject = Subject(article, shared, next_page_of(article, shared))
    assert copy is not PACK
    assert len(findings(subject, (PACK, copy))) == 1


def test_deleting_takes_the_sentence_and_its_citation():
    article = Article(id="a", body="One thing. It treats arthritis [@wren2019]. Another.")
    (fix,) = _found(article)[0].fixes
    assert fix.apply(article).body == "One thing. Another."


def test_deleting_the_only_sentence_of_an_item_takes_its_line():
    article = Article(id="a", body="- One thing\n- It treats arthritis\n- Another\n")
    assert _found(article)[0].fix.apply(article).body == "- One thing\n- Another\n"


def test_a_finding_whose_author_is_listed_can_be_cited():
    body = "In birds, Wren showed a lower weight."
    article = Article(id="a", body=body, references=(WREN,))
    cite, delete = _found(article)[0].fixes
    assert cite.apply(article).body == "In birds, Wren showed a lower weight [@wren2019]."
    changed = replace(article, body="In birds, Wren said it.")
    assert cite.apply(changed) is changed
    assert delete.apply(changed) is changed


def test_every_surface_is_read_but_the_references():
    claim = "It treats arthritis"
    article = Article(
        id="a",
        metadata=Metadata(headline=claim, title=f"{claim}!", description=claim, keywords=(claim,)),
        notice=claim,
        short_answer=claim,
        body=f"## {claim}\n\n{claim}",
        disclaimer=claim,
        faq=(Question(id="q", question=claim, answer=claim),),
        tables=(
            Table(id="t", caption=claim, columns=(Column(id="c", label=claim),),
                  rows=((claim,),), note=claim),
        ),
        images=(Image(id="i", file="i.png", alt=claim, caption=claim),),
        links=(Link(id="l", label=claim, target="https://example.org/"),),
        references=(Reference(id="r", title=claim),),
    )  # fmt: skip
    read = [place for rule, place in _rules(article) if rule == "claims.disease"]
    assert read == [
        "metadata.headline", "metadata.title", "metadata.description", "metadata.keywords[0]",
        "notice", "short_answer", "body", "body", "tables[t].caption", "tables[t].columns[0].label",
        "tables[t].rows[0][0]", "tables[t].note", "faq[q].question", "faq[q].answer",
        "images[i].alt", "images[i].caption", "links[l].label", "disclaimer",
    ]  # fmt: skip


def test_a_list_is_cited_by_the_words_that_lead_to_it():
    body = (
        "Of birds Wren showed this [@wren2019]:\n\n- a lower weight was shown\n- GH levels rose\n"
    )
    assert _rules(Article(id="a", body=body)) == []
    assert _rules(Article(id="a", body=body.replace(" [@wren2019]", "")))


def test_a_question_is_denied_by_its_answer():
    asked = Question(id="q", question="Is it FDA-approved?", answer="No. It is not.")
    assert _rules(Article(id="a", faq=(asked,))) == []
    assert _rules(Article(id="a", faq=(replace(asked, answer="Ask the maker."),)))


def test_a_question_that_its_answer_affirms_is_a_claim():
    asked = Question(id="q", question="Does it cure migraine?", answer="Yes.")
    assert ("claims.disease", "faq[q].question") in _rules(Article(id="a", faq=(asked,)))
    assert _rules(Article(id="a", faq=(replace(asked, answer="Ask."),))) == []


def test_a_heading_that_asks_is_denied_by_what_follows():
    body = "## Is it FDA-approved?\n\nNo. It is not.\n"
    assert _rules(Article(id="a", body=body)) == []
    assert _rules(Article(id="a", body=body.replace("No. It", "What it"))) != []


def test_animals_beside_a_claim_excuse_it_only_with_a_citation():
    body = "In rats the heart was looked at. It reversed heart failure."
    assert _rules(Article(id="a", body=body)) == [("claims.disease", "body")]
    cited = body.replace("failure", "failure [@wren2019]")
    assert _rules(Article(id="a", body=cited)) == []
    always = Article(id="a", body=cited.replace("reversed", "reverses"))
    assert _rules(always) == [("claims.disease", "body")]


def test_a_sentence_breaks_a_rule_once():
    body = "Better sleep helps your muscle."
    told = [rule for rule, _ in _rules(Article(id="a", body=body))]
    assert told.count("claims.structure-function") == 1


def test_the_badge_of_a_cited_work_tells_the_model():
    tagged = replace(WREN, palmetto=Extension(evidence=Evidence(kind="animal", species="wren")))
    article = Article(id="a", body="GH release rose [@wren2019].", references=(tagged,))
    with_badges = Publication(citations=Citations(badges=True))
    subject = Subject(article, with_badges, next_page_of(article, with_badges))
    assert findings(subject, (PACK,)) == ()
    assert _rules(article) == [("claims.no-model", "body")]


def test_a_reference_in_people_contradicts_preclinical_only():
    human = replace(WREN, palmetto=Extension(evidence=Evidence(kind="human")))
    article = Article(id="a", disclaimer="All findings are preclinical only.", references=(human,))
    assert _rules(article) == [("claims.contradiction", "disclaimer")]
    assert "@wren2019" in _found(article)[0].message
    assert _rules(replace(article, references=(WREN,))) == []


def test_a_link_to_a_shop_is_told_among_findings_only():
    body = "## Findings\n\nSee [this](https://example.org/product/x) too.\n"
    assert _rules(Article(id="a", body=body)) == [("claims.commerce", "body")]
    assert _rules(Article(id="a", body=body.replace("Findings", "Contact"))) == []


def test_the_notice_is_told_not_to_cure_what_is_found():
    article = Article(id="a", notice="For research use only.", body="It treats arthritis.")
    assert ("claims.relying-on-notice", "notice") in _rules(article)
    assert _rules(replace(article, body="It does not treat arthritis.")) == []


def test_reading_a_long_text_can_be_given_up():
    def give_up():
        raise Stopped

    long = "The sea comes and goes. " * 300
    with pytest.raises(Stopped):
        matches(PACK, long, Pause(give_up))
    assert matches(PACK, long) == ()


def test_what_is_found_in_one_text_is_bounded():
    found = matches(PACK, "It treats arthritis. " * 500)
    assert max(Counter(id(match.when) for match in found).values()) == MOST
