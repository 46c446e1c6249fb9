"""Citation styles (CSL 1.0.2): the shipped ones, those that a writer adds, and their engine.

`style` loads one and formats entries and citations with it; `seam` is the one place where what
citeproc-py does differently from the specification is mended. May import the model and
`references`. Start with `style`.
"""
