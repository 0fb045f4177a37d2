"""tools/desk: see the files."""
