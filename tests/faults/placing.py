"""Faults that only the rendering knows: shortcodes, citations and notes of nothing."""

from __future__ import annotations

from dataclasses import replace

from fault_articles import GOOD, cited, more, plain, question, span, table
from faults.case import Case, in_article
from palmetto_editor.model.publication import Citations
from sample_articles import publication

HOME = publication()

CASES: dict[str, list[Case]] = {
    "shortcode.unknown": [
        in_article(
            more("{{< questions >}}"),
            more("{{< faq >}}"),
            span("{{< questions >}}"),
            "no shortcode",
        )
    ],
    "shortcode.unknown-item": [
        in_article(
            more("{{< figure beech >}}"),
            more("{{< figure beach >}}"),
            span("{{< figure beech >}}"),
            "there is none",
        ),
        in_article(
            more("{{< faq all >}}"),
            more("{{< faq >}}"),
            span("{{< faq all >}}"),
            "takes nothing",
        ),
    ],
    "shortcode.empty": [
        in_article(
            plain("Text.\n\n{{< faq >}}\n"),
            plain("Text.\n\n{{< faq >}}\n", faq=question().faq[-1:]),
            "body:7-18",
            "is empty",
        )
    ],
    "shortcode.repeated": [
        in_article(
            more("{{< faq >}}\n\n{{< faq >}}"),
            more("{{< faq >}}\n\n{{< references >}}"),
            span("{{< faq >}}", after=13),
            "more than once",
        )
    ],
    "shortcode.misplaced": [
        in_article(
            replace(GOOD, notice="Text.\n\n{{< faq >}}"),
            replace(more("{{< faq >}}"), notice="Text."),
            "notice:7-18",
            "nowhere else",
        )
    ],
    "shortcode.unplaced": [
        in_article(replace(table(), body=GOOD.body), table(), "tables[t]", "{{< table t >}}")
    ],
    "citation.undefined": [
        in_article(
            cited("So it is [@wren2019]; so [@wrenn2019].\n"),
            cited("So it is [@wren2019]; so [@wren2019].\n"),
            "body:26-36",
            "wrenn",
        )
    ],
    "citation.style": [
        in_article(
            GOOD,
            GOOD,
            "publication.citations.style",
            "default style",
            shared=replace(HOME, citations=Citations(style="own", csl="<style")),
            neighbour_shared=replace(HOME, citations=Citations(style="apa")),
        )
    ],
    "note.undefined": [
        in_article(
            plain("Text.[^b]\n\nMore.[^a]\n\n[^a]: Note.\n"),
            plain("Text.[^a]\n\nMore.[^a]\n\n[^a]: Note.\n"),
            "body:5-9",
            "[^b]",
        )
    ],
    "note.repeated": [
        in_article(
            plain("Text.[^a]\n\n[^a]: One.\n\n[^a]: Two.\n"),
            plain("Text.[^a][^b]\n\n[^a]: One.\n\n[^b]: Two.\n"),
            "body:23-33",
            "twice",
        )
    ],
    "note.unused": [
        in_article(
            plain("Text.\n\n[^a]: Note.\n"),
            plain("Text.[^a]\n\n[^a]: Note.\n"),
            "body:7-18",
            "not shown",
        )
    ],
    "reference.uncited": [
        in_article(
            replace(cited("Text.\n"), short_answer="They follow the water."),
            cited("Text.\n"),
            "references[wren2019]",
            "Nothing cites",
        )
    ],
}
