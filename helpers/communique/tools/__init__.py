"""What each lesson's own tool works out, without a page and without a key; `faults` checks a whole course, keys too.

It may import `questions`, `drafting` and the floors below, and no pandas.
"""
