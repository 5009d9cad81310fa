"""Seeds one defect into a good draft, by rule, for the self-check: an eval is worth what it catches."""
