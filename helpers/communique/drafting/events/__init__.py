"""What happened, by whom and to whom, how certain, and when."""
