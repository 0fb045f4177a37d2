"""The widgets: each is a class here with its page side in static/, and none ever sees a key.

It may import `frames`, `charts` and the floors below, but no keys.
"""
