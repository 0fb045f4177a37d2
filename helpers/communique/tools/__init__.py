"""tools: see the files."""
