"""Whether the text is easy to read. Every rule is off unless a publication asks it, and is advice.

Start with `rules`, the table; `long` looks at sentences and paragraphs, `prose` at the passive
voice and the reading ease of English, measured in `measures`, memoised by the text of a block. The
texts themselves come from `consistency.pieces`. May import `page` and below.
"""
