"""The Problems panel: what the checks found, why it matters, and what can be done about it.

`rows` sorts findings into groups and lets a filter choose among them; `model` gives them to Qt's
view and changes only the rows that differ; `detail` explains the chosen one and has the buttons;
`panel` puts them together. `names` says where a place is in a writer's words, in the body with the
heading that `sections` finds above it. `order` is the order
in which F8 walks, `spot` the place at which the writer is, and `offers` the menu that Ctrl+. opens
there. The panel only shows and tells: what is done is done by `ui.problems_desk`.
"""

from palmetto_editor.ui.problems.panel import Problems
from palmetto_editor.ui.severities import COLOURS, GRAVITY, summary

__all__ = ["COLOURS", "GRAVITY", "Problems", "summary"]
