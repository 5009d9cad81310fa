"""Stage: what is said about a draft, and what is asked of the practice library. Pure functions, no model.

Decided: it knows no other stage. The checks, the reader, the bank and the library come in as arguments (`Means`), so
that the same message has the same answer on the command line, over HTTP and in the tests.
"""

from .answering import answered

__all__ = ["answered"]
