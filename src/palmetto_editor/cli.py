"""`palmetto`: the same work without a window. Reads the command line, runs one command.

Exit status: 0 done, 1 findings at or above the asked severity, 2 usage or bad input. What a
command needs is imported when it runs, so that `--version` and `--help` answer at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from palmetto_editor import __version__
from palmetto_editor.errors import UserError

INTERRUPTED = 130  # as shells count it: 128 and the signal's number
BROKEN_PIPE = 141
MODULES = {"import": "importing"}  # commands whose name no module can have


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit status. No bad input gives a traceback."""
    options = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a test's stream may be another kind
            stream.reconfigure(errors="backslashreplace")
    try:
        module = MODULES.get(options.command, options.command)
        status: int = import_module(f"palmetto_editor.commands.{module}").run(options)
        sys.stdout.flush()
    except UserError as error:
        status = _failed(str(error))
    except KeyboardInterrupt:
        status = _failed("Stopped.", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output went away; Python would complain once more when it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = BROKEN_PIPE
    except OSError as error:
        status = _failed(f"The system refused: {error.strerror or error}.")
    return status


def _failed(text: str, status: int = 2) -> int:
    from palmetto_editor.commands.terminal import say

    say(f"palmetto: {text}")
    return status


@cache
def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="palmetto",
        description="Articles whose page, markup and source never disagree.",
        epilog="Exit status: 0 done, 1 findings at or above the severity, 2 usage or bad input.",
    )
    parser.add_argument("--version", action="version", version=f"palmetto {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_new(commands.add_parser("new", help="begin an article"))
    _add_import(commands.add_parser("import", help="make articles of pages and texts"))
    _add_export(commands.add_parser("export", help="write the page and all that belongs to it"))
    _add_check(commands.add_parser("check", help="say what is wrong with articles"))
    _add_findings(
        commands.add_parser("verify", help="say whether bundles are as they were exported"),
        "a bundle or its zip",
        "warning",
    )
    _add_references(commands.add_parser("references", help="see to the references of an article"))
    return parser


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.description = "Make a bundle with a new article, from the publication's profile."
    parser.add_argument("path", metavar="PATH", help="the folder to make, or a zip")
    parser.add_argument("--title", default="", help="the headline")
    parser.add_argument(
        "--publication", metavar="FILE", help="a publication.toml, in place of the one above PATH"
    )


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Make a bundle of each page (HTML), Markdown, text or Word file, "
        "and say where it disagrees with itself."
    )
    parser.add_argument(
        "sources", metavar="SOURCE", nargs="+", help="a file, or - for one on standard input"
    )
    parser.add_argument(
        "-o", "--output", metavar="DIR", required=True, help="where each bundle gets its folder"
    )
    parser.add_argument(
        "--report",
        metavar="FILE",
        help="all that was recovered, mended, found and left over: JSON, a line for each source; "
        "as text where FILE ends in .txt or .md",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    wins = parser.add_mutually_exclusive_group()
    for side in ("page", "markup"):
        wins.add_argument(
            f"--{side}-wins",
            dest="wins",
            action="store_const",
            const=side,
            help=f"where they disagree, take what the {side} says"
            + (" (default)" if side == "page" else ""),
        )
    parser.set_defaults(wins="page")
    parser.add_argument(
        "--severity",
        choices=("error", "warning", "advice"),
        help="the least disagreement that makes the exit status 1 (default: none does)",
    )


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Write the whole bundle, read it back, and only then put it in place. An article with "
        "errors is not exported."
    )
    parser.add_argument("bundle", metavar="BUNDLE", help="as for check")
    parser.add_argument(
        "-o", "--output", metavar="PATH", help="a folder or FILE.zip; without it, where it is"
    )
    parser.add_argument("--zip", action="store_true", help="write a zip: .zip is added to the name")
    parser.add_argument("--force", action="store_true", help="write over files that others changed")
    parser.add_argument(
        "--force-errors",
        metavar="REASON",
        help="export in spite of errors; the manifest keeps them and why",
    )


def _add_references(parser: argparse.ArgumentParser) -> None:
    parser.description = "See to the references of an article."
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    _add_reference_import(actions.add_parser("import", help="bring references in from files"))
    _add_reference_list(actions.add_parser("list", help="print the list, with who is cited"))
    _add_reference_export(actions.add_parser("export", help="write the list for other programs"))
    _add_reference_lookup(actions.add_parser("lookup", help="ask services for their records"))
    _add_findings(
        actions.add_parser("check", help="say what is wrong with references and citations"),
        "a bundle, its zip or article.json; or - for one on standard input",
        "error",
    )


def _add_reference_import(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Read BibTeX, BibLaTeX, RIS, PubMed (NBIB), CSL-JSON, EndNote XML or a reference section "
        "as text, and add the works that the article does not have yet."
    )
    parser.add_argument(
        "sources", metavar="FILE", nargs="+", help="a file, or - for one on standard input"
    )
    parser.add_argument("--to", metavar="BUNDLE", required=True, help="the article they are for")
    parser.add_argument("--dry-run", action="store_true", help="say what would be added")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _add_reference_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bundle", metavar="BUNDLE", help="as for check")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _add_reference_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bundle", metavar="BUNDLE", help="as for check")
    parser.add_argument("--format", choices=("bibtex", "ris", "csl-json"), required=True)
    parser.add_argument(
        "-o", "--output", metavar="FILE", default="-", help="without it, standard output"
    )


def _add_reference_lookup(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Ask Crossref, PubMed, DataCite and Open Library for each work, by its identifier or its "
        "title, and print their record beside the article's. This uses the network."
    )
    parser.add_argument("bundle", metavar="BUNDLE", help="as for check")
    parser.add_argument("keys", metavar="KEY", nargs="*", help="these references only")
    parser.add_argument(
        "--take",
        action="store_true",
        help="fill the fields that are empty, mark what agrees as verified, and save",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _add_check(parser: argparse.ArgumentParser) -> None:
    _add_findings(
        parser,
        "a bundle, its zip or article.json; a page, a text or a Word file, of which is said where "
        "it disagrees with itself; a folder, for every bundle and page below it; or - for one on "
        "standard input",
        "error",
        ("text", "json", "sarif", "html"),
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="where the report goes; without it, standard output"
    )
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=_positive,
        help="how many processes look at many paths (default: by the processors)",
    )


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() and len(text) < 9 else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 on")
    return number


def _add_findings(
    parser: argparse.ArgumentParser,
    paths: str,
    severity: str,
    formats: Sequence[str] = ("text", "json"),
) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", help=paths)
    parser.add_argument("--format", choices=formats, default="text")
    parser.add_argument(
        "--severity",
        choices=("error", "warning", "advice"),
        default=severity,
        help=f"the least finding that makes the exit status 1 (default: {severity})",
    )


if __name__ == "__main__":
    sys.exit(main())
