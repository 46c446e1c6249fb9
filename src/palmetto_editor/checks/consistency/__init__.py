"""Whether the parts of an article say the same: text, short answer, tables, questions, notices.

Start with `rules`, the table. `pieces` gives the article's texts with their names, `said` reads one
text as sentences (what each cites, counts and speaks of) and is memoised by text, so that after a
key only the block that was typed in is read again. The rules join what was read: `rows` and
`kinds` compare tables with the text, `numbers` a number with the same one elsewhere, `counts` a
list with the number that announces it, `promises` what is pointed to with what is there, and
`denials` the notices with what the text affirms.

What they compare are words of English; an article in another language is left alone. They would
rather miss a contradiction than see one where there is none. May import `page` and below.
"""
