"""A page, a file or bytes become paragraphs, a headline and a day.

It imports no other sub-room; a page's scripts are never run, and nothing is fetched.
"""
