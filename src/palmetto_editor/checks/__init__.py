"""What is wrong with an article, and whether page, markup and source agree.

Start with `rules`, the table of all rules, and `check`, which asks them, after an edit only those
that read what changed. Rules are short pure functions in a file for each part of the article
(`metadata`, `dates`, `people`, …) or a package for each larger matter: `traps` of the Markdown,
`consistency` of the parts, `readability`, `contrast`, `graph` (finished pages, and what of them is
the writer's to mend). `families` has what is not known as a rule beforehand: the page's own faults,
some of which `fault_fixes` can mend, and the packs of claim rules in `claims`. `sentences` and
`shown` read a text as its reader does, `prose` block by block.

`chosen` is what a publication asks for, `dismissals` what a writer lets stand, `abouts` why each
rule is asked. A new rule is a function and a row of the table, a reason in `resources/rules/`, and
a fault with its sound neighbour in `tests/faults/`.

`parity` is the other door: it reads a finished page and its markup back from their bytes and
compares them with the article and with each other, by the tables in `readers`. `finding` is what
both give. May import `page` and everything below it.
"""
