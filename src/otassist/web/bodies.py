"""What the API takes, for its documentation and for the first look at a request."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from ..errors import NotText


def _readable(value: Any) -> Any:
    """No half characters and no NUL: neither can be stored or sent on. Raises NotText."""
    if isinstance(value, str) and any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in value):
        raise NotText("The text holds a character that is none.", "Type it again, or paste it as plain text.")
    return value


Text = Annotated[str, BeforeValidator(_readable), StringConstraints(max_length=50_000)]
Words = Annotated[str, BeforeValidator(_readable), StringConstraints(max_length=10_000)]
Label = Annotated[str, BeforeValidator(_readable), StringConstraints(max_length=200)]
Something = StringConstraints(strip_whitespace=True, min_length=1)
Name = Annotated[Label, Something]
Id = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
Entered = dict[str, str | int | float | bool | list[str] | None]
"""Context values by the keys of the contract."""


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Jot(BaseModel):
    """A jot with any context keys beside it."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"example": {"text": "copied 3/5 sentences w/ min vc"}})
    text: Text


class BoxText(Jot):
    """What stands in the box while it is typed; `draft` is the one on the screen."""

    context: dict[str, Any] = {}
    draft: str | None = None


class Checked(Jot):
    """A goal's or a note's text, for a note with the jot to ground it on."""

    observation: Text | None = None
    previous: list[Text] = []
    fix: bool = False


class Asked(BaseModel):
    model_config = ConfigDict(extra="allow")
    question: Text


class Revised(BaseModel):
    """A message about a draft, which is what `draft` or `revise` answered, or one draft of it."""

    model_config = ConfigDict(extra="allow")
    text: Text
    draft: dict[str, Any] = {}
    number: Version = 1
    observation: Text | None = None


class NewStudent(Body):
    label: Name
    id: Id | None = None


class StudentChange(Body):
    version: Version
    label: Name


class Versioned(Body):
    version: Version


class NewConversation(Body):
    id: Id | None = None
    student: Id | None = None
    title: Label = ""
    box: Text = ""
    context: Entered = {}


class ConversationChange(Body):
    """Autosave: what is given is saved, the rest stays."""

    version: Version
    box: Text | None = None
    context: Entered | None = None
    title: Label | None = None
    student: Id | None = None


class Searched(Body):
    query: Label = ""
    student: Id | None = None


class NewMessage(Body):
    """`kind` auto lets the app tell a jot from an edit or a question; `draft` is the one on the screen."""

    id: Id
    text: Text
    kind: Literal["auto", "goal", "note", "consult", "ask", "edit"] = "auto"
    context: Entered = {}
    draft: Id | None = None
    replaces: Id | None = None


class ClauseWords(Body):
    id: Label
    text: Words


class ClauseEdits(Body):
    version: Version
    clauses: list[ClauseWords] = Field(max_length=500)


class LiveCheck(Body):
    clauses: list[ClauseWords] = Field(max_length=500)


class Fill(Body):
    version: Version
    clause: Label
    text: Words
    blank: Annotated[int, Field(ge=0, le=1000)] = 0


class Variant(Body):
    version: Version
    name: Literal["more_support", "standard", "stretch"]


class Remedy(Body):
    version: Version
    finding: Label


class Restored(Body):
    version: Version
    number: Version


class Accepted(Body):
    version: Version
    title: Label = ""
    author: Label | None = None
    acknowledged: list[Label] = Field([], max_length=500)


class AddendumText(Body):
    text: Annotated[Words, Something]


class Agreed(Body):
    yes: bool


class NewPoint(Body):
    measured_on: date
    text: Label
    number: Annotated[float, Field(allow_inf_nan=False)] | None = None
    out_of: Annotated[float, Field(allow_inf_nan=False, gt=0)] | None = None
    document: Id | None = None
    note: Label = ""


class PointChange(NewPoint):
    version: Version
