"""What panes are made of: inputs, lists and editors that show a place and send edits.

A form: `forms` (scrolling sheet, rows, cards), `labels` (words around an input), `fields` (the
bound inputs of one thing), `nested` (a value that may be missing), `ident` (an id).
A list of items: `item_source` (where the items are), `item_model`, `item_row`, `item_view`,
`item_bar`, and `item_list`, which puts them together; `list_form` is a list with a form in a form,
of which `people`, `topics` and `names` are made.
Inputs: `chips`, `lines`, `prose`, `moment`, `csl_date`, `tag_box`, `counter`.
Markdown: `markdown_edit` is the editor; its commands are pure functions of a `passage`
(`inline_commands`, `line_commands`), its colours come from `markdown_spans` by way of
`highlighter`, its citations from `citation_search` by way of `completer`; `markdown_tools` is the
row of buttons.
A table's cells: `grid` puts together `grid_view` (keys; on `grid_table` and `grid_widths`),
`grid_cell`, `grid_header`, `grid_model`, and `grid_commands`, which make the edits;
`grid_clipboard` reads spreadsheets.
`mark` is how findings look where they are: rows, cells and chips draw it, the rest is `ui.marks`.
Knows the session and no pane. Start with `fields`, then `item_list`.
"""
