"""What happened, by whom and to whom, how certain, and when.

It imports `statements`, `actors`, `grammar` and `lexicon`.
"""
