"""Stands between the product and its model: each call is made once, timed, counted, and kept as soon as it is answered.

A call is named by model, messages, schema, parameters and repeat, so that changed code asks again only what it asks in
other words, and a run that was killed only what was under way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from functools import partial
from typing import Any

from ..domain import Following, Usage
from ..drafting.model import Answer, Speaker
from ..drafting.model.asking import Message
from ..drafting.model.budget import tokens
from ..drafting.model.speaker import ALONE
from ..drafting.schemas import JSONSchema
from ..errors import ModelFailure
from .cache import digest
from .metrics.metric import settings
from .record import Call, called, current


@dataclass(eq=False)
class Listener(Speaker):
    """A speaker whose calls go into the record of the case that is being answered."""

    def ask(
        self,
        asked: Sequence[Message],
        schema: JSONSchema,
        name: str,
        follow: Following = ALONE,
        most: int | None = None,
    ) -> Answer:
        record = current()
        if record is None:
            return super().ask(asked, schema, name, follow, most)
        limit = [] if most is None else [most]
        key = digest([_parameters(self), list(asked), dict(schema), name, record.repeat, *limit])
        ask = partial(_unrecorded if record.sealed else super().ask, asked, schema, name, follow, most)
        value, seconds, replayed = called(key, lambda: _packed(ask()), _is_worth_keeping)
        answer = _unpacked(value)
        record.calls.append(_call(asked, answer, seconds, replayed))
        return answer


def _unrecorded(*_: Any) -> Answer:
    """In place of a model that must not be asked."""
    remedy = "Record it with 'otassist eval run --record FILE'."
    return Answer(failure=ModelFailure("unrecorded", "No answer is recorded for what is asked.", remedy))


def listened(speaker: Speaker) -> Speaker:
    """The speaker with a listener in its place, which makes as many calls at once as the run has slots (`turns`)."""
    limits = replace(speaker.endpoint.limits, concurrency=MOST_AT_ONCE)
    own = {each.name: getattr(speaker, each.name) for each in fields(speaker)}
    return Listener(**own | {"endpoint": replace(speaker.endpoint, limits=limits)})


MOST_AT_ONCE = 64
"""What `--workers` may be at most."""


def _parameters(speaker: Speaker) -> Mapping[str, Any]:
    """All that an answer depends on beside what is asked; no key and no password."""
    endpoint = speaker.endpoint
    return {"model": endpoint.model, "where": endpoint.where, "answer_tokens": endpoint.limits.answer_tokens}


def _call(asked: Sequence[Message], answer: Answer, seconds: float, replayed: bool) -> Call:
    failed = answer.failure
    return Call(
        seconds=seconds,
        estimate=(tokens(asked), tokens([("ai", answer.text)]) if answer.text else 0),
        server=(answer.usage.tokens_in, answer.usage.tokens_out),
        dollars=answer.usage.cost,
        failure=failed.kind if failed else "",
        told=str(failed) if failed else "",
        replayed=replayed,
    )


def is_the_models(kind: str) -> bool:
    """Whether a failure is an answer of the model's, or none at all; else it was not reached."""
    return kind in ("", *settings("cost")["of_the_answer"])


def _is_worth_keeping(value: Mapping[str, Any]) -> bool:
    """A model that was not reached is asked again."""
    return value["failure"] is None or is_the_models(value["failure"][0])


def _packed(answer: Answer) -> dict[str, Any]:
    failed = answer.failure
    return {
        "text": answer.text,
        "complete": answer.complete,
        "usage": asdict(answer.usage),
        "failure": [failed.kind, failed.message, failed.remedy] if failed else None,
    }


def _unpacked(value: Mapping[str, Any]) -> Answer:
    failed = ModelFailure(*value["failure"]) if value["failure"] else None
    return Answer(value["text"], value["complete"], Usage(**value["usage"]), failed)
