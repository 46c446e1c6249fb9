"""Asking libraries of the web for a work's record: only when the writer asks.

Start with `look`, which looks up one work or many; `asking` says which service is asked for what.
`crossref`, `pubmed`, `datacite` and `open_library` each know one service, `client` is the one door
to the network. `found` has the values; `compare` shows a record beside the writer's, takes fields
of it and marks a reference as verified. May import the model, `references` and its `formats`.
"""
