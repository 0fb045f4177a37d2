"""A widget for each kind of question.

They import `widgets`' own base and reader, `questions` for the marking, and the floors below.
"""
