"""Benchmarks: ratios measured in one run, printed by `make benchmark`. No test asserts a time."""
