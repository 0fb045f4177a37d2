"""tools/negotiation: see the files."""
