"""Citations of a whole article in a style: what stands in each bracket, and what it links to.

`count` goes through the texts, `works` orders and numbers what is cited and `apart` tells works
apart that read alike. `clusters` makes the HTML of one bracket: of `units`, by `numbered` or
`worded`, with its `locators` (by the words of `labels`) and `positions`. `entries` is what the
list shows. May import the model, `references` and `references.styles`. Start with
`clusters.shown`.
"""
