"""What each lesson's own tool works out, without a page: negotiation, scenario, framing, desk, forecasts, voices.

It imports `questions`, `coding`, `course` and the floor below, and never a key.
"""
