"""The class report: its tables, its page and its gradebooks.

It imports `answers`, `files` and the floors below; pandas is here and nowhere else in the room.
"""
