"""The page is patched in place: the document is the page's, the reader's place stays."""

from __future__ import annotations

import json
import os
import signal
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from palmetto_editor.model.places import Place
from palmetto_editor.ui.preview.page_view import NEAR

STYLED = """<meta charset="utf-8">
<title>Styled</title>
<style>
body { background: rgb(250, 250, 250) }
@media (prefers-color-scheme: dark) { body { background: rgb(10, 10, 10) } }
@media print { body { color: red } }
</style>
"""


def _paragraphs(count, words=60):
    return {f"p{n}": f"<p>Paragraph {n} {'word ' * words}</p>" for n in range(count)}


def _top_of(driver, block):
    selector = f'[data-block="{block}"]'
    return driver.ask(f"document.querySelector('{selector}').getBoundingClientRect().top")


def _fresh(driver, page):
    driver.load(page)
    return driver.dom()


def test_one_changed_block_leaves_the_others_untouched(driver, make_page):
    blocks = _paragraphs(5)
    driver.load(make_page(blocks))
    driver.ask("[...document.querySelectorAll('[data-block]')].map(e => e.witness = true) && 1")
    page = make_page({**blocks, "p2": "<p>Changed <b>here</b></p>"})
    driver.show(page)
    kept = "[...document.querySelectorAll('[data-block]')].every(e => e.witness)"
    assert driver.ask(kept) is True
    assert driver.dom() == _fresh(driver, page)


def _insert(blocks, random, new):
    at = random.randint(0, len(blocks))
    rows = list(blocks.items())
    return dict([*rows[:at], (new, f"<ul><li>{new}</li><li>two</li></ul>"), *rows[at:]])


def _remove(blocks, random, _new):
    gone = random.choice(list(blocks)) if len(blocks) > 2 else ""
    return {name: html for name, html in blocks.items() if name != gone}


def _move(blocks, random, _new):
    names = list(blocks)
    names.insert(random.randint(0, len(names) - 1), names.pop(random.randrange(len(names))))
    return {name: blocks[name] for name in names}


def _change(blocks, random, new):
    tag = random.choice(["p", "h2"])
    html = f"<{tag}>{new}. One, two; <i>{new}</i>: three, and four.</{tag}>"
    return {**blocks, random.choice(list(blocks)): html}


@pytest.mark.parametrize("seed", range(4))
def test_after_any_patches_the_document_is_that_of_the_last_page(driver, make_page, seed):
    random = Random(seed)  # noqa: S311  (a test's dice)
    blocks = {**_paragraphs(12, words=4), "list1": "<ul><li>1</li></ul>", "list2": "<p>2</p>"}
    driver.load(make_page(blocks))
    for number in range(60):
        for _ in range(random.randint(1, 3)):
            edit = random.choice([_insert, _remove, _move, _change])
            blocks = edit(blocks, random, f"n{number}-{random.random()}")
        page = make_page(blocks, head=f"<title>Title {number // 5}</title>\n")
        driver.view.show_page(page)
    last = make_page({**blocks, "end": "<p>The end</p>"}, language="ar")
    driver.show(last)
    assert driver.dom() == _fresh(driver, last)


TEXTS = "document.querySelector('[data-block=p]').childNodes.length"
CLAUSES = """<p>A first, which ends; “a second”? (A third!) 4. «Fünf», шесть: 七、八。 AV. fi. {}
See <a href="https://example.org/">a link, cut</a>, and <code>x = 1; y</code>. مرحبا، عالم. End.</p>
"""
PLACES = """(() => {
    const texts = document.createTreeWalker(document.querySelector("[data-block=p]"), 4);
    const places = [];
    while (texts.nextNode()) {
        for (const word of texts.currentNode.data.matchAll(/\\S+/g)) {
            const range = document.createRange();
            range.setStart(texts.currentNode, word.index);
            range.setEnd(texts.currentNode, word.index + word[0].length);
            const at = range.getBoundingClientRect();
            places.push([word[0], at.left, at.top, at.width]);
        }
    }
    return JSON.stringify(places);
})()"""


def test_a_text_cut_behind_its_clauses_looks_and_reads_as_if_it_were_whole(driver, make_page):
    pages = [
        make_page({"p": CLAUSES.format("word " * 60 * n), "q": "<p>Last.</p>"}) for n in (1, 2)
    ]
    driver.load(pages[0])
    assert driver.ask(TEXTS) == 5
    driver.show(pages[1])
    assert driver.ask(TEXTS) > 10
    document, cut = driver.dom(), json.loads(driver.ask(PLACES))
    assert document == _fresh(driver, pages[1])
    whole = json.loads(driver.ask(PLACES))
    assert len(whole) > 120
    assert [word for word, *_ in cut] == [word for word, *_ in whole]
    for (_, *there), (_, *here) in zip(cut, whole, strict=True):
        assert there == pytest.approx(here, abs=0.1)  # px


def test_a_list_that_changes_with_a_text_follows_it(driver, make_page):
    blocks = {**_paragraphs(3), "list": "<ol><li>one</li></ol>"}
    driver.load(make_page(blocks))
    page = make_page({**blocks, "p0": "<p>Cited</p>", "list": "<ol><li>one, cited</li></ol>"})
    driver.view.show_page(page)
    shown = driver.ask("[...document.querySelectorAll('p, li')].map(e => e.textContent).join()")
    assert shown.startswith("Cited,")
    assert shown.endswith(",one")
    driver.show(page)
    assert driver.dom() == _fresh(driver, page)


def test_texts_far_below_follow_those_that_stand_near(driver, make_page):
    blocks = _paragraphs(NEAR + 20, words=2)
    driver.load(make_page(blocks))
    changed = {f"p{n}": f"<p>Number {n}</p>" for n in (3, 8, NEAR + 10)}
    page = make_page({**blocks, **changed})
    driver.view.show_page(page)
    shown = driver.ask("[...document.querySelectorAll('p')].map(e => e.textContent).join('|')")
    numbers = [text for text in shown.split("|") if text.startswith("Number")]
    assert numbers == ["Number 3", "Number 8"]
    driver.show(page)
    assert driver.dom() == _fresh(driver, page)


def test_the_head_is_patched(driver, make_page):
    driver.load(make_page(_paragraphs(2)))
    graph = '<script type="application/ld+json">{"name": "\\u003cscript>"}</script>\n'
    head = f'<meta charset="utf-8">\n<title>Other &amp; new</title>\n{graph}'
    closing = "</article>\n<footer>x</footer>\n</main>\n</body>\n"
    page = make_page(_paragraphs(2), head=head, language="de", closing=closing)
    driver.show(page)
    assert driver.ask("document.title") == "Other & new"
    assert driver.ask("document.documentElement.lang") == "de"
    assert driver.dom() == _fresh(driver, page)


def test_the_words_in_sight_stay_when_blocks_come_and_go_above(driver, make_page, qtbot):
    blocks = _paragraphs(60)
    driver.load(make_page(blocks))
    driver.ask("scrollTo(0, document.querySelector('[data-block=p40]').offsetTop - 50)")
    before = _top_of(driver, "p40")
    above = {f"new{n}": f"<p>Before all {'word ' * 80}</p>" for n in range(4)}
    del blocks["p3"]
    driver.show(make_page({**above, **blocks}))
    qtbot.wait(100)  # the anchor is found again with the next frame
    assert _top_of(driver, "p40") == pytest.approx(before, abs=2)


def test_a_selection_stays_when_another_block_changes(driver, make_page):
    blocks = _paragraphs(10)
    driver.load(make_page(blocks))
    driver.ask(
        "document.getSelection().selectAllChildren(document.querySelector('[data-block=p5]'))"
    )
    selected = driver.ask("document.getSelection().toString()")
    driver.show(make_page({**blocks, "p2": "<p>Changed</p>"}))
    assert selected
    assert driver.ask("document.getSelection().toString()") == selected


def test_a_block_out_of_sight_is_brought_there(driver, make_page, qtbot):
    driver.load(make_page(_paragraphs(60)))
    driver.view.show_block(50)
    qtbot.waitUntil(lambda: 0 < _top_of(driver, "p50") < 400)


def test_a_block_in_sight_does_not_move(driver, make_page, qtbot):
    driver.load(make_page(_paragraphs(60)))
    driver.ask("scrollTo(0, 500)")
    index = next(n for n in range(60) if _top_of(driver, f"p{n}") > 100)
    driver.view.show_block(index)
    qtbot.wait(150)
    assert driver.ask("scrollY") == 500


def test_a_click_tells_the_place_of_its_block(driver, make_page):
    page = make_page({"a": "<p>text</p>"})
    driver.load(page)
    click = QPoint(int(_top_of(driver, "a")) + 14, int(_top_of(driver, "a")) + 6)
    target = driver.view.room.focusProxy()
    told = driver.wait_for(
        driver.view.place_clicked,
        lambda: QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=click),
    )
    assert told == (Place("body"),)


def test_dark_and_light_are_worn_without_touching_the_document(driver, make_page):
    page = make_page({"a": "<p>text</p>"}, head=STYLED)
    driver.load(page)
    before = driver.dom()
    ground = "getComputedStyle(document.body).backgroundColor"
    for look, colour in (
        ("dark", "10, 10, 10"),
        ("light", "250, 250, 250"),
        ("dark", "10, 10, 10"),
    ):
        driver.view.set_look(look)
        assert driver.ask(ground) == f"rgb({colour})"
        assert driver.ask("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
    assert driver.dom() == before
    driver.load(page)
    assert driver.ask(ground) == "rgb(10, 10, 10)", "the look outlives a new document"


def test_a_width_narrows_the_page(driver, make_page, qtbot):
    driver.load(make_page({"a": "<p>text</p>"}))
    driver.view.bar.width_chosen.emit(390)
    qtbot.waitUntil(lambda: driver.ask("innerWidth") == 390)


def test_a_page_given_while_another_loads_is_shown_after_it(driver, make_page):
    blocks = _paragraphs(10)
    driver.load(make_page(blocks))
    last = make_page({**blocks, "p3": "<p>Last</p>"})

    def give():
        driver.view._load(make_page(_paragraphs(20)))
        driver.view.show_page(make_page(_paragraphs(7)))
        driver.view.show_page(last)

    driver.wait_for(driver.view.settled, give)
    assert driver.dom() == _fresh(driver, last)


def test_a_document_that_is_not_as_thought_is_loaded_again(driver, make_page):
    blocks = _paragraphs(4)
    driver.load(make_page(blocks))
    driver.ask("document.querySelector('[data-block=p1]').remove()")
    page = make_page({**blocks, "p3": "<p>Changed</p>"})
    driver.show(page)
    assert driver.ask("document.querySelectorAll('[data-block]').length") == 4


def test_a_killed_renderer_is_started_again(driver, make_page):
    page = make_page(_paragraphs(3))
    driver.load(page)
    before = driver.dom()
    pid = driver.view.room.page().renderProcessPid()
    driver.wait_for(driver.view.settled, lambda: os.kill(pid, signal.SIGKILL))
    assert driver.dom() == before
    driver.show(make_page({**_paragraphs(3), "p1": "<p>Changed</p>"}))
    assert "Changed" in driver.dom()
