"""A text whose notes look back at the notes before them, in pandoc's syntax and ours."""

from __future__ import annotations

TEXT = """
One [@a]. Again [@a]. A page [@a, p. 3]. The same page [@a, p. 3]. Without it [@a]. Another [@b].
Back [@a]. A note of words.[^words] Behind it [@a].

Two [@b; @a]. One of them [@b]. Twice in one [@a; @a, p. 4]. Then alone [@a]. A third [@c].
With brackets.[^mine] Behind them [@c].

Far from its first [@m1] [@m2] [@n] [@c2] [@doi] [@c, p. 2]. Words again.[^more] So far [@b, p. 7].
Words of a cite in them.[^cites] Behind that [@m2, pp. 5-7].

@b says so. And @b [p. 3] again, see [see @b, p. 3].

[^words]: Nothing is cited here.

[^mine]: As told before [@a, p. 9; @c].

[^more]: Nothing here either.

[^cites]: First [@m2].
"""
# By language, suffixes with the words for a locator that its writers use.
WORDS = {
    "de": ("S. 3", "Seiten 3-5", "Kap. 4", "Kapitel 4", "Abs. 2", "Bd. 2", "Anm. 2", "Z. 4"),
    "fr": ("p. 3", "pages 3-5", "chap. 3", "chapitre 4", "paragr. 2", "col. 2", "fᵒ 4", "ligne 4"),
    "es": ("p. 3", "páginas 3-5", "cap. 3", "párr. 2", "n.º 4", "línea 4", "vol. 2", "sección 2"),
    "sv": ("s. 3", "sidorna 3", "kap. 4", "rad 4", "avs. 2", "figur 2", "nr 4", "stycke 4"),
    "ru": ("с. 3", "страница 3", "гл. 4", "рис. 2", "т. 2", "разд. 4", "прим. 3", "п. 4"),
}
