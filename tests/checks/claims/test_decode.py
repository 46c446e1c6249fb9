"""A pack is read strictly: what is wrong with it is told with its line."""

import pytest

from palmetto_editor.checks.claims import decode, in_force, load, offered
from palmetto_editor.checks.rule import Stopped
from palmetto_editor.errors import UserError
from palmetto_editor.model.publication import Checks, Publication
from palmetto_editor.model.values import Article

HEAD = """format = "palmetto-claims"
version = 1
id = "own"
title = "Our own"
jurisdiction = "Nowhere"
date = 2026-11-22
"""
RULE = """[[rule]]
category = "tides"
severity = "warning"
message = "{quote} speaks of tides; delete it."
asks = "The page speaks of no tides."
why = "They come and go."
source = "house"
checked = 2026-11-22
offers = ["delete"]
"""


def _pack(rest):
    return decode(f"{HEAD}{RULE}{rest}", "own.pack.toml")


def _refusal(rest):
    with pytest.raises(UserError) as told:
        _pack(rest)
    return str(told.value)


def test_reading_a_pack_can_be_given_up_between_two_phrases_and_done_again():
    phrases = ", ".join(f'"tide number {number}"' for number in range(60))
    own = (("own", f"{HEAD}{RULE}phrases = [{phrases}]"),)
    asked = []

    def pause():
        asked.append(1)
        if len(asked) == 50:
            raise Stopped

    with pytest.raises(Stopped):
        load("own", own, pause)
    assert load("own", own, pause) is load("own", own)
    assert len(asked) > 100


def test_a_pack_has_its_rules_under_its_own_name():
    pack = _pack('phrases = ["{rise|fall} of? the tide"]')
    assert [rule.id for rule in pack.rules] == ["own.tides"]
    found = pack.rules[0].whens[0].found
    assert list(found.spans("It rose with the tide; it fell of the tide.")) == [(26, 42)]


@pytest.mark.parametrize(
    ("rest", "line", "words"),
    [
        ('phrases = ["{"]', 16, "part of a phrase"),
        ('phrases = ["<nothing>"]', 16, "no word list"),
        ('phrases = ["… tide"]', 16, "begins and ends"),
        ('phrases = ["tide …99 tide"]', 16, "at most 12 words"),
        ("regex = ['tide', '(a+)+b']", 16, "repeats without end"),
        ("regex = ['((a|b)*c?)*d']", 16, "repeats without end"),
        ("regex = ['(?:x{2,}y)*']", 16, "repeats without end"),
        ("regex = ['(']", 16, "no regex"),
        ("regex = ['(?=x)y']", 16, "no regex"),
        ("regex = ['x*']", 16, "nothing stands"),
        ("regex = ['(?:(?:a{900}){900}){900}']", 16, "no regex"),
        ('regex = ["tide"]\nunknown = 1', 17, "not known"),
        ('regex = ["tide"]\nwhere = ["moon"]', 17, "none of"),
        ('regex = ["tide"]\nsilent = ["cited+moon"]', 17, "none of"),
        ('regex = ["tide"]\n[[rule.when]]\nregex = ["("]', 18, "no regex"),
        ("", 7, "needs phrases"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(rest, line, words):
    told = _refusal(rest)
    assert f"Line {line}:" in told
    assert words in told


@pytest.mark.parametrize("text", ["", "x = ", "[" * 10_000, HEAD, 'format = "other"', "x" * 2**19])
def test_what_is_no_pack_is_refused(text):
    with pytest.raises(UserError):
        decode(text, "x.pack.toml")


def test_a_pack_that_extends_another_replaces_and_leaves_out_rules():
    text = f'{HEAD}extends = "research-use-only"\nwithout = ["safety"]\n{RULE}phrases = ["tide"]\n'
    text = text.replace('category = "tides"', 'category = "dosing"')
    ids = {rule.id for rule in decode(text, "own.pack.toml").rules}
    assert "own.dosing" in ids
    assert "claims.disease" in ids
    assert not {"claims.dosing", "claims.safety"} & ids


def test_the_shipped_pack_names_its_jurisdiction_and_its_day():
    (pack,) = offered()
    assert (pack.id, pack.date) == ("research-use-only", "2026-11-22")
    assert "United States" in pack.jurisdiction


def test_a_notice_of_research_use_puts_the_shipped_pack_in_force():
    def ids(notice, checks=None):
        shared = Publication(checks=checks or Checks())
        return [pack.id for pack in in_force(Article(id="a", notice=notice), shared)]

    assert ids("For **research use** only.") == ["research-use-only"]
    assert ids("Not intended for human consumption.") == ["research-use-only"]
    assert ids("These notes are about wild birds.") == []
    assert ids("For research use only.", Checks(packs=())) == []
    own = Checks(packs=("own",), own=(("own", f'{HEAD}{RULE}phrases = ["tide"]'),))
    assert ids("", own) == ["own"]


def test_a_pack_that_is_not_there_is_told():
    with pytest.raises(UserError):
        load("nowhere")
