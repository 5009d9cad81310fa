"""Covers one draft's conversation with a model: masks the messages, looks once more before they go, restores answers.

Whatever people wrote stands in the messages as JSON lines or as lines that are no prompt's own; both are masked. A
prompt's own lines are left as they are, but for the names and numbers of this student. Whoever wants to send anything
calls `masked`, and `check` on the very messages that go out; either raises MaskingFailure, and then nothing is sent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ..errors import MaskingFailure
from .door import shows, shows_firmly
from .finding import exactly, found
from .masking import mask
from .people import Roster, is_loose, named
from .placeholders import Answered, Placeholders
from .stretches import Stretches
from .vocabulary import is_first_name, is_ordinary, privacy_rules

Message = tuple[str, str]
Done = TypeVar("Done")
Own = Callable[[], Collection[str]]
"""The lines of the prompts in use."""

_IDS = frozenset(["id", "statements", "facts", "evidence"])
"""Keys whose values only point to something."""
_ID = re.compile(r"[a-z_]{1,40}(?:-[a-z_]{1,40})*-?\d{0,5}")
_ROUNDS = 5
"""Times that texts are masked anew because masking them showed something more."""
_STANDS_IN = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass
class Cover:
    """`known` are the texts of this student in full, `labels` what the student is called, `own` the prompts' lines."""

    known: Sequence[str] = field(repr=False)
    labels: Sequence[str] = field(default=(), repr=False)
    own: Own = field(default=frozenset, repr=False)
    roster: Roster = field(default_factory=Roster, repr=False)
    _placeholders: Placeholders = field(default_factory=Placeholders, repr=False)
    _said: dict[str, str] = field(default_factory=dict, repr=False)
    """An answer as it was restored -> as the model gave it."""
    _own_masked: set[str] = field(default_factory=set, repr=False)
    """A prompt's own lines as they went out."""
    _stretches: Stretches = field(default_factory=Stretches, repr=False)
    _parts: dict[str, str] = field(default_factory=dict, repr=False)
    _ready: bool = False

    @property
    def needed(self) -> tuple[str, ...]:
        """What is masked so far and nothing else can stand for; the student's own name may become a pronoun."""
        own = {part.lower() for label in self.labels for part in [label, *label.split()]}
        return tuple(original for original in self._placeholders.originals if original.lower() not in own)

    def masked(self, asked: Sequence[Message]) -> list[Message]:
        """The messages as they may go out. Raises MaskingFailure."""
        self._guarded(self._get_ready)
        return self._guarded(lambda: self._masked(asked))

    def check(self, sent: Sequence[Message]) -> None:
        """The last door: raises MaskingFailure where something masked, or of the form of it, stands in a message."""
        self._guarded(lambda: self._check(sent))

    def restored(self, answer: str) -> str:
        """A model's JSON with the originals in it, as far as its placeholders are known."""
        escaped = {name: json.dumps(own, ensure_ascii=False)[1:-1] for name, own in self._placeholders.issued.items()}
        restored = Answered(escaped).restored(answer)
        self._said[restored] = answer
        return restored

    def told(self, clause: Mapping[str, Any]) -> Mapping[str, Any]:
        """A clause as it arrives, with the originals in its text."""
        answered = Answered(self._placeholders.issued)
        return {key: answered.restored(value) if isinstance(value, str) else value for key, value in clause.items()}

    def unknown(self, text: str) -> list[str]:
        """Placeholders in a restored text that nobody issued; one of the student's own text is none."""
        return [item for item in Answered({}).unknown(text) if not any(item in known for known in self.known)]

    def _guarded(self, work: Callable[[], Done]) -> Done:
        try:
            return work()
        except MaskingFailure:
            raise
        except Exception:  # its text may hold what was to be masked
            raise MaskingFailure("failed") from None

    def _masked(self, asked: Sequence[Message]) -> list[Message]:
        own = frozenset(self.own())
        covered = self._until_nothing_is_new(asked, own)
        if covered:
            role, first = covered[0]
            covered[0] = (role, f"{first}\n\n{privacy_rules('placeholders')['note']['text']}")
        return covered

    def _until_nothing_is_new(self, asked: Sequence[Message], own: frozenset[str]) -> list[Message]:
        """A name that only a later line gives away is masked in the lines before it, too."""
        for _ in range(_ROUNDS):
            known = len(self._placeholders.originals)
            covered = [(role, self._message(text, own)) for role, text in asked]
            if len(self._placeholders.originals) == known:
                return covered
        raise MaskingFailure("unplaced")

    def _get_ready(self) -> None:
        """Reads the student's texts in full, where a name has most around it that gives it away."""
        if self._ready:
            return
        for text in self.known:
            self._placeholders.see(text)
        for label in self.labels:
            forms = Roster().with_names(label).names
            plain = {form for form in forms if _is_plain(form)}
            self.roster = Roster(self.roster.names | forms - plain, self.roster.exact)
        for text in self.known:
            self._covered(text)
        known = self._known()
        self._stretches = Stretches(
            tuple((text, mask(text, known, self._placeholders).entities) for text in self.known)
        )
        self._parts = dict(self._stretches.parts())
        self._ready = True

    def _message(self, text: str, own: frozenset[str]) -> str:
        if text in self._said:
            return self._said[text]
        return "\n".join(self._line(line, own) for line in text.split("\n"))

    def _line(self, line: str, own: frozenset[str]) -> str:
        if line in own:
            return self._own_line(line)
        try:
            value = json.loads(line)
        except ValueError:
            return self._covered(line)
        if not isinstance(value, dict | list | str):
            return self._covered(line)
        masked = self._value(value)
        return line if masked == value else _json(masked)

    def _own_line(self, line: str) -> str:
        """A prompt's own line; only what can be nothing but this student's is masked in it."""
        firm = Roster(frozenset(name for name in self._names() if not is_loose(name)), self._known().exact)
        spans = sorted([*named(line, firm.names), *exactly(line, firm)])
        for span in reversed(spans):
            placeholder = self._placeholders.of(line[span.start : span.end], span.kind)
            line = line[: span.start] + placeholder + line[span.end :]
        self._own_masked.add(line)
        return line

    def _value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: item if _points(key, item) else self._value(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self._value(item) for item in value]
        if not isinstance(value, str):
            return value
        return self._stretches.whole_of(value) or self._covered(value)

    def _covered(self, text: str) -> str:
        """A text of somebody's, masked until nothing more is found in it."""
        if self._placeholders.clash(text):
            raise MaskingFailure("unplaced")
        text = self._stretches.in_its_place(text)
        for _ in range(_ROUNDS):
            known = self._known()
            masked = mask(text, known, self._placeholders)
            text = masked.text
            if not masked.entities or not found(self._blanked(text), self._known()):
                return text
        raise MaskingFailure("unplaced")

    def _known(self) -> Roster:
        return self.roster.knowing([*self._placeholders.originals.items(), *self._parts.items()])

    def _names(self) -> frozenset[str]:
        return self._known().names

    def _blanked(self, text: str) -> str:
        """The text with a sign that is no word in the place of each placeholder."""
        for placeholder in self._placeholders.issued:
            text = text.replace(placeholder, _STANDS_IN)
        return text

    def _check(self, sent: Sequence[Message]) -> None:
        own, known = self._own_masked, self._known()
        note = privacy_rules("placeholders")["note"]["text"]
        for _, text in sent:
            theirs = "\n".join(line for line in text.split("\n") if line not in own and line != note)
            if shows(self._blanked(theirs), known, self._placeholders.originals):
                raise MaskingFailure("leak")
            if shows_firmly(self._blanked(text), known):
                raise MaskingFailure("leak")


def _is_plain(label: str) -> bool:
    """Whether a label such as `student 2` names nobody."""
    return all(part.isdigit() or (is_ordinary(part) and not is_first_name(part)) for part in label.split())


def _points(key: str, value: Any) -> bool:
    """Whether a value only names statements, facts or passages."""
    named = value if isinstance(value, list) else [value]
    return key in _IDS and all(isinstance(item, str) and _ID.fullmatch(item) for item in named)


def _json(value: Any) -> str:
    """One line in which no tag can open or close, as the prompts are filled with."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")
