import multiprocessing
import os
import subprocess
import sys
import threading

import pytest

from markup.overrun import elsewhere, work
from palmetto_editor.markup.bounded import Memo, Renderer
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job, Rendered

LONG = "Some *long* text. " * 200


@pytest.fixture(scope="module")
def isolated():
    renderer = Renderer(isolated=True, limit=10)
    yield renderer
    renderer.close()


@pytest.fixture
def others(isolated):
    """The processes that run before a test: it must leave no more."""
    before = set(multiprocessing.active_children())
    yield before
    assert set(multiprocessing.active_children()) <= before


def test_results_come_in_the_order_of_the_jobs(isolated):
    jobs = [Job(f"*{number}* {'x' * (number % 7) * 500}") for number in range(50)]
    jobs += [Job("plain"), jobs[3]]
    assert isolated.render_all(jobs) == [render(job) for job in jobs]


def test_a_job_is_rendered_once(isolated):
    job = Job("*once*")
    first = isolated.render_all([job, Job("*once*")])
    assert first[0] is first[1]
    assert isolated.render_all([Job("*once*")])[0] is first[0]


def test_no_jobs_give_no_results(isolated):
    assert isolated.render_all([]) == []


def test_a_job_that_overruns_is_killed_and_shown_plain(others):
    renderer = Renderer(isolated=True, limit=0.05, work=work)
    try:
        results = renderer.render_all([Job("*a*"), Job(f"{LONG}sleep"), Job("*b*")])
        assert [result.html for result in results] == [
            "*a*",
            f'<pre class="plain">{LONG}sleep</pre>',
            "*b*",
        ]
        assert [fault.rule for fault in results[1].faults] == ["body.too-slow"]
    finally:
        renderer.close()


def test_a_job_that_kills_its_process_is_shown_plain_from_any_thread(others):
    renderer = Renderer(isolated=False, work=work)
    results: list[Rendered] = []
    jobs = [Job(f"{LONG}die"), Job(LONG), Job("*short*")]
    thread = threading.Thread(target=lambda: results.extend(renderer.render_all(jobs)))
    thread.start()
    thread.join()
    renderer.close()
    assert [bool(result.faults) for result in results] == [True, False, False]
    assert results[1] == Rendered(LONG)


def test_short_and_trivial_jobs_need_no_process(others):
    renderer = Renderer(isolated=False)
    renderer.render_all([Job("*short*"), Job("Words without markup. " * 500)])
    assert set(multiprocessing.active_children()) <= others
    renderer.close()


def test_where_a_window_waits_only_what_is_quick_needs_no_process(others):
    renderer = Renderer(isolated=True, work=elsewhere)
    here = os.getpid()
    try:
        quick, dense = Job("*short*"), Job("[a](b)" * 300)
        assert renderer.render_all([quick])[0].html == str(here)
        assert renderer.render_all([dense])[0].html != str(here)
        many = [Job(f"*{number}*") for number in range(200)]
        assert {result.html for result in renderer.render_all(many)} > {str(here)}
    finally:
        renderer.close()


def test_closing_twice_is_closing():
    renderer = Renderer(isolated=False)
    renderer.close()
    renderer.close()


@pytest.mark.parametrize(("kept", "characters"), [(2, 100), (100, 2)])
def test_a_memo_forgets_what_was_not_used_for_long(kept, characters):
    memo = Memo(kept, characters)
    jobs = [Job(str(number)) for number in range(7)]
    for job in jobs:
        memo.put(job, Rendered(job.text))
        memo.get(jobs[0])
        memo.trim([job])
    assert memo.get(jobs[0]) == Rendered("0")
    assert memo.get(jobs[1]) is None


def test_a_memo_keeps_all_of_one_long_text():
    memo = Memo(kept=2, characters=2)
    jobs = [Job(str(number)) for number in range(10)]
    for job in jobs:
        memo.put(job, Rendered(job.text))
    memo.trim(jobs)
    assert all(memo.get(job) for job in jobs)


def test_a_program_without_a_guard_is_not_imported_again(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        "from operator import attrgetter\n"
        "from palmetto_editor.markup.rendered import Job\n"
        "from palmetto_editor.markup.worker import Worker\n"
        "print(Worker(attrgetter('text'), limit=10).run([Job('*a*')])[0])\n"
    )
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True)  # noqa: S603 # our own program
    assert (done.stdout, done.stderr) == ("*a*\n", "")
