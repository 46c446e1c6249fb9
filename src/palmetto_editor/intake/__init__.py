"""Foreign text and pages become an article, with what was recovered and what disagrees.

Start with `read` (a source becomes a Draft). Three steps, each a folder: a reader (`html`, `text`,
`markdown`, `docx`) turns its format into a `manuscript`: the words in order, nothing decided, and
what is claimed about them; `recognise` finds an article's parts in it; `disagree` compares the
claims of the page, its head and its markup with each other. `own` reads pages that we exported.
May import everything below `session`; nothing here asks the network for anything.
"""
