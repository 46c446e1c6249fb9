"""The files in which reference managers keep and exchange records: read, and written.

`read` finds out the format and reads it; a module for each format. Every record of a source is
given or refused with a reason (`references.imported`). May import the model and `references`.
"""
