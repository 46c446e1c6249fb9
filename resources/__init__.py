"""Themes, styles, icons, schemas and samples; opened through `palmetto_editor.assets` only."""
