"""What was handed in: files opened within limits, records of a known shape, and whose they are."""
