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
        ("phrases = []", 16, "is empty"),
        ('phrases = ["@nobody"]', 16, "no phrases “nobody”"),
        ('phrases = ["tide"]\nwhere = []', 17, "is empty"),
        ('phrases = ["tide"]\nrole = "king"', 17, "none of"),
        ('phrases = ["tide"]\nasked = 1', 17, "true or false"),
        (f'phrases = ["tide"]\n{RULE}phrases = ["ebb"]', 17, "there twice"),
        ("regex = ['\\pL{900}\\pL{900}']", 16, "too large"),
        ("regex = [\n 'tide',\n '(',\n]", 18, "no regex"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(rest, line, words):
    told = _refusal(rest)
    assert f"Line {line}:" in told
    assert words in told


MANY = ", ".join(f'"word{number}"' for number in range(2000))
WIDE = ", ".join(f'"<many> …9 <many> {number}"' for number in range(25))


@pytest.mark.parametrize(
    ("before", "line", "words"),
    [
        ("x = = 1", 7, "Invalid value"),
        ('id = "other"', 7, "Cannot overwrite"),
        ("x = " + "[" * 50_000, 7, "too deep"),
        ("x" + ".x" * 50_000 + " = 1", 7, "so many parts"),
        ("[" + ".".join(["'x'"] * 50_000) + "]", 7, "so many parts"),
        ("x = " + "9" * 200_000, 7, "so many digits"),
        ("[[words]]", 7, "table of lists"),
        ('without = ["safety"]', 7, "extends"),
        ('extends = "research-use-only"\nwithout = ["tides"]', 8, "has no “tides”"),
        ('extends = "own"', 7, "No pack “own”"),
        ('applies = "tide"', 7, "list of texts"),
        ("words = 5", 7, "table of lists"),
        ('[words]\nsea = ["tide", "*"]', 8, "no word"),
        ('[phrases]\nsea = ["@sea"]', 8, "name no others"),
        (f"[words]\nmany = [{MANY}, 'more']", 8, "more than 2000"),
        (f"[words]\nmany = [{MANY}]\n{RULE}phrases = [{WIDE}]", 9, "too large together"),
    ],
    ids=lambda one: str(one)[:30],
)
def test_what_is_wrong_with_the_whole_is_told_with_its_line(before, line, words):
    with pytest.raises(UserError) as told:
        decode(f'{HEAD}{before}\n{RULE}phrases = ["tide"]\n', "own.pack.toml")
    assert f"Line {line}: " in told.value.why
    assert words in told.value.why
    assert len(told.value.why) < 200


@pytest.mark.parametrize(
    ("typed", "instead", "line"),
    [
        ("version = 1", "version = true", 1),
        ("version = 1", "version = 2", 1),
        ('"own"', '"graph"', 3),
        ('"own"', '"claims"', 3),
        ('"own"', '"Our own"', 3),
        ('"Our own"', "5", 4),
        ("2026-11-22", "2026-11-22T10:00:00Z", 6),
        ("2026-11-22", '"soon"', 6),
    ],
)
def test_a_head_that_is_none_is_told_with_its_line(typed, instead, line):
    with pytest.raises(UserError) as told:
        decode(f'{HEAD.replace(typed, instead)}{RULE}phrases = ["tide"]', "own.pack.toml")
    assert told.value.why.startswith(f"Line {line}: ")


def test_a_pack_that_an_editor_of_windows_saved_is_one_too():
    text = "\ufeff" + f'{HEAD}{RULE}phrases = ["tide"]\n'.replace("\n", "\r\n")
    assert len(decode(text, "own.pack.toml").rules) == 1


def test_all_patterns_of_a_pack_together_are_bounded():
    whens = '[[rule.when]]\nregex = ["tide[a-z ]{900}s"]\n' * 300
    assert "too large together" in _refusal(whens)


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
