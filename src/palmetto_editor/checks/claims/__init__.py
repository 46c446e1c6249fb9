"""Claim rules: what a page says of effects, doses and safety, by packs of rules that are data.

A pack is TOML (`docs/packs.md`): rules with phrases (`phrases`, whose `{words}` take all forms that
`inflect` makes) and regexes (`patterns`, which RE2 matches in linear time). `decode` reads one
(`fields` by type, `rule_tables` rule by rule, `making` its patterns, which it bounds), `shipped`
finds those at hand and tells which are in force. `scan` matches a text by itself, with
`negation` and quotation understood, and remembers it; `passages` are the texts of an article with
what stands around them, and `reporting` weighs each match by that: a citation, a model, the kind of
section. `fixes` offers evidence or deletion, never other words for the same claim.
"""

from palmetto_editor.checks.claims.decode import decode
from palmetto_editor.checks.claims.reporting import findings
from palmetto_editor.checks.claims.shipped import Offered, in_force, load, offered

__all__ = ["Offered", "decode", "findings", "in_force", "load", "offered"]
