"""Questions generated from a coding: one file per topic, from accepted and undisputed rows only."""
