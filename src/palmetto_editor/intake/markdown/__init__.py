"""Markdown with front matter to a manuscript.

- `matter`: front matter (YAML, TOML, JSON) as a bounded tree of words; `claims`: what it claims;
- `prose`: the body without its code, so that what follows changes words only;
- `shortcodes` (Hugo, Jekyll, Eleventy) with their `counterparts`, `fences` (the `:::` boxes of
  Quarto and others), `fancy` lists and `bibliography` of Pandoc, `obsidian`, `attributes`,
  `links`: the habits of systems become what our Markdown has, or are left over; `boxes` writes
  callouts;
- `pieces`: the body's blocks as Pieces.

Start at `read`. May import what `intake` may.
"""
