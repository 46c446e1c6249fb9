"""One pane for each part of the article. A pane knows the session and no other pane.

Imports what `ui` has (`pane`, `binding`, `style`, `widgets`); only `ui.stack` imports panes.
"""
