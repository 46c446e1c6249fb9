"""What is wrong with an article, and whether page, markup and source agree.

Start with `rules`, the table of all rules, and `check`, which asks them, after an edit only those
that read what changed: rules are short pure functions in a file for each part of the article
(`metadata`, `dates`, `people`, …), each gives the places where it is broken. What only the
rendering knows comes from the page's own faults, some of which `fault_fixes` can mend. `chosen` is
what a publication asks for, `dismissals` what a writer lets stand, `abouts` why each rule is asked.
`parity` is the other door: it reads a finished page and its markup back from their bytes and
compares them with the article and with each other, by the tables in `readers`. `finding` is what
both give. May import `page` and everything below it.
"""
