"""Plain text to a manuscript, as a copied page gives it.

What a page shows by type and space is gone from its text: here it is guessed again from the shape
of lines, their order and their repetition. Every guess keeps the words; what was changed (cells
told apart, a paragraph freed from a list) is told as a Mending.

- `lines`: the text's lines; `shapes`: what one line may be;
- `wrapping`: whether lines were broken at a column, and which of them belong together;
- `blocks`: runs of lines (`block` is their value), with `lists`, `tables` and `glued` for theirs;
- `front`: the site's banner, the headline and what stands around it; `levels`: the headings;
- `tags`: tags run together; `spelling`: words as our Markdown; `pieces`: blocks as Pieces.

Start at `read`. May import what `intake` may; nothing here knows HTML.
"""
