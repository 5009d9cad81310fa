"""Everything otassist raises on purpose.

OtassistError               a person can mend it: `message` says what, `remedy` says how
├── UsageError              the call itself is wrong (exit code 2)
├── JobError                the job cannot be done with this input (exit code 1)
│   ├── EmptyJot            nothing to read
│   ├── JotTooLong          more characters than a jot may have
│   ├── NotText             bytes that are no text, or text without a readable word
│   ├── FileProblem         a file or folder that cannot be read or written
│   ├── MaskingFailure      what would leave this machine cannot be masked for certain, and is not sent
│   └── ModelFailure        the language model cannot be used, or did not answer as it should
├── StoreProblem            the database cannot be opened, read or written
├── NotThere                nothing is stored under this id
├── Conflict                what was to be changed has been changed meanwhile; carries it as it is now
└── Defect                  otassist is at fault; only a batch says it this way, so that its other lines go on
"""

from __future__ import annotations

from pathlib import Path


class OtassistError(Exception):
    """A problem with a remedy; never carries the words of a jot."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


class UsageError(OtassistError):
    """The command or call was put together wrongly."""


class JobError(OtassistError):
    """The input cannot be worked on."""


class EmptyJot(JobError):
    """There is no word or number in the jot."""


class JotTooLong(JobError):
    """The jot is longer than a jot can be."""


class NotText(JobError):
    """The input is not readable text."""


class FileProblem(JobError):
    """A file or folder cannot be read or written."""


class MaskingFailure(JobError):
    """Masking is not certain; `kind` is `failed`, `roster`, `unplaced` or `leak`. Nothing is sent."""

    def __init__(self, kind: str) -> None:
        super().__init__("Student text could not be masked.", "Use a model on this machine, or draft without one.")
        self.kind = kind


class ModelFailure(JobError):
    """The language model failed; `kind` says how. Where there is another way to draft, it is taken."""

    def __init__(self, kind: str, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.kind = kind


class StoreProblem(OtassistError):
    """The database cannot be used as it is; what was to be saved was not."""


class NotThere(OtassistError):
    """Nothing of this kind is stored under this id."""

    def __init__(self, what: str, identity: str) -> None:
        super().__init__(f"There is no {what} {identity[:40]!r}.", "It may have been erased; go back to the list.")


class Conflict(OtassistError):
    """Somebody changed it first; `current` is the record as it stands now. Nothing was saved."""

    def __init__(self, current: object) -> None:
        super().__init__(
            "This was changed in another window since it was opened here.",
            "Look at the newer version and choose which words to keep.",
        )
        self.current = current


class Defect(OtassistError):
    """One line of a batch met a bug; says where in the code, never what was in the jot."""

    def __init__(self, cause: Exception) -> None:
        place = cause.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "an unknown place"
        self.place = f"{type(cause).__name__} at {where}"
        super().__init__(
            f"otassist failed on this line ({self.place}).",
            "Report that place with the version from 'otassist doctor'; the other lines are not affected.",
        )
