"""For the student: an open lesson, its worksheet, the student's folder, and the notebooks built from lessons/."""
