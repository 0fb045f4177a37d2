"""A coded article: its tables, codes and columns, loading and checking, evidence in the text, outside facts.

It may import `base` and `text`, and no pandas.
"""
