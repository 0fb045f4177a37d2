"""widgets/questions: see the files."""
