"""The kinds of defect that can be seeded into a clause; they live with the eval suite, whose self-check seeds them."""

from otassist.evaluation.seeding.note_clauses import KINDS, Spoil, Spoilt, Told

__all__ = ["KINDS", "Spoil", "Spoilt", "Told"]
