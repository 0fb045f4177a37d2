"""Questions and their keys, which never leave for the page: reading, generating, marking, saying it in words.

It may import `coding`, `course` and the floor below, and no pandas.
"""
