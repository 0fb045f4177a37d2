"""Articles, corpora and scores as pandas DataFrames.

It imports `drafting`, `coding` and the floors below; nothing that a student's first cell needs is here.
"""
