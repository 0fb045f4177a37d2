"""A draft compared with a coding made by a person, measure by measure and rule by rule.

It imports `draft`, for a draft made now.
"""
