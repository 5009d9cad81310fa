"""Pseudonymises what would leave this machine, and restores what comes back.

`mask` and `unmask` do it for one text; `Cover` for the messages to a model and its answers, and fails closed. Rules and
vocabulary only (data/): a name is a word that the roster, a label, a title or its capital gives away. In doubt a word
is masked, since a masked word comes back exactly and one that was sent does not.
"""

from .cover import Cover
from .masking import mask, restored_text, unmask
from .people import Roster, roster_of

__all__ = ["Cover", "Roster", "mask", "restored_text", "roster_of", "unmask"]
