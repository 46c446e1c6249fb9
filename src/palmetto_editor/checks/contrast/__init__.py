"""Whether the words of a page stand out from their ground, by WCAG 2.2, in light and in dark.

`rules` asks it of the CSS in the page's head. `specimen` is a page with each thing that a theme
dresses, `cascade` gives every element of it the colours that a browser would, `colours` measures
them. What a state or a pseudo-element looks like is not asked, links that were visited apart. May
import `page` and what lies below it, tinycss2 and selectolax.
"""
