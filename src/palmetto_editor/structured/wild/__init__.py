"""JSON-LD as it is found in the wild: located, mended, read, and what was mended told."""
