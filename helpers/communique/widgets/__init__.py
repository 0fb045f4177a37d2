"""The widgets: each is a class here with its page side in static/.

It imports every floor below but never a key: answers are marked by `questions`, and only feedback reaches the page.
"""
