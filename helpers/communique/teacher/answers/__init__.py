"""What the records say: a small, known amount of each student's work, marked again."""
