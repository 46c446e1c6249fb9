"""Pages that we exported come back as the article that they were made from.

Start with `read`. `sheet` takes the page apart by its elements, `marks` and `prose` make Markdown
of its HTML again (`older` what earlier versions exported), `metadata` and `people` read header and
head, `parts` questions, tables, links and images, `works` the references, whose CSL-JSON stands
beside their entries. May import what `intake` may, and of it `draft`, `manuscript`, `markup` and
`html.spell`.

Article -> page -> article is the same article, and the second page is the first byte for byte, but
for what neither page nor head nor graph shows. That is:

- the article's id where the page has an address; dismissed findings;
- the slug where an address is typed, or where there is no address; a typed address that is what
  the slug gives anyway, or that is none; a title that is the headline; a language that is no tag;
  a second date that is the first and no date;
- white space that is folded; empty and repeated keywords; topics without a name;
- of authors and reviewers: those without a name, addresses that are none of the web, a job title
  or an ORCID of an organisation, an ORCID that is none; and, where one name is borne by several
  among publisher, authors and reviewers, whose the addresses are;
- ids of links and columns, of questions without words, of images that stand within lines only;
  the labels of notes and where they are defined;
- how the Markdown is spelled: link definitions, comments, other marks for the same HTML, blanks
  and needless braces in a citation; what shows nothing, such as a note that nobody refers to; how
  high the headings of a notice or an answer were; a shortcode at the very end of the body, which
  places what would stand there anyway;
- white space at the ends of texts, and what a browser makes of raw HTML that is not whole;
- whether a link to a neighbour was written `article:slug` or with its address; links that lead
  nowhere; the order of links of different relations;
- images that the page does not show; the caption and credit of one that stands within lines only;
  which of an image's alternative texts is its own;
- the order of tables that the body places and of those that it does not; the alignment of a column
  without label and cells; the rows of a table without columns;
- of references: abstract, note and verified, which are no part of a citation; the place of a work
  without a title among those that nobody cites.

An entry of the reference list with nothing beside it, as an older page has, is read as any line of
one, with what the graph tells of it. One that could not be taken apart whole is told of as a
leftover, and so is one that shows another title than stands beside it.
`tests/intake/own/unseen.py` is this list as a function.
"""
