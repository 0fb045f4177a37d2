"""What was handed in: files opened within limits, records of a known shape, and whose they are.

It imports `course` and `base`, and none of the teacher's other sub-rooms.
"""
