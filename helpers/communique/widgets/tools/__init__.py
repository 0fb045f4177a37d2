"""widgets/tools: see the files."""
