"""For the student: an open lesson, its worksheet, the student's folder, and the notebooks built from lessons/.

It imports `widgets` and every floor below, and nothing of the teacher's.
"""
