"""An article as a finished page: numbered, assembled and dressed by a theme.

Start with `page` (what a Page is) and `build.Builder`, which reads as the list of what a page is
made of: `body` keeps the body's blocks up with the typing and `texts` renders everything else;
`plan` and `arrange` decide what stands where, `flow` goes through it as a reader does: `cited`
makes its citations (`cited_text` those of one text), `numbering` counts its notes, `noting` those
of citations among them. `fill` puts both into the HTML and `assemble` the blocks together;
`problems` are what could not be shown as written. `parts`, `header`, `tables`, `faq` and
`endmatter` are the blocks around the body, `head` what precedes them, `theme` their templates.
`twin` writes the page as Markdown, `visible` says what a reader sees of it.

Everything is a pure function of immutable values; what is remembered between two builds (`kept`)
only saves time. May import `model`, `references`, `markup` and `structured`.
"""
