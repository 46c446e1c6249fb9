"""What the services have said of one work so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from palmetto_editor.model.csl import Reference
from palmetto_editor.references.lookup.client import Client
from palmetto_editor.references.lookup.found import Answer, Found, Service, Silent
from palmetto_editor.references.lookup.likeness import FEWEST, likeness
from palmetto_editor.references.lookup.services import SERVICES
from palmetto_editor.references.lookup.shelf import Shelf
from palmetto_editor.references.lookup.transport import NoAnswerError

NEVER = "It may exist all the same: no service knows every work."


class Asked:
    """Collects records, which services have none, and which gave no answer.

    `shelf` has what PubMed gave for many works together.
    """

    def __init__(self, client: Client, shelf: Shelf | None = None) -> None:
        self.client, self.shelf = client, shelf or Shelf(client)
        self._found: list[Found] = []
        self._unknown: dict[Service, list[str]] = {}
        self._failed: dict[Service, str] = {}

    @property
    def found(self) -> tuple[Found, ...]:
        """The records, the likeliest first."""
        return tuple(sorted(self._found, key=lambda one: -one.likeness))

    def ask(
        self, service: Service, what: str, question: Callable[[], list[Found]],
        wanted: Reference | None = None,
    ) -> list[Found]:  # fmt: skip
        """The service's records of something (`DOI 10.1038/45230`), kept each once.

        With the reference that is wanted, they are measured, and what is unlike it is left out.
        """
        try:
            found = question()
        except NoAnswerError as error:
            self._failed.setdefault(service, error.why)
            return []
        if wanted:
            measured = [replace(one, likeness=likeness(wanted, one.reference)) for one in found]
            found = [one for one in measured if one.likeness >= FEWEST]
        if not found:
            self._unknown.setdefault(service, []).append(what)
        known = {(one.service, _name(one.reference)) for one in self._found}
        self._found += [one for one in found if (service, _name(one.reference)) not in known]
        return found

    def answer(self) -> Answer:
        """All that was said; a service that gave a record is not silent."""
        spoke = {one.service for one in self._found}
        silent = (self._silent(service) for service in SERVICES if service not in spoke)
        return Answer(self.found, tuple(one for one in silent if one))

    def _silent(self, service: Service) -> Silent | None:
        unknown, failed = self._unknown.get(service), self._failed.get(service, "")
        if unknown:
            listed = " or ".join(dict.fromkeys(unknown))
            why = f"{service} has no record of {listed}. {NEVER}"
            return Silent(service, f"{why} {failed}".strip(), reached=True)
        return Silent(service, failed, reached=False) if failed else None


def _name(work: Reference) -> str:
    return work.DOI.casefold() or work.PMID or work.ISBN or work.title
