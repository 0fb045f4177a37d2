"""drafting/statements: see the files."""
