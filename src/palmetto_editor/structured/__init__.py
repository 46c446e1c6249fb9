"""The article as schema.org JSON-LD: pure functions from values to one `@graph`.

Start with `graph.build`, which reads as the list of what a page is made of; `site` says how ids
and addresses are made, `people`, `works`, `topics`, `images`, `faq` and `trail` make the nodes,
`text.dump` writes them. `shapes` plans the files in which the lead image is offered. `sound` tells
what is wrong with any graph, ours or not. Which texts are valid at all say `dates`, `language` and
`addresses`: page and checks ask them too.
May import `model`, `references` and `markup`. Where the rules come from stands beside each rule:
schema.org 30.1, Google's feature pages, JSON-LD 1.1 (all read on 2026-11-22).
"""
