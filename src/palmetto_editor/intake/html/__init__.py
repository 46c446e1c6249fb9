"""Pages become manuscripts: the article among the site's chrome, and what the page claims.

Start with `read`, which does these steps in this order:
- claims: `head`, `scripts` (JSON-LD), `microdata`, and later `shown` (what readers see);
- the tree is bounded (`tree`), rewritten (`office`, `openable`) and rid of what is not shown
  (`hidden`);
- `root` finds the article by evidence and by how much its elements say (`measure`);
- `chrome` and `outside` take out the site's parts, by the names in `vocabulary`, into `leavings`;
- `addresses`, `tidy`, `images`, `code`, `notes` (with `notemarks`, `citemarks`) put elements as a
  text means them;
- `blocks` walks what is left once: `leaves` are elements that are one piece, `boxes` hold pieces,
  `named` are known by their names; `tables` and `cells`, `figures`, `cards` read what is special.
`spell` (with `spell_*`) is on its own: any element as our Markdown. May import `structured.wild`,
`markup` (the package's own rules of Markdown) and the manuscript; nothing here asks the network.
"""
