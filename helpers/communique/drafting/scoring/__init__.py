"""A draft compared with a coding made by a person, measure by measure and rule by rule."""
