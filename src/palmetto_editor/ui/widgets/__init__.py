"""What panes are made of: inputs, lists and editors that show a place and send edits.

A form: `forms` (scrolling sheet, rows, cards), `labels` (words around an input), `fields` (the
bound inputs of one thing), `nested` (a value that may be missing), `ident` (an id).
A list of items: `item_source` (where the items are), `item_model`, `item_row`, `item_view`,
`item_bar`, and `item_list`, which puts them together; `list_form` is a list with a form in a form,
of which `people`, `topics` and `names` are made.
Inputs: `chips`, `lines`, `prose`, `moment`, `csl_date`, `tag_box`, `counter`, and
`markdown_edit`, the editor of all Markdown.
Knows the session and no pane. Start with `fields`, then `item_list`.
"""
