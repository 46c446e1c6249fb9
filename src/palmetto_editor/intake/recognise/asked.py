"""The forms that a question takes, and the reading of a run of pieces by one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from palmetto_editor.intake.manuscript import Leftover, Piece
from palmetto_editor.intake.recognise import spans
from palmetto_editor.intake.recognise.parts import (
    Pieces,
    fold,
    is_heading,
    is_mark,
    leftover,
    markdown,
    texts,
)

_Q = re.compile(r"(?:Q(?:uestion)?\s?\d{0,3}|Frage)\s*[.:)–—-]\s*", re.IGNORECASE)
_A = re.compile(r"(?:A(?:nswer)?\s?\d{0,3}|Antwort)\s*[.:)–—-]\s*", re.IGNORECASE)
_A_LINE = re.compile(r"\n[ \t]*(?=[*_]{0,3}(?:A|Answer)\s?\d{0,3}\s*[.:][*_ ])")
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+")
_LONGEST = 250  # characters of a question


class Asked(NamedTuple):
    """One question; `start` and `end` are its pieces in the run that was read."""

    question: str
    answer: str
    origin: str
    confidence: float
    start: int
    end: int
    lost: tuple[Leftover, ...] = ()


class Head(NamedTuple):
    """A question, and what of its piece belongs to the answer."""

    question: str
    answer: str = ""
    whole: bool = False  # whether the answer cannot go on in the next pieces


Form = Callable[[Piece], tuple[Head, ...]]


def forms(names: frozenset[str]) -> tuple[Form, ...]:
    """The forms in the order in which they are tried; `names` are the questions of the markup."""
    return (
        _details,
        _labelled,
        _headed,
        _bold,
        _terms,
        _listed,
        in_markup(names),
        _plain,
        _any_heading,
    )


def in_markup(names: frozenset[str]) -> Form:
    """Any short piece whose words are those of a question in a FAQPage."""

    def form(piece: Piece) -> tuple[Head, ...]:
        short = (
            piece.kind in ("heading", "paragraph", "definitions") and len(piece.plain) <= _LONGEST
        )
        return (Head(_shown(piece.plain)),) if short and fold(piece.plain) in names else ()

    return form


def is_answer(piece: Piece) -> bool:
    """Whether a paragraph begins with the label of an answer."""
    return piece.kind == "paragraph" and bool(_A.match(piece.plain.lstrip("*_ ")))


def scan(pieces: Pieces, form: Form) -> tuple[Asked, ...]:
    """The questions of a run: what follows one, up to the next, is its answer."""
    heads = [(at, head) for at, piece in enumerate(pieces) for head in form(piece)]
    found = []
    for number, (at, head) in enumerate(heads):
        last = number + 1 == len(heads)
        end = max(at + 1, len(pieces) if last else heads[number + 1][0])
        end = at + 1 if head.whole and last else end
        body = pieces[at + 1 : end]
        beside = [p for p in body if head.whole or _groups(p, pieces[at])]
        kept = [] if head.whole else [p for p in body if not _groups(p, pieces[at])]
        answer = "\n\n".join(filter(None, (head.answer, texts(_unlabelled(kept)))))
        lost = tuple(leftover(p, "stood among the questions") for p in beside if p.plain)
        origin = pieces[at].origin or pieces[at].kind
        found.append(
            Asked(head.question, answer.strip(), origin, _sure(answer, head), at, end, lost)
        )
    return tuple(found)


def _sure(answer: str, head: Head) -> float:
    if not answer.strip():
        return 0.4
    return 0.95 if head.question.endswith("?") else 0.85


def _groups(piece: Piece, question: Piece) -> bool:
    """A heading at the level of the questions or above, which is none of them."""
    return is_mark(piece) or (
        is_heading(piece) and (not is_heading(question) or piece.level <= question.level)
    )


def _unlabelled(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of an answer, the first without its A:."""
    for number, piece in enumerate(pieces):
        text = (
            spans.without_label(piece.text, _A) if number == 0 and piece.kind == "paragraph" else ""
        )
        same = not text or text == piece.text
        yield piece if same else Piece(kind=piece.kind, text=text, plain=piece.plain)


def _shown(text: str) -> str:
    """A question as plain text, its own number and label off."""
    bare = " ".join(text.split())
    labelled = _Q.match(bare)
    bare = bare[labelled.end() :] if labelled else bare
    return _NUMBER.sub("", bare).strip(" *_+–—▸▾►▼")


def _details(piece: Piece) -> tuple[Head, ...]:
    if piece.kind != "details" or not piece.label.strip():
        return ()
    answer = (
        texts(piece.pieces)
        if piece.pieces
        else spans.without_label(piece.text, re.compile(re.escape(piece.label) + r"[*_]*\s*"))
    )
    opened = spans.without_label(answer, _A)
    return (Head(_shown(piece.label), opened or answer, whole=True),)


def _labelled(piece: Piece) -> tuple[Head, ...]:
    """`Q: …`, its answer in the same paragraph or the next."""
    if piece.kind not in ("paragraph", "heading") or not _Q.match(piece.plain.lstrip("*_ ")):
        return ()
    question, *answers = _A_LINE.split(markdown(piece).lstrip("# "), maxsplit=1)
    answer = spans.without_label(answers[0], _A) if answers else ""
    return (Head(_shown(spans.words(question)), answer),)


def _headed(piece: Piece) -> tuple[Head, ...]:
    asks = is_heading(piece) and piece.plain.rstrip().endswith("?")
    return (Head(_shown(piece.plain)),) if asks else ()


def _any_heading(piece: Piece) -> tuple[Head, ...]:
    return (Head(_shown(piece.plain)),) if is_heading(piece) else ()


def _bold(piece: Piece) -> tuple[Head, ...]:
    """A paragraph that begins with a strong question."""
    start = spans.bold_start(piece.text) if piece.kind == "paragraph" else None
    if start is None or not start[0].rstrip().endswith("?") or len(start[0]) > _LONGEST:
        return ()
    answer = start[1].lstrip("\\\n ").strip()
    return (Head(_shown(start[0]), spans.without_label(answer, _A) if answer else ""),)


def _terms(piece: Piece) -> tuple[Head, ...]:
    """A definition list: terms are those that ask, what follows them answers."""
    if piece.kind != "definitions":
        return ()
    return _pairs(piece.items)


def _pairs(items: Sequence[str]) -> tuple[Head, ...]:
    heads: list[Head] = []
    for number, item in enumerate(items):
        asks = spans.words(item).endswith("?") and len(item) <= _LONGEST
        if asks or (not heads and number == 0):
            heads.append(Head(_shown(spans.words(item)), "", whole=True))
        else:
            answer = "\n\n".join(filter(None, (heads[-1].answer, item)))
            heads[-1] = heads[-1]._replace(answer=answer)
    return tuple(heads) if any(h.answer for h in heads) else ()


def _listed(piece: Piece) -> tuple[Head, ...]:
    """A list whose items are each a question and its answer."""
    if piece.kind != "list" or not piece.items:
        return ()
    heads = [_item(item) for item in piece.items]
    return tuple(h for h in heads if h) if all(heads) else ()


def _item(item: str) -> Head | None:
    start = spans.bold_start(item)
    if start and start[0].endswith("?"):
        return Head(_shown(start[0]), start[1].strip(), whole=True)
    question, mark, answer = item.partition("?")
    if not mark or len(question) > _LONGEST or not answer.strip(" *_\n"):
        return None
    return Head(_shown(spans.words(question + mark)), answer.strip(" *_\n"), whole=True)


def _plain(piece: Piece) -> tuple[Head, ...]:
    asks = piece.kind == "paragraph" and piece.plain.rstrip().endswith("?")
    return (Head(_shown(piece.plain)),) if asks and len(piece.plain) <= _LONGEST else ()
