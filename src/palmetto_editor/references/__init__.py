"""Bibliographic items (CSL-JSON, `model.csl`): how they are read and how they are shown.

Start with `numeric.entry`, one entry of the reference list. It is made of `cited_names` (people),
`dates`, `rich` (the few tags that CSL allows in a title) and `addresses` (what an entry may link
to). `names` reads author lists as people paste them, `lines` a whole line of a reference list;
`identifiers` checks what has a check digit.
May import `model`.
"""
