"""A widget for each lesson's own tool; what it works out is in the room `tools`.

They import `widgets`' own base and reader, and the floors below.
"""
