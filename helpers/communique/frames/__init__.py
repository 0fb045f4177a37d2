"""Articles, corpora and scores as pandas DataFrames.

It may import `tools`, `review` and the floors below; nothing that a student's first cell needs is here.
"""
