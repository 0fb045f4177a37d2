"""drafting/events: see the files."""
