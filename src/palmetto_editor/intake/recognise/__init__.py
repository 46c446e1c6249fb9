"""An article's parts found in a manuscript."""
