"""Who says what: source, cue and content of each statement.

It imports `grammar` and `lexicon`.
"""
