"""widgets/show: see the files."""
