"""The page by itself: a number in the text is that of the reference or note it leads to.

Where the reference list has no numbers, what leads to it has words.
"""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.difference import broken
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.quotes import quoted
from palmetto_editor.checks.reading import Reading
from palmetto_editor.model.places import Place

_KINDS = (
    ('a[href^="#ref-"]', "#ref-", ".references > ol > li, .references > ul > li", "references"),
    ('a[href^="#note-"]', "#note-", ".notes > ol > li", "body"),
)


def compare(page: Reading) -> Iterator[Finding]:
    for selector, prefix, items, part in _KINDS:
        numbers = {
            f"#{name}": str(number) for number, name in enumerate(page.values(items, "id"), start=1)
        }
        worded = part == "references" and bool(page.nodes(".references > ul"))
        for link in page.nodes(selector):
            shown, target = page.text(link), link.attributes.get("href") or ""
            if numbers.get(target) != shown and not (worded and target in numbers):
                number = target.removeprefix(prefix)
                message = f"The page shows {quoted(shown)} for number {number}; export again."
                yield broken("marks", Place(part), message)
