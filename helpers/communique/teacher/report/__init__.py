"""teacher/report: see the files."""
