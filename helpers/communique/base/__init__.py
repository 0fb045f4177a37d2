"""base: see the files."""
