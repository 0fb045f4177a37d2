"""The word lists in lexicons/, with those of an article's folder added.

It imports no other sub-room.
"""
