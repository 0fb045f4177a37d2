"""text: see the files."""
