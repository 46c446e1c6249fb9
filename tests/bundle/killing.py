"""A program of the tests: it writes a bundle in children that are killed, and looks each time.

Run as a process of its own, so that the children are forked from something small. Prints one
JSON object. `save FOLDER COUNT` kills at random moments, `export FOLDER` at every step on disk.
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
NEW = replace(OLD, metadata=Metadata(headline="New"), body="new " * 30_000)
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

    Up to two of its saves are waited for, and then a part of what the last one took: how many
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
        for _ in range(chance.randrange(3)):
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
    bundles = {"old": files(OLD), "new": files(NEW)}
    export_bundle(folder, bundles["old"])
    (folder / "mine.txt").write_text("mine")
    (folder / "mine").mkdir()
    (folder / "mine" / "too.txt").write_text("too")
    problems = []
    there, seen = "old", {"old": 0, "new": 0}
    for step in count(1):
        wanted = "new" if there == "old" else "old"
        pid = child(partial(export_until, step, folder, bundles[wanted]))
        ended = os.WIFEXITED(os.waitpid(pid, 0)[1])
        problems += [f"step {step}: {problem}" for problem in wrong(folder)]
        found = whole(folder)
        seen["new" if found == wanted else "old"] += 1
        there = found
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


def wrong(folder: Path) -> list[str]:
    """What is not as it was after opening the bundle again."""
    opened = open_bundle(folder, folder.parent / "workspace")
    expected = files(opened.article)
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
    command, where, *rest = sys.argv[1:]
    result = save(Path(where), int(rest[0])) if command == "save" else export(Path(where))
    sys.stdout.write(json.dumps(result))
