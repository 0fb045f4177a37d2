"""student: see the files."""
