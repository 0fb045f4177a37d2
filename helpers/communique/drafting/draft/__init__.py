"""One draft: from a text to checked rows, its folder, and drafting again around accepted rows."""
