"""Traps of Markdown: what the page shows otherwise than it was meant."""

from __future__ import annotations

from dataclasses import replace

from fault_articles import GOOD, cited, plain, question
from faults.case import Case, in_article

SO = "So it is"


def _case(broken: str, neighbour: str, span: tuple[int, int], words: str, *beside: str) -> Case:
    """A fault in the body of a plain article, at these characters."""
    place = f"body:{span[0]}-{span[1]}"
    return in_article(plain(broken), plain(neighbour), place, words, beside=beside)


def _cited(broken: str, neighbour: str, span: tuple[int, int], words: str) -> Case:
    place = f"body:{span[0]}-{span[1]}"
    return in_article(cited(broken), cited(neighbour), place, words)


CASES: dict[str, list[Case]] = {
    "markdown.emphasis": [
        _case("It is **so here.\n", "It is **so** here.\n", (6, 16), "nothing ends"),
        _case("It is **so* here.\n", "It is *so* here.\n", (6, 17), "asterisk;"),
        _case("It is so** here.\n", "It is 2 ** 3 here.\n", (6, 10), "nothing begins"),
        _case("- It *is so.\n", "- It * is so.\n", (5, 12), "“*is so.”"),
    ],
    "markdown.emphasis-blank": [
        _case("It is ** so ** here.\n", "It is **so** here.\n", (6, 14), "a blank parts"),
        _case("**Note:**It is so.\n", "**Note**: It is so.\n", (0, 9), "touch a word"),
        _case("It *is * so.\n", "It 2 * 3 * 4.\n", (3, 8), "“*is *”"),
    ],
    "markdown.code-mark": [
        _case("It is `so.\n", "It is `so`.\n", (6, 10), "backtick"),
        _case("It isn`t so.\n", "It isn’t so.\n", (6, 7), "no apostrophe"),
    ],
    "markdown.link-split": [
        _case(
            "See [tides] (https://example.org/).\n",
            "See [tides](https://example.org/).\n",
            (4, 34),
            "what parts",
        )
    ],
    "markdown.link-broken": [
        _case("See [tides](/a b).\n", "See [tides](/a%20b).\n", (4, 17), "%20"),
        _case("See [tides](/a “b”).\n", 'See [tides](/a "b").\n', (4, 19), "straight"),
        _case("See [tides](/a, so.\n", "See [tides](/a), so.\n", (4, 14), "close it"),
    ],
    "markdown.link-reversed": [
        _case(
            "See (tides)[https://example.org/].\n",
            "See [tides](https://example.org/).\n",
            (4, 33),
            "goes in [ ]",
        )
    ],
    "markdown.link-undefined": [
        _case(
            "See [tides][t] and [u].\n\n[u]: /u\n",
            "See [tides][u] and [u].\n\n[u]: /u\n",
            (4, 14),
            "defines [t]",
        )
    ],
    "markdown.definition-unused": [
        _case("See tides.\n\n[t]: /tides\n", "See [t].\n\n[t]: /tides\n", (12, 23), "“[t]”"),
        _case("- So.\n- [t]: /tides\n", "- [t] so.\n- [t]: /tides\n", (8, 19), "write \\["),
    ],
    "markdown.definition-twice": [
        _case(
            "See [t].\n\n[t]: /a\n[t]: /b\n",
            "See [t] [u].\n\n[t]: /a\n[u]: /b\n",
            (18, 25),
            "only the first",
        )
    ],
    "markdown.bare-url": [
        _case("See https://example.org/a.\n", "See <https://example.org/a>.\n", (4, 25), "link"),
        _case("See www.example.org now.\n", "See [it](/www.example.org).\n", (4, 19), "www."),
    ],
    "markdown.citation-unclosed": [
        _cited("So [@wren2019, p. 3.\n", "So [@wren2019, p. 3].\n", (3, 19), "no ]"),
        _cited("So @wren2019].\n", "So [@wren2019].\n", (3, 13), "no ["),
    ],
    "markdown.citation-comma": [
        _cited("So [@wren2019, @wren2019].\n", "So [@wren2019; @wren2019].\n", (3, 25), "with ;")
    ],
    "markdown.citation-round": [
        _cited("So (@wren2019).\n", "So [@wren2019].\n", (3, 14), "[@wren2019]"),
        _cited("So (@wren2019; @wren2019).\n", "So (see @wren2019).\n", (3, 25), "; @wren2019]"),
    ],
    "markdown.citation-without-at": [
        _cited("So [wren2019].\n", "So [wren2020].\n", (3, 13), "write [@wren2019]"),
    ],
    "markdown.citation-in-alt": [
        _cited(
            "So it is. ![As @wren2019](beach)\n",
            "So it is. ![Larks](beach) As @wren2019.\n",
            (15, 24),
            "alternative text",
        ),
    ],
    "markdown.citation-in-link": [
        _cited(
            "So [as @wren2019](https://example.org/x) says.\n",
            "So [as [@wren2019]](https://example.org/x) says.\n",
            (7, 16),
            "words of a link",
        ),
        _cited(
            "So [@wren2019](https://example.org/x).\n",
            "So [@wren2019] (https://example.org/x).\n",
            (4, 13),
            "words of a link",
        ),
    ],
    "markdown.citation-joined": [
        _cited("So it ends.@wren2019 says.\n", "So it ends. @wren2019 says.\n", (10, 20), "stop"),
        _cited("Larks and/or/@wren2019.\n", "Larks and--@wren2019.\n", (12, 22), "slash"),
    ],
    "markdown.citation-number": [_cited("So [1].\n", "So [2].\n", (3, 6), "typed by hand")],
    "markdown.shortcode": [
        in_article(
            plain("{{ faq }}\n", faq=GOOD.faq[1:]),
            plain("{{< faq >}}\n", faq=GOOD.faq[1:]),
            "body:0-9",
            "as typed",
        ),
        in_article(
            plain("See {{< faq >}} here.\n", faq=GOOD.faq[1:]),
            plain("See `{{< faq >}}` here.\n", faq=GOOD.faq[1:]),
            "body:4-15",
            "line of its own",
        ),
        in_article(
            plain("- {{< faq >}}\n", faq=GOOD.faq[1:]),
            plain("- A\n\n{{< faq >}}\n", faq=GOOD.faq[1:]),
            "body:2-13",
            "another block",
        ),
    ],
    "markdown.table-shape": [
        _case("| a | b |\n| c | d |\n", "| a | b |\n|---|---|\n| c | d |\n", (0, 9), "missing"),
        _case(
            "| a | b |\n|---|\n| c | d |\n",
            "| a | b |\n|---|---|\n| c | d |\n",
            (0, 9),
            "2 cells",
        ),
    ],
    "markdown.table-swallows": [
        _case(
            "| a | b |\n|---|---|\n| c | d |\nSo.\n",
            "| a | b |\n|---|---|\n| c | d |\n\nSo.\n",
            (30, 33),
            "“So.”",
        )
    ],
    "markdown.row-short": [
        _case(
            "| a | b |\n|---|---|\n| c |\n",
            "| a | b |\n|---|---|\n| c | |\n",
            (20, 25),
            "1 cell for 2",
        )
    ],
    "markdown.row-long": [
        _case(
            "| a | b |\n|---|---|\n| c | d | e |\n",
            "| a | b |\n|---|---|\n| c | d \\| e |\n",
            (20, 33),
            "drops “e”",
        )
    ],
    "markdown.heading-space": [
        _case("##One\n\nText.\n", "## One\n\nText.\n", (0, 5), "after the ##"),
        _case("#One\n\nText.\n", "#1\n\nText.\n", (0, 4), "after the #"),
    ],
    "markdown.heading-by-rule": [
        _case("It is so.\n---\n\nText.\n", "It is so.\n\n---\n\nText.\n", (0, 9), "a heading")
    ],
    "markdown.heading-one": [
        _case(
            "# One\n\nText.\n\n## Two\n\nText.\n",
            "## One\n\nText.\n\n### Two\n\nText.\n",
            (0, 5),
            "one # more",
        )
    ],
    "markdown.indented-code": [
        _case(
            "    It is so on every day of the year.\n",
            "    it = is(so)  # on every day\n",
            (0, 38),
            "code",
        )
    ],
    "markdown.fence-open": [
        _case("```\na\n\nText.\n", "```\na\n```\n\nText.\n", (0, 3), "Nothing ends")
    ],
    "markdown.bullet-sign": [_case("• one\n• two\n", "- one\n- two\n", (0, 11), "hyphen")],
    "markdown.list-space": [
        _case("-one\n-two\n", "- one\n- two\n", (0, 9), "each -"),
        _case("1.One\n2.Two\n", "1. One\n2. Two\n", (0, 11), "each number"),
    ],
    "markdown.list-number": [
        _case("1999. It was so.\n", "1999\\. It was so.\n", (0, 5), "one item")
    ],
    "markdown.list-swallows": [
        _case(
            "- a bird\n- a crab\n- The following sections tell more.\n",
            "- a bird\n- a crab\n\nThe following sections tell more.\n",
            (18, 53),
            "last item",
        )
    ],
    "markdown.quote-swallows": [
        _case("> It is so.\nThis we saw.\n", "> It is so.\n\nThis we saw.\n", (12, 24), "quote"),
        _case("> [!NOTE] So\nThis we saw.\n", "> [!NOTE] So\n> This we saw.\n", (13, 25), "quote"),
    ],
    "markdown.callout-kind": [
        _case("> [!NOET] So\n> it is.\n", "> [!NOTE] So\n> it is.\n", (4, 8), "“NOTE”"),
    ],
    "markdown.callout-shape": [
        _case("[!NOTE] So it is.\n", "> [!NOTE] So it is.\n", (0, 7), "begin a quote"),
        _case("> [! NOTE] So\n> it is.\n", "> [!NOTE] So\n> it is.\n", (2, 10), "as typed"),
    ],
    "markdown.html-lost": [
        _case("Add <insert name> here.\n", "Add \\<insert name> here.\n", (4, 17), "vanishes"),
        _case("Add </name> here.\n", "Add </ name> here.\n", (4, 11), "vanishes"),
        _case("It <font>is</font> so.\n", "It <em>is</em> so.\n", (3, 9), "left out"),
        _case("<foo>\nIt is so.\n</foo>\n", "<div>\nIt is so.\n</div>\n", (0, 5), "vanishes"),
        _case("<div it is so.\n", "<div title='a < \"b'>It is so.</div>\n", (0, 14), "vanishes"),
        _case("<!so it is.>\n", "<!-- so it is -->\n\nIt is.\n", (0, 12), "vanishes"),
    ],
    "markdown.comment-open": [
        _case(
            "Text.\n\n<!-- so\n\nMore.\n", "Text.\n\n<!-- so -->\n\nMore.\n", (7, 14), "with -->"
        ),
        _case("So <!-- it\nis.\n", "So <!-- it\nis. -->\n", (3, 10), "as typed"),
    ],
    "markdown.escaped": [
        _case("It \\*\\*is\\*\\* so.\n", "It **is** so \\*.\n", (3, 13), "backslash"),
        _case("See \\[it\\](/so).\n", "See [it](/so).\n", (4, 15), "backslash"),
    ],
    "markdown.unknown-mark": [
        _case("It ==is== so.\n", "It `==is==` so.\n", (3, 9), "<mark>"),
        _case("Of H~2~O.\n", "Of H<sub>2</sub>O.\n", (4, 7), "<sub>"),
        _case("Of x^2^.\n", "Of x^2.\n", (4, 7), "<sup>"),
        _case("See [[tides]].\n", "See [tides](article:tides).\n", (4, 13), "a wiki"),
        _case("## So {#so}\n\nText.\n", "## So\n\nText.\n", (6, 11), "attribute"),
        _case("::: note\nIt is so.\n:::\n", "> [!NOTE]\n> It is so.\n", (0, 8), "division"),
        _case("It is $\\alpha^2$.\n", "It is $5 and $6.\n", (6, 16), "formula"),
        _case("It is \\emph{so}.\n", "It is *so*.\n", (6, 15), "LaTeX"),
        _case("[TOC]\n\nText.\n", "Text.\n", (0, 5), "contents"),
        _case("So.^[It is.]\n", "So.[^a]\n\n[^a]: It is.\n", (3, 5), "inline note"),
        _case("It is.\\nSo.\n", "It is.\nSo.\n", (6, 8), "line end"),
        _case("- [ ] so\n- it\n", "- so\n- it\n", (2, 5), "a task"),
    ],
    "markdown.plain-field": [
        in_article(
            question(question="Is it *so*?"),
            question(question="Is it so?"),
            "faq[new].question:6-10",
            "plain text",
        ),
        in_article(
            replace(GOOD, metadata=replace(GOOD.metadata, headline="Tides &amp; winds")),
            replace(GOOD, metadata=replace(GOOD.metadata, headline="Tides & winds")),
            "metadata.headline:6-11",
            "“&amp;”",
        ),
        in_article(
            replace(
                GOOD,
                references=(
                    replace(GOOD.references[0], container_title="*Shores*"),
                    *GOOD.references[1:],
                ),
            ),
            replace(
                GOOD,
                references=(
                    replace(GOOD.references[0], container_title="<i>Shores</i>"),
                    *GOOD.references[1:],
                ),
            ),
            "references[wren2019].container-title:0-8",
            "asterisks",
        ),
    ],
    "markdown.front-matter": [
        _case(
            "---\ntitle: So\n---\n\nText.\n", "---\n\nTitle: So\n\n---\n\nText.\n", (0, 18), "head"
        )
    ],
    "text.garbled": [
        _case("It isnâ€™t so.\n", "It isn’t so.\n", (6, 9), "wrongly"),
        _case("It is at a cafÃ©.\n", "It is at a café.\n", (14, 16), "wrongly"),
    ],
}
