"""From any article to a draft coding: rows that a program made by named rules, and that nobody has checked yet.

It may import `coding`, `course` and the floor below, and no pandas.
"""
