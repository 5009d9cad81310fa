"""A language model as the rest of the program uses it: messages and a schema in, JSON out, clauses on the way.

Drafting, answering questions and reading a message all ask through this one door; what may not leave this machine is
stopped here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...domain import Following, Usage
from ...errors import ModelFailure
from ..schemas import JSONSchema
from .abilities import TRIAL, TRIAL_SCHEMA, Ability, Memory, options, tried
from .answered import object_of
from .asking import Message
from .calling import Caller
from .covering import Abroad, Cover, covered, hearing, last_door
from .endpoint import Endpoint
from .failures import failure
from .hearing import Hearing

if TYPE_CHECKING:
    from langchain.chat_models import BaseChatModel

ALONE = Following()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came, what of it is complete, tokens, and the failure that ended it, if one did."""

    text: str = ""
    complete: str = ""
    """JSON up to the last complete clause."""
    usage: Usage = field(default_factory=Usage)
    failure: ModelFailure | None = None

    def json(self) -> Mapping[str, Any]:
        """The object of the answer. Raises ModelFailure."""
        if self.failure is not None:
            raise self.failure
        return object_of(self.text)


@dataclass(eq=False)
class Speaker:
    """Asks the model of an endpoint; what goes elsewhere than this machine goes `abroad`, masked and agreed to.

    `masked` says that nothing that is asked is about a real student.
    """

    endpoint: Endpoint
    memory: Memory = field(default_factory=lambda: Memory(None))
    masked: bool = False
    abroad: Abroad | None = field(default=None, repr=False)
    cover: Cover | None = field(default=None, repr=False)
    """Of the draft that is being made."""

    def about(self, known: Sequence[str], labels: Sequence[str] = ()) -> Speaker:
        """This speaker for one draft: the student's texts in full and labels say what is masked in what goes out."""
        if self.endpoint.is_local or self.masked or self.abroad is None:
            return self
        own = copy(self)
        own.__dict__.setdefault("_callers", self._callers)  # one pool of connections for all drafts
        own.cover = self.abroad.made(known, labels)
        return own

    def ask(
        self,
        asked: Sequence[Message],
        schema: JSONSchema,
        name: str,
        follow: Following = ALONE,
        most: int | None = None,
    ) -> Answer:
        """The answer, as far as it came; every failure is in it. `name` names the schema, `most` limits its tokens."""
        try:
            sent = self._allowed(asked)
            ability = self._ability(follow)
        except ModelFailure as problem:
            return Answer(failure=problem)
        answer = self._heard(ability, sent, schema, name, hearing(self.cover, follow), most)
        if answer.failure is not None and answer.failure.kind == "rejected":
            self.memory.keep(self.endpoint, None)
        return self._restored(answer)

    def _allowed(self, asked: Sequence[Message]) -> Sequence[Message]:
        """The messages as they may go: as they are on this machine, else masked and agreed to. Raises ModelFailure."""
        if (refused := self.endpoint.refusal(self.masked or self.cover is not None)) is not None:
            raise refused
        if self.cover is None or self.abroad is None:
            return asked
        sent = covered(self.cover, asked)
        last_door(self.cover, sent)
        if not self.abroad.agrees(self.endpoint.where, sent):
            raise failure("not_confirmed", where=self.endpoint.where)
        return sent

    def _restored(self, answer: Answer) -> Answer:
        if self.cover is None:
            return answer
        return replace(answer, text=self.cover.restored(answer.text), complete=self.cover.restored(answer.complete))

    def _ability(self, follow: Following) -> Ability:
        known = self.memory.of(self.endpoint)
        if known is None:
            quiet = Following(stopped=follow.stopped)
            known = tried(self.endpoint, lambda ability: self._trial(ability, quiet))
            self.memory.keep(self.endpoint, known)
        return known

    def _trial(self, ability: Ability, follow: Following) -> str:
        answer = self._heard(ability, TRIAL, TRIAL_SCHEMA, "ready", follow)
        if answer.failure is not None and answer.failure.kind not in ("cut_short", "empty"):
            raise answer.failure
        return answer.text

    def _heard(
        self,
        ability: Ability,
        asked: Sequence[Message],
        schema: JSONSchema,
        name: str,
        follow: Following,
        most: int | None = None,
    ) -> Answer:
        hearing = Hearing(follow.heard)
        problem: ModelFailure | None = None
        try:
            if self.cover is not None:
                last_door(self.cover, asked)
            caller = self._callers[ability.temperature]
            sent = options(self.endpoint, ability, schema, name, caller.model, most)
            for piece in caller.pieces(asked, sent, follow.stopped):
                hearing.take(piece)
            problem = hearing.ending(self.endpoint.where)
        except ModelFailure as failed:
            problem = failed
        except Exception as bug:  # of ours or of a listener's: its text may hold student text
            problem = failure("unexpected", what=type(bug).__name__)
        return Answer(hearing.text, hearing.so_far(), self._used(hearing.tokens), problem)

    def _used(self, tokens: tuple[int, int] | None) -> Usage:
        price = self.endpoint.price
        if tokens is None:
            return Usage(calls=1)
        cost = None if price is None else sum(n * each for n, each in zip(tokens, price, strict=True)) / 1e6
        return Usage(*tokens, calls=1, cost=cost)

    @cached_property
    def _callers(self) -> Mapping[bool, Caller]:
        return {warm: Caller(self.endpoint, self._maker(warm)) for warm in (True, False)}

    def _maker(self, temperature: bool) -> Callable[[], BaseChatModel]:
        def make() -> BaseChatModel:
            from .client import chat_model

            return chat_model(self.endpoint, temperature)

        return make
