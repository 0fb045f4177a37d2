"""widgets/lesson: see the files."""
