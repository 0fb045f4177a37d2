"""Sentences, words with their parts of speech, phrases, clauses and quotations."""
