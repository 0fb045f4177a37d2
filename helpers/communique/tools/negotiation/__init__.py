"""The negotiating table: delegations, their moves with evidence, and the communiqué they end in.

It imports `coding`, `course`, `text` and `base`; no party of any report is named here.
"""
