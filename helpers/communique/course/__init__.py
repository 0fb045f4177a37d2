"""course: see the files."""
