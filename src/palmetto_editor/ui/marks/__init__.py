"""Marks: the findings of the newest article, shown where they are.

Start with `marks`: it is given the findings, hands each pane its own, and says which are at the
cursor. `pane_marks` maps a finding's Place to what the pane shows of it: rows of lists, cells of a
grid, inputs. `inputs` finds the input of a place and the label above it; `text_marks` underlines
words in editors and draws signs in their margin, `gutter` is that margin in the editors of forms,
`line_marks` underlines in lines of one, `badge` puts a sign behind a label. The look of a mark is
in `widgets.mark`, which rows, cells and chips draw.

Only the pane that is seen is marked; words stay marked while they are typed around, since Qt moves
text cursors along. Imports what `ui` has and `widgets`; panes do not know of it.
"""
