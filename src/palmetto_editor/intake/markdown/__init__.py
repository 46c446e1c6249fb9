"""Markdown with front matter to a manuscript."""
