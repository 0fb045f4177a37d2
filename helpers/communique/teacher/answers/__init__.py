"""teacher/answers: see the files."""
