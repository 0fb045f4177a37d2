"""questions: see the files."""
