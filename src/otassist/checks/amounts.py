"""Values of quantities in the form in which note and jot are compared."""

from __future__ import annotations

import re

_LED = re.compile(r"^(?:for|approximately|about|more than|less than|at least|at most|up to)\s")
_PARTS = re.compile(r"\b(half|quarter)[- ](?:of )?(?:an? )?(?=[a-z])", re.I)
_FRACTIONS = {"half": "1/2 ", "quarter": "1/4 "}


def core(value: str) -> str:
    """A normal form without hedge and bound: `approximately 10 minute` -> `10 minute`."""
    return _PARTS.sub(lambda match: _FRACTIONS[match[1].lower()], _LED.sub("", value)).replace("+", "").strip()
