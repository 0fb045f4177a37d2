"""Questions and their keys: reading them, generating them from a coding, marking an answer, saying it in words.

It imports `coding`, `course` and the floor below; keys are read here and never leave for the page.
"""
