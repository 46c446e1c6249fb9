"""Asking libraries of the web for a work's record: only when the writer asks.

`found` has the values, `client` the one door to the network, a module for each service; `compare`
shows a record beside the writer's. May import the model and `references`. Start with `found`.
"""
