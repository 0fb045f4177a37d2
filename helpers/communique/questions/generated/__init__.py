"""questions/generated: see the files."""
