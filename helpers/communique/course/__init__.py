"""The course as course.yml has it, the student's journal, the file to hand in, and the map of the lessons.

It imports only `base` and `text`.
"""
