"""Exports articles and shows their pages to independent tools; a table of what those say.

`make conformance` sets the tools up first. What they complain of and we let stand is listed, with
its reason, in packaging/conformance/accepted.toml. Exit status 1 where anything else is said; a
tool that is not there is named, and is no failure.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from palmetto_editor import assets
from palmetto_editor.bundle.export import export
from palmetto_editor.bundle.read import open_bundle
from palmetto_editor.model.publication import Citations

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "packaging" / "conformance"
BUNDLES = sorted((ROOT / "tests" / "bundles" / "v1").glob("*/article.json"))
STYLES = ("apa", "chicago-notes-bibliography", "american-medical-association")
PATIENCE = 300  # seconds for one tool
REASON = "Kept bundles have faults of the writer's on purpose; their pages must be sound."

# What the control has in place of what is sound: for HTML, for accessibility, for Google.
FAULTS = (
    ("</h1>", "</h2>"),
    (' alt="', ' data-alt="'),
    ('"@type": "ListItem",', '"@type": "ListItem", "position": "first",'),
)

Complaint = dict[str, str]  # page, rule, message
Ask = Callable[[Path, Sequence[Path]], tuple[str, list[Complaint]]]


class NotHereError(Exception):
    """A tool is not on this machine; why."""


class NoAnswerError(Exception):
    """A tool is there and did not do its work; why."""


@dataclass(frozen=True, slots=True)
class Tool:
    """`ask` shows it the pages: its version and its complaints; NotHereError, NoAnswerError."""

    name: str
    ask: Ask


def nu(home: Path, pages: Sequence[Path]) -> tuple[str, list[Complaint]]:
    jar = home / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = [_program("java"), "-jar", str(_there(jar))]
    version = _run([*java, "--version"]).stdout.strip()
    done = _run([*java, "--format", "json", *map(str, pages)])
    if not done.stderr.startswith("{"):
        raise NoAnswerError(f"it ended without an answer: {done.stderr[:200]}")
    said = json.loads(done.stderr)
    return version, [
        {
            "page": message.get("url", "").removeprefix("file:"),
            "rule": message.get("subType", message["type"]),
            "message": f"{message['message']} (line {message.get('lastLine', '?')})",
        }
        for message in said["messages"]
    ]


def node(script: str, package: str) -> Ask:
    def ask(home: Path, pages: Sequence[Path]) -> tuple[str, list[Complaint]]:
        about = json.loads(_there(home / "node_modules" / package / "package.json").read_bytes())
        return about["version"], _written(home, [_program("node"), str(home / script)], pages)

    return ask


def axe(home: Path, pages: Sequence[Path]) -> tuple[str, list[Complaint]]:
    os.environ["CHROMIUM"] = _program("chromium")
    return node("axe.mjs", "axe-core")(home, pages)


def reader(name: str) -> Ask:
    def ask(home: Path, pages: Sequence[Path]) -> tuple[str, list[Complaint]]:
        python = str(_there(home / "python" / "bin" / "python"))
        _there(home / "python" / "made-from")
        asked = [python, "-c", f"from importlib.metadata import version; print(version('{name}'))"]
        version = _run(asked).stdout.strip()
        return version, _written(home, [python, str(OWN / "readers.py"), name], pages)

    return ask


TOOLS = (
    Tool("Nu HTML checker", nu),
    Tool("html-validate", node("html_validate.mjs", "html-validate")),
    Tool("Adobe's validator", node("structured_data.mjs", "@adobe/structured-data-validator")),
    Tool("PyLD", reader("pyld")),
    Tool("extruct", reader("extruct")),
    Tool("axe-core", axe),
)


def export_pages(home: Path) -> list[Path]:
    """The sample, the kept bundles, and one of these in each kind of citation style."""
    folder = home / "pages"
    shutil.rmtree(folder, ignore_errors=True)
    sources = [assets.path("samples/ghrelin"), *(path.parent for path in BUNDLES)]
    return [
        _export(source, folder / f"{source.name}-{style or 'own'}", style)
        for source in sources
        for style in ("", *STYLES)
    ]


def export_control(page: Path) -> Path:
    """A copy of a page with a fault for each tool: one that says nothing of it does not look."""
    control = page.parent.with_name("control")
    shutil.copytree(page.parent, control)
    text = (control / "index.html").read_text("utf-8")
    for sound, broken in FAULTS:
        if sound not in text:
            raise SystemExit(f"The control has no {sound!r} to break.")
        text = text.replace(sound, broken)
    (control / "index.html").write_text(text, "utf-8")
    graph = json.loads((control / "article.jsonld").read_bytes())
    graph["@graph"][0] |= {"headline": None}  # JSON-LD drops what is null
    (control / "article.jsonld").write_text(json.dumps(graph), "utf-8")
    return control / "index.html"


def _export(source: Path, target: Path, style: str) -> Path:
    bundle = open_bundle(source, target.parents[1] / "work")
    publication = bundle.publication
    if publication is None:
        raise SystemExit(f"{source} has no publication.")
    if style:
        publication = replace(publication, citations=Citations(style=style, badges=True))
    export(bundle.article, publication, target, bundle.asset, forced=REASON)
    return target / "index.html"


def _there(path: Path) -> Path:
    if not path.exists():
        raise NotHereError(f"{path.name} was not installed")
    return path


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise NotHereError(f"there is no {name} on this machine")
    return found


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(  # noqa: S603  (programs named above)
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoAnswerError(f"it did not run: {error}") from error


def _written(home: Path, command: Sequence[str], pages: Sequence[Path]) -> list[Complaint]:
    """What a script wrote into the file that is its first argument."""
    output = home / "said.json"
    output.unlink(missing_ok=True)
    done = _run([*command, str(output), *map(str, pages)])
    if not output.exists():
        last = (done.stderr.strip() or "it said nothing").splitlines()[-1]
        raise NoAnswerError(f"it ended without an answer: {last}")
    complaints: list[Complaint] = json.loads(output.read_bytes())
    return complaints


def show(tool: Tool, home: Path, pages: Sequence[Path], control: Path) -> bool:
    """Print what a tool says of the pages; whether it has nothing against them."""
    try:
        version, complaints = _asked_twice(tool, home, [*pages, control])
    except NotHereError as error:
        print(f"{tool.name:<20}NOT HERE: {error}")
        return True
    except NoAnswerError as error:
        print(f"{tool.name:<20}NO ANSWER: {error}")
        return False
    known = accepted(tool)
    new = [c for c in complaints if not any(says in c["message"] for says in known)]
    ours = [c for c in new if Path(c["page"]).parent.name != "control"]
    caught = len(new) > len(ours)
    stand = len(complaints) - len(new)
    print(f"{tool.name:<20}{version:<22}{len(ours):>10}{stand:>11}  {_caught(caught)}")
    for one in ours:
        print(f"    {Path(one['page']).parent.name}: {one['rule']}: {one['message']}")
    return caught and not ours


def _asked_twice(tool: Tool, home: Path, pages: Sequence[Path]) -> tuple[str, list[Complaint]]:
    """A browser that does not start on a busy machine may start the next time."""
    try:
        return tool.ask(home, pages)
    except NoAnswerError as error:
        print(f"{tool.name:<20}asked again: {error}")
        return tool.ask(home, pages)


def accepted(tool: Tool) -> list[str]:
    """Words of the complaints of a tool that we let stand."""
    rows = tomllib.loads((OWN / "accepted.toml").read_text("utf-8"))["accepted"]
    return [row["says"] for row in rows if row["tool"] == tool.name]


def _caught(caught: bool) -> str:
    return "caught" if caught else "MISSED: it does not look"


def main() -> int:
    home = Path(sys.argv[1]).resolve()
    pages = export_pages(home)
    control = export_control(pages[0])
    heads = f"{'tool':<20}{'version':<22}{'complaints':>10}{'let stand':>11}  broken page"
    print(f"{len(pages)} pages, and one that is broken on purpose\n{heads}")
    sound = [show(tool, home, pages, control) for tool in TOOLS]
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main())
