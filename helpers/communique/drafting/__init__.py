"""From any article to a draft coding: rows that a program made by named rules, and that nobody has checked yet.

It imports `coding` and the floor below, no pandas and no network; each of its sub-rooms imports only those before it.
"""
