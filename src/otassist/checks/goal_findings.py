"""How a goal check reports, and what it looks at: the goal's reading and whether the law on IEPs applies."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain import Basis, Context, Finding, GoalPart, Severity, Span
from ..goaltext import Reading


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as it was read, with what the therapist entered beside it."""

    reading: Reading
    context: Context

    @property
    def text(self) -> str:
        return self.reading.text

    def part(self, name: GoalPart) -> str:
        """The words of a part, empty where the goal has none."""
        return self.reading.part(name)

    def span(self, name: GoalPart) -> Span | None:
        return self.reading.parts[name]

    @property
    def law(self) -> Basis:
        """34 CFR 300.320(a) binds IEPs alone; for every other plan the same is good practice."""
        return "law" if (self.context.plan or "").strip().upper() == "IEP" else "good practice"

    def finds(
        self,
        check: str,
        severity: Severity,
        message: str,
        remedy: str,
        span: Span | None = None,
        basis: Basis = "good practice",
    ) -> Finding:
        """A finding on a stretch of the goal, or on the whole of it."""
        place = span or Span(0, len(self.text))
        return Finding("", check, severity, basis, message, remedy, None, place.start, place.end)
