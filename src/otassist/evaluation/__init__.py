"""Runs the cases of `evals/` through the product's own pipeline, measures, compares and reports.

Nothing here knows the command line, and nothing below imports it.
"""
