"""tools/scenario: see the files."""
