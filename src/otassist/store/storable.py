"""A value as every database can hold it, so that a record reads the same before and after."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import Any

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""PostgreSQL holds no NUL, and half of a surrogate pair is no text anywhere."""


def storable(value: Any) -> Any:
    """A copy as JSON would give it back; what cannot be held becomes U+FFFD, a number that is none becomes None."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {str(storable(str(key))): storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable(item) for item in value]
    if isinstance(value, float) and not isfinite(value):
        return None
    return value


def as_json(value: Any) -> str:
    """As it is searched and read: letters stand as letters."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
