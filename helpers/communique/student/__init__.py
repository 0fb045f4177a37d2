"""For the student: an open lesson, its worksheet, the student's folder, and the notebooks built from lessons/.

It may import `widgets` and the floors below; pandas comes with `frames` alone.
"""
