"""For the teacher: what a class has done, from the files that students handed in, and the teacher's book.

It may import `widgets` and the floors below, and pandas in `report` alone.
"""
