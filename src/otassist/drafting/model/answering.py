"""Answers a question in a model's words from the practice passages that the library answers it with.

The library's own answer is there before the model is asked. The model may only say what those passages say: a sentence
that says more is left out, and where none is left, or anything fails, the library's own sentences are the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...domain import Answer, Following, Notice, PracticePassage, PromptUsed, Resting
from ...errors import ModelFailure
from ...language.tables import rules
from ..schemas import SCHEMAS
from .answered import LONGEST, MOST, ids_of, text_of
from .asker import Asker
from .asking import line
from .failures import failure
from .resting import sentences_in, unborne
from .speaker import ALONE

ANSWER_TOKENS = 700
"""Five sentences in JSON have fewer."""


class ModelAnswerer:
    """Asks through `asker`; `practice` has the passages of the library by id."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker

    def answer(self, own: Answer, practice: Mapping[str, PracticePassage], follow: Following = ALONE) -> Answer:
        """The library's answer, with the model's sentences where they rest on its passages, or with why not."""
        if not own.passages:
            return own
        try:
            return self._answer(own, _shown(own, practice, self._asker.is_small()), follow)
        except ModelFailure as problem:
            return _noticed(own, "fallback", why=str(problem))
        except Exception as bug:  # of ours: its text may hold the question
            return _noticed(own, "fallback", why=str(failure("unexpected", what=type(bug).__name__)))

    def _answer(self, own: Answer, shown: Mapping[str, Sequence[str]], follow: Following) -> Answer:
        prompt = self._asker.prompt("answer")
        lines = [line({"id": identity, "text": "\n".join(told)}) for identity, told in shown.items()]
        asked, count = self._asker.asked(prompt, {"question": line(own.question)}, lines)
        offered = dict(list(shown.items())[:count])
        speaker = self._asker.speaker.about([own.question])
        heard = speaker.ask(asked, SCHEMAS["answer"], "answer", follow, ANSWER_TOKENS)
        used = replace(own, usage=heard.usage if heard.usage.calls else None)
        try:
            found, said = _said(heard.json())
        except ModelFailure as problem:
            return _noticed(used, "fallback", why=str(problem))
        if not (found and said):
            return _noticed(used, "unfound")
        kept = tuple(item for item in said if _is_borne(item, offered))
        if not kept:
            return _noticed(used, "refused")
        if len(kept) < len(said):
            used = _noticed(used, "some", count=len(said) - len(kept), all=len(said))
        model = self._asker.speaker.endpoint.model
        return replace(used, sentences=kept, model=model, prompt=PromptUsed(prompt.id, prompt.sha256))


def _shown(own: Answer, practice: Mapping[str, PracticePassage], small: bool) -> dict[str, list[str]]:
    """The sentences of each passage by its id; a small model gets those only that answer by themselves."""
    shown = {}
    for cited in own.passages:
        passage = practice[cited.id]
        whole = [passage.title, *sentences_in(passage.text), *passage.strategies]
        shown[cited.id] = [said.text for said in cited.sentences] if small else whole
    return shown


def _said(answer: Mapping[str, Any]) -> tuple[bool, tuple[Resting, ...]]:
    """Whether the model found an answer, and its sentences. Raises ModelFailure for another shape."""
    items = answer.get("sentences")
    if not isinstance(items, list) or len(items) > MOST:
        raise failure("wrong_shape")
    said = tuple(Resting(text_of(item), ids_of(item, "passages")) for item in items)
    if any(len(item.text) > LONGEST for item in said):
        raise failure("wrong_shape")
    return answer.get("found") is not False, tuple(dict.fromkeys(item for item in said if item.text))


def _is_borne(said: Resting, offered: Mapping[str, Sequence[str]]) -> bool:
    """Whether every id exists and one sentence of the passages so named says it."""
    if not said.passages or not set(said.passages) <= set(offered):
        return False
    return not unborne(said.text, (text for identity in said.passages for text in offered[identity]))


def _noticed(answer: Answer, name: str, **told: object) -> Answer:
    text = rules("model")["answers"][name].format(**told)
    return replace(answer, notices=(*answer.notices, Notice("model", text)))
