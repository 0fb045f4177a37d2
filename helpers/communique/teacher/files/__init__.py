"""teacher/files: see the files."""
