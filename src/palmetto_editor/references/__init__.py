"""Bibliographic items (CSL-JSON, `model.csl`): how they are read, looked up and shown.

`styles` formats entries and cites by a CSL style; `citing` cites a whole article in one: start
with `citing.entries` and `citing.clusters`. `formats` reads and writes files of references,
`lookup` asks services, `lines` reads a whole line of a reference list as people paste it (each
`line_…` a part of it) and `names` its authors. `identifiers` and `addresses` know identifiers and
where they lead, `rich` the few tags that CSL allows in a title, `cited_names` whom a sentence
names, `journals` and `pages` what a journal is called and which pages run backwards; `embedded` is
a reference within a page. May import `model`.
"""
