"""questions/kinds: see the files."""
