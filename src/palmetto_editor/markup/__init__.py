"""Our Markdown: source text -> blocks -> safe HTML, one block at a time.

Lives here:
- `blocks`: the body as blocks, kept up with each edit; `lines` and `scan` tell what a line begins
  and where a block ends;
- `render`: one job to one `Rendered`. `builder`, `elements`, `lists`, `callouts` and `code` make
  a block an element tree, `inline`, `links` and `citations` are what stands inside a paragraph,
  `guard` refuses what would take too long, `sanitise` lets out only what a page may hold;
- `bounded`: many jobs, with a memo and a `worker` process that has a time limit.

May import: model and references, Markdown, Pygments and nh3. Numbers of citations, notes and
tables and the ids of headings are not known here: they are slots, filled by page assembly.

Start reading at `rendered`, then `render`.
"""
