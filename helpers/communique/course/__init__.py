"""The course as course.yml has it, the student's journal, and the file to hand in.

It may import `base` and `text`, and no pandas.
"""
