"""What a model is asked: an observation, the composer's drafts and the passages found -> the values of a prompt.

Everything that people wrote goes in as JSON between tags, so that no text can close its tag or speak as a rule. The
messages of a task begin with what is the same for every draft.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...domain import Evidence, Goal, Note, Observation, Statement
from ..prompts import Prompt
from ..schemas import GOAL_ROLES

Message = tuple[str, str]
"""A role of LangChain's (`system`, `human`, `ai`) and the text."""


def messages(prompt: Prompt, values: Mapping[str, str]) -> list[Message]:
    """The conversation that asks for a draft: rules, examples, and last what this draft is about."""
    shown = [turn for example in prompt.examples for turn in (("human", example.given), ("ai", example.answer))]
    return [("system", prompt.system), *shown, ("human", prompt.filled(values))]


def note_values(note: Note, observation: Observation) -> dict[str, str]:
    """The values of `note`: how the student is called, and the statements of this note with the composer's words."""
    about = {"note_type": note.type, "student": note.student or "the student", "pronoun": observation.pronoun or "they"}
    return {"about": line(about), "statements": lines(_statements(note, observation))}


def goal_values(proposals: Mapping[str, Goal], observation: Observation) -> dict[str, str]:
    """The values of `goal`: what is known of the student, the statements, and the composer's goals as proposals."""
    entered = observation.context
    about = {name: getattr(entered, name) for name in ("grade", "plan", "delivery") if getattr(entered, name)}
    told = [item for item in observation.statements if item.role not in ("instruction", "header")]
    return {
        "about": line(about),
        "statements": lines(_statement(item, observation) for item in told),
        "proposals": lines(proposal(identity, goal) for identity, goal in proposals.items()),
    }


def passages(found: Iterable[Evidence]) -> list[str]:
    """One line for each passage, best first."""
    return [line({"id": item.passage.id, "kind": item.passage.kind, "text": item.passage.text}) for item in found]


def lines(items: Iterable[Mapping[str, Any]]) -> str:
    return "\n".join(map(line, items))


def line(item: Any) -> str:
    """JSON on one line in which no tag can open or close."""
    return json.dumps(item, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")


def proposal(identity: str, goal: Goal) -> dict[str, Any]:
    """A composer's goal as the model sees it."""
    told = [
        {
            "role": item.role,
            "text": item.text,
            "origin": item.origin,
            "statements": list(item.statements),
            "facts": list(item.facts),
            "evidence": list(item.evidence),
        }
        for item in goal.clauses
        if item.role in GOAL_ROLES
    ]
    fixed = {item.role: item.text for item in goal.clauses if item.role in ("baseline", "timeframe")}
    return {"id": identity, "area": goal.area, "goal": goal.text, "clauses": told, **fixed}


def _statements(note: Note, observation: Observation) -> Iterator[dict[str, Any]]:
    """The statements this note tells of, each with its section and the composer's sentences for it."""
    for statement in observation.statements:
        own = [
            (section, clause)
            for section, clauses in note.sections.items()
            for clause in clauses
            if statement.id in clause.statements
        ]
        if own:
            plain = " ".join(clause.text for _, clause in own)
            yield {**_statement(statement, observation), "section": own[0][0], "plain": plain}


def _statement(statement: Statement, observation: Observation) -> dict[str, Any]:
    told = {"id": statement.id, "text": statement.text, "who": statement.actor}
    if statement.said_by:
        told["said_by"] = statement.said_by
    facts = [{"id": fact.id, "kind": fact.kind, "text": fact.text} for fact in observation.facts_of(statement)]
    return {**told, "facts": facts}
