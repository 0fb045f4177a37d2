"""What the records say: a small, known amount of each student's work, marked again.

It imports `files`, `questions`, `tools` and the floors below.
"""
