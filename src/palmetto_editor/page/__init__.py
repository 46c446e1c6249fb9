"""An article as a finished page: numbered, assembled and dressed by a theme.

Start with `page` (what a Page is) and `build.Builder`, which reads as the list of what a page is
made of. `body` keeps the body's blocks up with the typing, `texts` renders everything else;
`plan` decides what stands where, `numbering` counts citations and notes in that order, `fill`
puts the numbers into the HTML; `parts` and `endmatter` are the blocks around the body and `theme`
their templates. `twin` writes the page as Markdown, `visible` says what a reader sees of it.

Everything is a pure function of immutable values; what is remembered between two builds (`kept`)
only saves time. May import `model`, `references`, `markup` and `structured`.
"""
