"""Where a source contradicts itself: each rule compares two sides."""
