"""drafting/draft: see the files."""
