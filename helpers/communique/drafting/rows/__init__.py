"""What was found in a text as the rows of an article's tables."""
