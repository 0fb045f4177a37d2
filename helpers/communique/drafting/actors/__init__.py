"""Who is named in a text, and who is meant by *he* and *the president*."""
