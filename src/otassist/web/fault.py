"""A bug, as a page tells it: where it is in the code, and never what it was about."""

from __future__ import annotations

from ..errors import Defect, OtassistError


class Fault(OtassistError):
    """Something nobody foresaw; `message` names the place and the kind of the problem."""

    def __init__(self, cause: Exception) -> None:
        place = Defect(cause).place
        super().__init__(
            f"Something went wrong inside otassist ({place}).",
            "What you typed is kept. Try again; if it happens again, report that place with the version.",
        )
