"""Stage: what is said about a draft, and what is asked of the practice library. Pure functions, no model.

Decided: it knows no other stage. The checks, the reader, the bank and the library come in as arguments (`Means`), so
that the same message has the same answer on the command line, over HTTP and in the tests. A message is placed by
patterns that must fit it as a whole: one that fits none changes nothing and says that it needs a model.
Words the therapist gave have the origin `therapist`; words of the bank's easier or harder version keep theirs.
"""

from .answering import answered
from .hand_edits import edited, filled, mended
from .means import Draft, Means
from .proposing import proposed
from .replying import reply

__all__ = ["Draft", "Means", "answered", "edited", "filled", "mended", "proposed", "reply"]
