"""What was found in a text as the rows of an article's tables.

It imports the sub-rooms that find it: `actors`, `statements` and `events`.
"""
