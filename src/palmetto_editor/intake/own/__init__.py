"""Pages that we exported come back as the article they were made of."""
