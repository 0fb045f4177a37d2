"""drafting/corpus: see the files."""
