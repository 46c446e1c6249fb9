"""What an article is: frozen values, places, edits. Standard library only.

Start with `values` (the Article), then `places` (addresses in it) and `edits` (how it changes).
`csl` holds a bibliographic item, `grid` what a table editor does, `publication` what articles
share; `naming` proposes slugs, keys and ids, `renaming` changes one in all texts, `search`
finds words and replaces them there. Imports nothing of the project.
"""
