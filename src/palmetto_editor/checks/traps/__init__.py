"""Markdown that is not what it looks like: marks that the page shows, words that it drops.

Start with `rules`, then `survey`: each block of each text is looked at once and remembered, by
`detect`, which asks the functions of the modules beside it. They see a passage as the renderer
read it (`trap.Spot`, from `markup.loose`) or a block with its place (`markup.passages.Part`), so a
trap is found where the page shows a mark or loses words, and nowhere else. `texts` has what can be
told of a whole text alone, `fields` the texts that are not Markdown. May import `markup`, `page`
and what lies below them.
"""
