"""What `palmetto` does, one module for each command, each imported only when it is asked for.

Start with `palmetto_editor.cli`, which reads the command line. `opening` turns an argument into
an article, `report` writes findings, `terminal` shows how far long work is. `check` has helpers of
its own: `walking` finds what to look at, `looking` looks at one path (`looked` is what comes out,
`once` takes from it what is told twice), `processes` at many, `together` compares them, `sarif`
and `html_report` tell of them.

May import `session` and everything below it; never `ui`, never Qt.
"""
