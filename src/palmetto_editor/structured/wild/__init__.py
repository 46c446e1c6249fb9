"""JSON-LD as it is found in the wild: mended, read, and what was mended told.

Start with `read.read`: a text becomes a `found.Found`, the values and all that there is to say
about the reading. What is strict JSON is read by the standard library and nothing is told. The rest
is for `mend`, which is imported then, and its `reader`, which never gives up: `gaps` passes over
what JSON knows not, `quotes` decides where a string ends, `marks` holds the patterns that tell
structure from prose, `memory` what was looked for in vain. `nodes` looks at values as JSON-LD: one
flat list of nodes, names without prefixes (`context`), references resolved; `article` tells which
of them is the article.

Every step is iterative and the work is in proportion to the length, so that no text is too deep
or too long. May import the standard library and, as all of `structured`, what is below it.
"""
