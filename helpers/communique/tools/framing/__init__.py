"""tools/framing: see the files."""
