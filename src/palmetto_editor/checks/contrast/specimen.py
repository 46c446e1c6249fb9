"""A page with each thing that a theme dresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from palmetto_editor.checks.rule import Pause
from palmetto_editor.markup.callouts import FAMILIES
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job, Rendered
from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference, Update
from palmetto_editor.model.publication import Citations, Publication, Publisher
from palmetto_editor.model.values import (
    Article,
    Author,
    Column,
    Image,
    Link,
    Metadata,
    Question,
    Table,
    Topic,
)
from palmetto_editor.page.build import Builder
from palmetto_editor.page.page import document

_CALLOUTS = "\n\n".join(f"> [!{kind.upper()}] Title\n> Words." for kind in FAMILIES)
_BODY = f"""\
## Heading

Words with *emphasis*, `code`, <mark>marks</mark>, <kbd>keys</kbd>, a [link](/a), a note[^n],
[@work] and [@gone].

### Heading

> Quoted words.

- item

{_CALLOUTS}

| Head | Head | Head |
| --- | --- | --- |
| cell | `code` | [link](/b) |
| cell | cell | cell |

```lua
local a = 1 -- why
function b(c)
  return "d" .. a
end
```

{{{{< table t >}}}}

{{{{< figure i >}}}}

#### Heading

##### Heading

Term
: Words.

[^n]: A note.
"""


@lru_cache(maxsize=2)
def page(theme: str, pause: Pause) -> str:
    """The HTML of the specimen; `pause` is called between its blocks."""

    def blocks(jobs: Sequence[Job]) -> Iterator[Rendered]:
        for job in jobs:
            pause.call()
            yield _rendered(job)

    builder = Builder(lambda jobs: list(blocks(jobs)), lambda _file: (1200, 675))
    made = builder.build(_article(), _publication(theme))
    pause.call()
    return document(made)


_rendered = lru_cache(maxsize=128)(render)  # kept where a page in between asked to stop


def _publication(theme: str) -> Publication:
    publisher = Publisher(name="Publisher", url="https://example.org/")
    return Publication(
        name="Name",
        base_url="https://example.org/",
        publisher=publisher,
        theme=theme,
        citations=Citations(badges=True),
    )


def _article() -> Article:
    author = Author(name="Author", url="https://example.org/a", job_title="Writer")
    evidence = Extension(evidence=Evidence(kind="review"), updates=(Update(kind="retraction"),))
    work = Reference(
        id="work",
        title="Title",
        author=(Name(family="Author"),),
        issued=Date(date_parts=((2001,),)),
        DOI="10.5555/a",
        palmetto=evidence,
    )
    columns = tuple(Column(id=f"c{n}", label="Head") for n in range(3))
    cells = ("cell", "[link](/c)", "[@work]")
    return Article(
        id="specimen",
        metadata=Metadata(
            headline="Headline",
            slug="specimen",
            authors=(author,),
            reviewers=(author,),
            published="2026-01-01T00:00:00Z",
            modified="2026-01-02T00:00:00Z",
            keywords=("word", "word two"),
            section="Section",
            about=(Topic(name="Topic"),),
        ),
        notice="Words with a [link](/d).",
        short_answer="Words with a [link](/e) [@work].",
        body=_BODY,
        disclaimer="Words with a [link](/f).",
        faq=(Question(id="q", question="Question?", answer="Words [@work]."),),
        tables=(
            Table(id="t", caption="Caption", columns=columns, rows=(cells, cells), note="Note."),
        ),
        references=(work,),
        links=tuple(
            Link(id=relation, label="Link", target="/g", relation=relation)
            for relation in ("pillar", "related", "see-also", "product")
        ),
        images=(Image(id="i", file="i.png", alt="Words", caption="Caption", credit="Credit"),),
    )
