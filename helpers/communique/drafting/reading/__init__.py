"""drafting/reading: see the files."""
