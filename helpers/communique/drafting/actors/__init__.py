"""drafting/actors: see the files."""
