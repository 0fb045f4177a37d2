"""One draft: from a text to checked rows, its folder, and drafting again around accepted rows.

It imports `rows` and `reading`, and what they are made of.
"""
