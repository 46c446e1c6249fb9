"""Palmetto Editor: the page, its markup and its source never disagree.

Start reading in `model`; the packages above it follow the one way of the imports:
model <- references <- markup <- structured <- page <- checks <- bundle <- session <- ui
<- app, cli.
"""

__version__ = "0.1.0"
