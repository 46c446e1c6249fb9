import threading
import weakref
from time import sleep

from palmetto_editor.errors import UserError
from palmetto_editor.ui.tasks import Tasks


def test_work_runs_apart_and_answers_here(qtbot):
    tasks, seen = Tasks(), []
    with qtbot.waitSignal(tasks.ended):
        tasks.run(
            "Work",
            lambda _progress: threading.current_thread(),
            lambda thread: seen.append((thread, threading.current_thread())),
            seen.append,
        )
    worker, here = seen[0]
    assert worker is not here
    assert here is threading.main_thread()


def test_an_error_is_handed_on(qtbot):
    tasks, seen = Tasks(), []

    def work(_progress):
        raise UserError("No.")

    with qtbot.waitSignal(tasks.ended):
        tasks.run("Work", work, seen.append, seen.append)
    assert str(seen[0]) == "No."


def test_long_work_reports_and_can_be_cancelled(qtbot):
    tasks, begun = Tasks(), threading.Event()

    def work(progress):
        progress.report(0.5, "half")
        begun.set()
        while not progress.cancelled:
            sleep(0.001)  # and not spin: the window's thread needs the processor
        return "stopped"

    seen, shares = [], []
    tasks.reported.connect(lambda *report: shares.append(report))
    with qtbot.waitSignal(tasks.ended):
        progress = tasks.run("Work", work, seen.append, seen.append)
        begun.wait()
        progress.cancel()
    assert seen == ["stopped"]
    assert shares == [(0.5, "half")]


def test_quiet_work_is_not_announced(qtbot):
    tasks, seen = Tasks(), []
    with qtbot.assertNotEmitted(tasks.started):
        tasks.quietly(lambda _progress: 1, seen.append, seen.append)
        qtbot.waitUntil(lambda: seen == [1])


class Tardy(Tasks):
    """Its thread knows each task longer than the window does."""

    def _work(self, task):
        super()._work(task)
        sleep(0.1)


def test_what_waits_for_an_answer_ends_on_the_window_s_thread(qtbot):
    class Window:
        def show(self, _answer):
            shown.append(1)

    tasks, shown, ended = Tardy(), [], []
    window = Window()
    weakref.finalize(window, lambda: ended.append(threading.current_thread()))
    tasks.quietly(lambda _progress: 1, window.show, window.show)
    del window
    qtbot.waitUntil(lambda: bool(ended))
    assert shown == [1]
    assert ended == [threading.main_thread()]
