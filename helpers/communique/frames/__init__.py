"""frames: see the files."""
