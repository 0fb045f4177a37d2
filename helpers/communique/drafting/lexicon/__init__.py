"""drafting/lexicon: see the files."""
