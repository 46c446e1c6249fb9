"""Citations of a whole article in a style: what stands in each bracket, and what it links to.

May import the model and `references`.
"""
