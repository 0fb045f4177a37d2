"""The word lists in csv/, with those of an article's folder added."""
