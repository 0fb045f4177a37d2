"""The teacher's book: plans, notes, questions with their keys in words, codebook and outside facts."""
