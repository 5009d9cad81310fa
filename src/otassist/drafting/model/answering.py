"""Answers a question in a model's words from the practice passages that the library answers it with.

The library's own answer is there before the model is asked. The model may only say what those passages say: a sentence
that says more is left out, and where none is left, or anything fails, the library's own sentences are the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ...domain import Answer, Following, Notice, PracticePassage, PromptUsed, Resting, Usage
from ...errors import ModelFailure
from ...language.tables import rules
from ..prompts import Prompt
from ..schemas import SCHEMAS
from .answered import LONGEST, MOST, ids_of, object_of, text_of
from .asker import Asker
from .asking import line
from .failures import failure
from .resting import sentences_in, unborne
from .speaker import ALONE

ANSWER_TOKENS = 700
"""Five sentences in JSON have fewer."""
SENTENCE_TOKENS = 400
"""Of a small model, which says one sentence; the schema ends it before this does."""

Shown = Mapping[str, Sequence[str]]
"""The sentences of each passage by its id."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a model said, whether it found an answer, and the failure that ended it, if one did."""

    prompt: Prompt
    said: tuple[Resting, ...] = ()
    found: bool = True
    usage: Usage = field(default_factory=Usage)
    problem: ModelFailure | None = None


class ModelAnswerer:
    """Asks through `asker`."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker

    def answer(self, own: Answer, practice: Mapping[str, PracticePassage], follow: Following = ALONE) -> Answer:
        """The library's answer, with the model's sentences where they rest on its passages, or with why not.

        `practice` has the passages of the library by id.
        """
        if not own.passages:
            return own
        try:
            if self._asker.is_small():
                shown: Shown = {cited.id: [said.text for said in cited.sentences] for cited in own.passages}
                return self._judged(own, shown, self._one_by_one(own.question, shown, follow))
            shown = {cited.id: _whole(practice[cited.id]) for cited in own.passages}
            return self._judged(own, shown, self._at_once(own.question, shown, follow))
        except ModelFailure as problem:
            return _noticed(own, "fallback", why=str(problem))
        except Exception as bug:  # of ours: its text may hold the question
            return _noticed(own, "fallback", why=str(failure("unexpected", what=type(bug).__name__)))

    def _at_once(self, question: str, shown: Shown, follow: Following) -> _Heard:
        """All passages in one prompt, and up to five sentences."""
        prompt = self._asker.prompt("answer")
        lines = [line({"id": identity, "text": "\n".join(told)}) for identity, told in shown.items()]
        asked, _ = self._asker.asked(prompt, {"question": line(question)}, lines)
        speaker = self._asker.speaker.about([question])
        answer = speaker.ask(asked, SCHEMAS["answer"], "answer", follow, ANSWER_TOKENS)
        try:
            found, said = _said(answer.json())
        except ModelFailure as problem:
            kept = () if problem.kind == "filtered" else _so_far(answer.complete)
            return _Heard(prompt, kept, usage=answer.usage, problem=problem)
        return _Heard(prompt, said, found, answer.usage)

    def _one_by_one(self, question: str, shown: Shown, follow: Following) -> _Heard:
        """One passage and one sentence a time: a small model loses its way in more, and cites what is not there."""
        prompt, speaker = self._asker.prompt("passage"), self._asker.speaker.about([question])
        heard = _Heard(prompt)
        for identity, told in shown.items():
            values = {"question": line(question), "passage": line({"text": " ".join(told)})}
            asked, _ = self._asker.asked(prompt, values)
            answer = speaker.ask(asked, SCHEMAS["passage"], "passage", follow, SENTENCE_TOKENS)
            heard = replace(heard, usage=heard.usage + answer.usage)
            try:
                told_by_it = sentences_in(text_of(answer.json()))
            except ModelFailure as problem:
                return replace(heard, problem=problem)
            whole = (text for text in told_by_it if text[-1] in ".!")  # the schema may end it in the middle of one
            heard = replace(heard, said=(*heard.said, *(Resting(text, (identity,)) for text in whole)))
        return heard

    def _judged(self, own: Answer, shown: Shown, heard: _Heard) -> Answer:
        """The answer with what of the model's sentences its passages say."""
        used = replace(own, usage=heard.usage if heard.usage.calls else None)
        kept = tuple(item for item in heard.said if _is_borne(item, shown)) if heard.found else ()
        if heard.problem is not None:
            used = _noticed(used, "cut_off" if kept else "fallback", why=str(heard.problem))
        elif not kept:
            return _noticed(used, "refused" if heard.found and heard.said else "unfound")
        elif len(kept) < len(heard.said):
            used = _noticed(used, "some", count=len(heard.said) - len(kept), all=len(heard.said))
        if not kept:
            return used
        model, prompt = self._asker.speaker.endpoint.model, PromptUsed(heard.prompt.id, heard.prompt.sha256)
        return replace(used, sentences=kept, model=model, prompt=prompt)


def _whole(passage: PracticePassage) -> list[str]:
    return [passage.title, *sentences_in(passage.text), *passage.strategies]


def _said(answer: Mapping[str, Any]) -> tuple[bool, tuple[Resting, ...]]:
    """Whether the model found an answer, and its sentences. Raises ModelFailure for another shape."""
    items = answer.get("sentences")
    if not isinstance(items, list) or len(items) > MOST:
        raise failure("wrong_shape")
    said = tuple(Resting(text_of(item), ids_of(item, "passages")) for item in items)
    if any(len(item.text) > LONGEST for item in said):
        raise failure("wrong_shape")
    return answer.get("found") is not False, tuple(dict.fromkeys(item for item in said if item.text))


def _so_far(complete: str) -> tuple[Resting, ...]:
    """The whole sentences of an answer that was cut off."""
    try:
        return _said(object_of(complete))[1] if complete else ()
    except ModelFailure:
        return ()


def _is_borne(said: Resting, shown: Shown) -> bool:
    """Whether every id exists and one sentence of the passages so named says it."""
    if not said.passages or not set(said.passages) <= set(shown):
        return False
    return not unborne(said.text, (text for identity in said.passages for text in shown[identity]))


def _noticed(answer: Answer, name: str, **told: object) -> Answer:
    text = rules("model")["answers"][name].format(**told)
    return replace(answer, notices=(*answer.notices, Notice("model", text)))
