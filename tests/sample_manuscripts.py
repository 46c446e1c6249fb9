"""Articles whose bodies hold what a body may hold; made up, like all that tests are about."""

from __future__ import annotations

from dataclasses import replace

from palmetto_editor.model.csl import Name, Reference
from palmetto_editor.model.values import Article, Column, Image, Metadata, Question, Table
from sample_articles import full

BODY = """\
# Reading a beach

As @wren2019 [p. 4] and later @dunlin2001 found, **sand** tells *much*[^sand]; see
[the other page](article:tides#moon) and [@wren2019; see @shorebook, pp. 3-5; @nobody].

## Reading a beach

![Another text](bird)

1. first, with `code` and a [link][ref]
2. second
   - deeper

> [!WARNING] Mind the tide
> It comes *twice* a day.

> A plain quotation.

```python
def tide(hour: int) -> float:  # metres
    return 2.5 * hour
```

| Hour | Height | Wind | Birds |
|:-----|-------:|:----:|-------|
| 1    | 0.4 m  | SW   | [@dunlin2001] |

Term
: Its meaning.

{{< table wide >}}

## Questions

{{< faq >}}

## References

{{< references >}}

Nothing there: ![gone](nowhere), an [^unknown] note.

{{< nonsense >}}

{{< table wide >}}

[^sand]: Sand is *small* stones [@thesis].
[^idle]: Nobody asks for this.

[ref]: https://example.org/ref "A title"
"""

WIDE = Table(
    id="wide",
    caption="Heights & *winds* [@report]",
    columns=(
        Column(id="a"),
        Column(id="b", label="Height", align="right"),
        Column(id="c", label="Wind", align="center"),
    ),
    rows=(("noon", "2 m", "SW"), ("", "1 m", "**N**")),
)


def manuscript() -> Article:
    """The full article with another body: every construct, and much that cannot be shown."""
    article = full()
    answer = "### A heading\n\nIt depends.[^sand]\n\n![A plan](beach)"
    return replace(
        article,
        body=BODY,
        tables=(*article.tables, WIDE),
        faq=(*article.faq, Question(id="q 4", question="Why <that>?", answer=answer)),
    )


def plain(body: str, **parts: object) -> Article:
    """An article with a body, three references `a`, `b`, `c`, and an image `plan`."""
    return replace(
        Article(
            id="plain",
            metadata=Metadata(headline="Plain", slug="plain"),
            body=body,
            references=tuple(
                Reference(id=key, title=f"Work {key}", author=(Name(family=key.upper()),))
                for key in "abc"
            ),
            images=(Image(id="plan", file="plan.png", alt="A plan", caption="See [@c]."),),
        ),
        **parts,
    )
