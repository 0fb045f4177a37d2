"""A widget for each kind of question."""
