"""The window: the only place that knows Qt.

Start with `window` (what stands where), then `pane` (build, show, send) and `binding` (how one
widget and one Place stay equal). `panes/` holds a form for each part, `preview/` the finished
page and its JSON-LD, `widgets/` what panes are made of, `dialogs/` the questions.
"""
