"""A run, or a change from one run to another, told in files a person and a machine can read.

The page holds everything it shows: no script, no picture, font or style from elsewhere, and a content policy that
forbids them, since a jot may hold any text. Templates escape every value; no value is ever marked as safe.
"""

from .files import write
from .plain import as_text

__all__ = ["as_text", "write"]
