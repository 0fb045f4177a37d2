"""What each lesson's own tool works out, without a page and without a key."""
