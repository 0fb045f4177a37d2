"""coding: see the files."""
