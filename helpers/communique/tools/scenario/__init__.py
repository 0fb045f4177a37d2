"""The scenario explorer: the facts that are set, and the words that are then met."""
