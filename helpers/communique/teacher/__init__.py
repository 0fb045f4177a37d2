"""For the teacher: what a class has done, from the files that students handed in, and the teacher's book.

It reads those files and changes none; it imports the floors below, and nothing of the student's.
"""
