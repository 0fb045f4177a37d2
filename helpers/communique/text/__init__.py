"""What can be said of a text without knowing what it is about: spans, dates, clean lines, names of files.

It may import no other room.
"""
