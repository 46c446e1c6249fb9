"""Where a source contradicts itself: each rule compares two sides, or the page with itself.

Lives here: `rules` (the table, and `find`, which asks every rule); `words` says when two texts are
the same, `names` when two people are, `dates` when two dates are; `sides` looks at a draft by side;
the other modules hold the rules, each for one part of the article. A rule is a function from
`Sides` to the disagreements it finds; it says nothing where it cannot know. Claims that differ
only in white space, entities, typographic marks, a site's name behind a title, a person's titles
or the precision of a date do not disagree.

May import what `intake` may. Start reading at `rules`.
"""

from palmetto_editor.intake.disagree.rules import find

__all__ = ["find"]
