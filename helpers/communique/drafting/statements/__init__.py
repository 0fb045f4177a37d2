"""Who says what: source, cue and content of each statement."""
