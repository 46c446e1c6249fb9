"""A program of the tests: it writes a bundle in children that are killed, and looks each time.

Run as a process of its own, so that the children are forked from something small. `HOME COUNT`
saves below HOME and is killed at COUNT random moments, then exports and is killed at every step on
disk. Prints what was seen of each, as one JSON object.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from palmetto_editor.bundle.codec import encode_article
from palmetto_editor.bundle.manifest import build, encode
from palmetto_editor.bundle.read import open_bundle
from palmetto_editor.bundle.workbench import bench_of
from palmetto_editor.bundle.write import export_bundle, save_article
from palmetto_editor.model.values import Article, Metadata

OLD = Article(id="a", metadata=Metadata(headline="Old"), body="old " * 2_000)
NEW = replace(OLD, metadata=Metadata(headline="New"), body="new " * 3_000)
STEPS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.listdir", "os.scandir"}
WRITING = os.O_WRONLY | os.O_RDWR


def child(work: Callable[[], object]) -> int:
    pid = os.fork()
    if pid == 0:
        try:
            work()
            os._exit(0)
        except BaseException as error:
            sys.stderr.write(f"the child failed: {error!r}\n")
            sys.stderr.flush()
            os._exit(1)
    return pid


def save(folder: Path, times: int) -> dict[str, object]:
    """Children save for ever, old and new in turn; each is killed in the midst of a save.

    One of its saves is waited for, or none, and then a part of what the last one took: how many
    of the kills meet a save, and which article they leave, does not rest on the disk's speed.
    """
    save_article(folder, OLD, {})
    chance = random.Random(20261123)  # noqa: S311  (no secret)
    seen = {"old": 0, "new": 0, "torn": 0, "interrupted": 0}
    usual = 0.01  # seconds that a save takes on this disk; told anew by the saves themselves
    for turn in range(times):
        told, tell = os.pipe()
        pid = child(partial(save_for_ever, folder, turn, tell))
        os.close(tell)
        if chance.randrange(2):
            began = time.monotonic()
            os.read(told, 1)
            usual = time.monotonic() - began
        time.sleep(chance.uniform(0, usual))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        os.close(told)
        seen["interrupted"] += bench_of(folder).exists() and os.WIFSIGNALED(status)
        seen[whole(folder)] += 1
    return seen | {"beside": sorted(path.name for path in folder.parent.iterdir())}


def save_for_ever(folder: Path, turn: int, tell: int) -> None:
    for number in count(turn):
        save_article(folder, (NEW, OLD)[number % 2], {}, force=True)
        os.write(tell, b".")


def whole(folder: Path) -> str:
    """Which of the two articles is there, whole."""
    found = open_bundle(folder, folder.parent / "workspace").article
    return {OLD: "old", NEW: "new"}.get(found, "torn")


def export(folder: Path) -> dict[str, object]:
    """One export after the other, each killed one step later than the last, until one ends."""
    bundles = {OLD: files(OLD), NEW: files(NEW)}
    export_bundle(folder, bundles[OLD])
    (folder / "mine.txt").write_text("mine")
    (folder / "mine").mkdir()
    (folder / "mine" / "too.txt").write_text("too")
    problems = []
    there, seen = OLD, {"old": 0, "new": 0}
    for step in count(1):
        wanted = NEW if there == OLD else OLD
        pid = child(partial(export_until, step, folder, bundles[wanted]))
        ended = os.WIFEXITED(os.waitpid(pid, 0)[1])
        there = open_bundle(folder, folder.parent / "workspace").article
        problems += [f"step {step}: {problem}" for problem in wrong(folder, bundles.get(there, {}))]
        seen["new" if there == wanted else "old"] += 1
        if ended:
            break
    return {"steps": step, "problems": problems, **seen}


def export_until(step: int, folder: Path, made: dict[str, bytes]) -> None:
    kill_at(step, folder.parent)
    export_bundle(folder, made)


def kill_at(step: int, below: Path) -> None:
    """End this process, unprepared, at the n-th thing that it does to files below a folder."""
    left = step

    def hook(event: str, given: tuple[object, ...]) -> None:
        nonlocal left
        writes = event == "open" and isinstance(given[2], int) and given[2] & WRITING
        if (event in STEPS or writes) and str(given[0]).startswith(str(below)):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def wrong(folder: Path, expected: dict[str, bytes]) -> list[str]:
    """What is not as it was once the bundle has been opened again."""
    found = []
    for name, data in {**expected, "mine.txt": b"mine", "mine/too.txt": b"too"}.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            found.append(f"{name} is lost")
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    found += [f"{name} is left over" for name in names - {*expected, "mine.txt", "mine/too.txt"}]
    if bench_of(folder).exists():
        found.append("the bench is left over")
    return found


def files(article: Article) -> dict[str, bytes]:
    made = {"article.json": encode_article(article), "index.html": article.body.encode()}
    made[f"tables/{article.metadata.headline}.csv"] = b"a,b"
    made["assets/x.png"] = article.body[:40].encode()
    return made | {"manifest.json": encode(build(made))}


if __name__ == "__main__":
    home, times = Path(sys.argv[1]), int(sys.argv[2])
    for name in ("save", "export"):
        (home / name).mkdir()
    result = {
        "save": save(home / "save" / "tides", times),
        "export": export(home / "export" / "tides"),
    }
    sys.stdout.write(json.dumps(result))
