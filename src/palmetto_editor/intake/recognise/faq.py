"""Questions and answers: under a heading, in `details`, behind Q: and A:, or named by markup."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from palmetto_editor.intake.draft import Recovered
from palmetto_editor.intake.manuscript import Claim, Leftover, Piece
from palmetto_editor.intake.recognise import words
from palmetto_editor.intake.recognise.asked import Asked, Form, forms, in_markup, is_answer, scan
from palmetto_editor.intake.recognise.parts import (
    Found,
    Pieces,
    Taken,
    fold,
    hinted,
    is_heading,
    is_mark,
    leftover,
    level,
    mark,
    names_part,
)
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Question

SHORTCODE = "{{< faq >}}"
_LONGEST = 400  # pieces of a FAQ that only the markup tells


def take_faq(pieces: Pieces, claims: Sequence[Claim] = ()) -> Taken[tuple[Question, ...]]:
    """All questions in their order. The first place where some stood keeps a mark with their
    heading, for the case that the text goes on below.
    """
    names = frozenset(fold(c.value) for c in claims if c.field == "question")
    asked: list[Asked] = []
    rest: list[Piece] = []
    lost: list[Leftover] = []
    index = 0
    while index < len(pieces):
        end, found, gone = _here(pieces, index, names)
        if end > index:
            heading = pieces[index] if names_part(pieces[index], words.FAQ) else None
            text = SHORTCODE if not asked else ""
            rest += [
                *([heading] if heading and text and is_heading(heading) else []),
                mark("faq", text),
            ]
        else:
            rest.append(pieces[index])
            end = index + 1
        asked += found
        lost += gone
        index = end
    return _given(asked, tuple(rest), tuple(lost))


def _given(
    asked: Sequence[Asked], rest: Pieces, lost: tuple[Leftover, ...]
) -> Taken[tuple[Question, ...]]:
    questions, fields, claims = [], [], []
    for number, entry in enumerate(asked, start=1):
        name = f"q{number}"
        questions.append(Question(id=name, question=entry.question, answer=entry.answer))
        for field, value in (("question", entry.question), ("answer", entry.answer)):
            fields.append(
                Recovered(
                    place=Place("faq", name, field), value=value, origin=entry.origin,
                    confidence=entry.confidence,
                )
            )  # fmt: skip
        claims.append(
            Claim(
                side="page", field="question", value=entry.question, detail=entry.answer,
                origin=entry.origin, confidence=entry.confidence,
            )
        )  # fmt: skip
    found = Found(fields=tuple(fields), claims=tuple(claims), leftovers=lost)
    return Taken(tuple(questions), rest, found)


_Run = tuple[int, list[Asked], list[Leftover]]


def _here(pieces: Pieces, index: int, names: frozenset[str]) -> _Run:
    """The questions that begin at this piece, and where they end; the index itself for none."""
    piece = pieces[index]
    if is_mark(piece):
        return index, [], []
    if names_part(piece, words.FAQ):
        end = _end(pieces, index)
        read = _read(pieces, index + 1, end, forms(names))
        if read[1]:
            return read
    if hinted(piece, words.HINT_FAQ) and not (index and hinted(pieces[index - 1], words.HINT_FAQ)):
        end = index
        while end < len(pieces) and hinted(pieces[end], words.HINT_FAQ):
            end += 1
        read = _read(pieces, index, end, forms(names))
        if read[1]:
            return read
    return _unnamed(pieces, index, names)


def _end(pieces: Pieces, index: int) -> int:
    """Where the section of a FAQ ends: questions may be headings of its own level."""
    depth = level(pieces[index])
    for at in range(index + 1, len(pieces)):
        piece = pieces[at]
        other = is_heading(piece) and piece.level <= depth and not _asks(piece)
        if other or (is_mark(piece) and piece.label != "callout"):
            return at
        if at > index + 1 and names_part(piece, words.PARTS) and not _asks(piece):
            return at
    return len(pieces)


def _asks(piece: Piece) -> bool:
    return piece.plain.rstrip(" *_").endswith("?")


def _read(pieces: Pieces, start: int, end: int, known: Sequence[Form]) -> _Run:
    """The section's questions, by the first form that fits; its introduction is left over."""
    section = pieces[start:end]
    for form in known:
        found = scan(section, form)
        if found:
            first = found[0].start
            above = [leftover(p, "introduced the questions") for p in section[:first] if p.plain]
            within = [gone for entry in found for gone in entry.lost]
            return start + found[-1].end, list(found), [*above, *within]
    return start, [], []


def _unnamed(pieces: Pieces, index: int, names: frozenset[str]) -> _Run:
    """Questions without a heading over them: Q: and A:, two `details`, or what a FAQPage names."""
    nothing: _Run = (index, [], [])
    known = forms(names)
    labels, boxes = known[1], known[0]
    if labels(pieces[index]) and _answered(pieces, index, labels):
        end = next((i for i in range(index, len(pieces)) if _stops(pieces[i])), len(pieces))
        found = scan(pieces[index:end], labels)
        if found and found[0].answer:
            return index + found[-1].end, list(found), [g for e in found for g in e.lost]
    if pieces[index].kind == "details" and boxes(pieces[index]):
        end = index
        while end < len(pieces) and pieces[end].kind == "details" and boxes(pieces[end]):
            end += 1
        marked = fold(pieces[index].label) in names
        if end - index > 1 or marked:
            found = scan(pieces[index:end], boxes)
            return end, list(found), []
    named = in_markup(names)
    if names and named(pieces[index]) and pieces[index].kind != "list":
        end = _named_end(pieces, index, names)
        found = scan(pieces[index:end], named)
        answered = list(takewhile(lambda entry: entry.answer, found))
        if answered:
            return index + answered[-1].end, answered, []
    return nothing


def _named_end(pieces: Pieces, index: int, names: frozenset[str]) -> int:
    """Up to the next heading so high that is no question of the markup."""
    depth = level(pieces[index])
    for at in range(index + 1, min(len(pieces), index + _LONGEST)):
        piece = pieces[at]
        if (
            is_heading(piece) and piece.level <= depth and fold(piece.plain) not in names
        ) or is_mark(piece):
            return at
    return min(len(pieces), index + _LONGEST)


def _answered(pieces: Pieces, index: int, labels: Form) -> bool:
    """Whether the question with a label has its answer with it or right below."""
    if any(head.answer for head in labels(pieces[index])):
        return True
    return index + 1 < len(pieces) and is_answer(pieces[index + 1])


def _stops(piece: Piece) -> bool:
    return is_heading(piece) or is_mark(piece)
