"""Markdown with front matter to a manuscript.

- `matter`: front matter (YAML, TOML, JSON) as a bounded tree of words; `claims`: what it claims;
- `prose`: the body without its code, so that what follows changes words only;
- `shortcodes` (Hugo), `liquid` (Jekyll, Eleventy), `obsidian`, `fences` (Quarto's and other
  systems' `:::` boxes), `links`: their habits become what our Markdown has, or are left over;
- `pieces`: the body's blocks as Pieces.

Start at `read`. May import what `intake` may.
"""
