"""Drafts of thousands of files, in several processes, resumed by content."""
