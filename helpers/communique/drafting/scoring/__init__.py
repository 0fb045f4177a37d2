"""drafting/scoring: see the files."""
