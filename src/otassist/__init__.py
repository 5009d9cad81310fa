"""otassist: from a school occupational therapist's shorthand to a reviewed document.

The data flows one way: jot -> facts -> evidence -> draft -> checks -> review -> export.
Start reading at `assistant.py`; the stages meet in `domain`.
"""

__version__ = "0.1.0"
