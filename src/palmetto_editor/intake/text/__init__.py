"""Plain text to a manuscript, as a copied page gives it."""
