"""The files in which reference managers keep and exchange records: read, and written.

`read` finds out the encoding (`decoding`) and the format (`detect`; `mixed` where one text holds
several) and hands the text to the module of that format:
`bibtex` (with `bib_entries`, `bib_values` and `bib_fields`, and `latex` for what stands in its
fields), `ris`, `nbib`, `csl_json`, `endnote`, `free_text`. All of them fill a `making.Making` for
each record.
`write` gives BibTeX, RIS and CSL-JSON. Every record of a source is given or refused with a reason
(`references.imported`). May import the model and `references`.
"""
