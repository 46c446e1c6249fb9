"""HTML to a manuscript: the article's root among the site's chrome, its blocks, its claims."""
