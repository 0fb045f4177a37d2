"""drafting/grammar: see the files."""
