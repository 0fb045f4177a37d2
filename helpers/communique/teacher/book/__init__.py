"""teacher/book: see the files."""
