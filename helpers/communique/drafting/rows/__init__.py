"""drafting/rows: see the files."""
