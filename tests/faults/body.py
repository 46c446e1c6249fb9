"""Faults of the body: its headings, and what of it no page may show."""

from __future__ import annotations

from fault_articles import plain
from faults.case import Case, in_article

CASES: dict[str, list[Case]] = {
    "body.empty": [in_article(plain(" \n"), plain(), "body", "no text")],
    "body.heading-empty": [
        in_article(plain("## \n\nText.\n"), plain("## A\n\nText.\n"), "body:0-2", "empty")
    ],
    "body.section-empty": [
        in_article(
            plain("Text.\n\n## Related\n\n## Next\n\nText.\n"),
            plain("Text.\n\n## Related\n\n### Next\n\nText.\n"),
            "body:7-17",
            "“Related”",
        ),
        in_article(
            plain("[A][a].\n\n## Last\n\n[a]: https://example.org/\n"),
            plain("[A][a].\n\n## Last\n\n[a]\n\n[a]: https://example.org/\n"),
            "body:9-16",
            "Last",
        ),
    ],
    "body.heading-level": [
        in_article(
            plain("## A\n\nText.\n\n#### B\n\nText.\n"),
            plain("## A\n\nText.\n\n### B\n\nText.\n"),
            "body:13-19",
            "use ###",
        )
    ],
    "body.too-slow": [
        in_article(plain("> " * 40 + "deep\n"), plain("> " * 4 + "deep\n"), "body:0-84", "too long")
    ],
    "body.html-removed": [
        in_article(
            plain("A <script>b</script> c.\n"),
            plain("A <strong>b</strong> c.\n"),
            "body:0-23",
            "<script>",
        )
    ],
    "body.not-shown": [
        in_article(
            plain(notice="<!-- So it is. -->\n"),
            plain(notice="So it is. <!-- Is it? -->\n"),
            "notice:0-18",
            "no notice",
        )
    ],
    "body.unsafe-link": [
        in_article(
            plain("See [tides](javascript:a).\n"),
            plain("See [tides](https:a.example).\n"),
            "body:0-26",
            "must not use",
        )
    ],
    "body.remote-image": [
        in_article(
            plain("![A heron](https://example.org/beach)\n"),
            plain("![A heron](beach)\n"),
            "body:0-37",
            "not part of the article",
        )
    ],
    "body.unsafe-image": [
        in_article(
            plain("![A heron](../beach)\n"),
            plain("![A heron](beach)\n"),
            "body:0-20",
            "“A heron”",
        )
    ],
}
