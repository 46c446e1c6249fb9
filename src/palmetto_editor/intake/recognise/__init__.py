"""A manuscript becomes an article: small recognisers, each takes what it knows, in a stated order.

Start at `article.recognise`. A recogniser is a pure function over the pieces: it gives a
`parts.Taken`, what it found and the pieces that it left, with a mark where it took something. The
order: `front` (headline, trail, byline, dates, tags), `furniture` (contents lists, share bars),
`empty` (headings with nothing under them), `notice`, `short`, `listed` (the references),
`related`, the disclaimer, `faq`, `tables`, `figures`, then `callouts`, `body` and `citations` for
all that is left; `metadata` puts the claims together.
`words` holds the phrases by which parts are known; class names and roles count beside them.

Order of trust: what the page shows (and a Markdown file's front matter, which is its page), then
JSON-LD, then the head, then the file around it. What comes later fills gaps and replaces nothing.
Questions that only a FAQPage in the markup has are not put into the article, for no reader of the
page sees them: they stay claims. Those of front matter are taken where the text has none.

No word is lost: what was taken and not used is a Leftover with its reason, what is not recognised
stays in the body, and `audit` looks for words that escaped. May import what `intake` may.
"""
