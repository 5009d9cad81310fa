"""The jots behind the examples of the shipped prompts: `python -m drafting.model.examples` in tests/ renews them."""

from __future__ import annotations

from dataclasses import replace

from otassist.domain import Context, Evidence, Goal, Note, Observation
from otassist.drafting import compose
from otassist.drafting.model.asking import goal_values, line, note_values, passages
from otassist.drafting.model.note_parsing import NoteGrounds
from otassist.drafting.model.rewording import shown
from otassist.drafting.prompts import PromptShelf
from otassist.reading import read

from .. import made

NOTE = (
    'push-in, math, 25 min. lined up 6/8 problems w/ grid paper, min vc to skip a line. says "the lines help". '
    "did not erase. para rotated paper x2. P: send grid paper to teacher"
)
CONSULT = (
    "met w/ teacher after school. per teacher, he loses his place copying from board, abt 4x per page. "
    "advised teacher to seat him up front and tape a strip under the line. teacher agreed to try it until Friday."
)
GOAL = "gr 1. copied 2 of 7 words from board, skips words, needs min vc to find place"

DESK = replace(
    made.found(made.DESK)[0].passage,
    text="A desk for copying\n\nFace the desk to the board. A strip of the text by the paper saves the eyes the way.",
)


def note(jot: str = NOTE, kind: str = "note") -> tuple[Note, Observation]:
    observation = read(jot, Context(), kind=kind)
    (only,) = compose(observation)
    return only, observation


def evidence(identity: str = "desk", text: str = DESK.text) -> Evidence:
    return Evidence(replace(DESK, id=identity, text=text), 0.9)


def goals() -> tuple[dict[str, Goal], Observation]:
    return {f"g{n}": goal for n, goal in enumerate(made.drafted(GOAL).goals, 1)}, made.seen(GOAL)


def given(task: str) -> str:
    """The input of the example of a task, as a draft of that jot would be asked for."""
    prompt = PromptShelf().prompt(task)
    if task == "goal":
        values = goal_values(*goals()) | {"passages": "\n".join(passages(made.found(made.COPY, made.PLAN)))}
    elif task == "consult":
        values = note_values(*note(CONSULT, "consult")) | {"passages": "\n".join(passages([evidence()]))}
    elif task == "statement":
        composed, observation = note()
        (clause,) = (item for item in composed.clauses if "6/8" in item.text)
        values = {"statement": line(shown(clause, NoteGrounds(composed, observation, {})))}
    else:
        values = note_values(*note())
    return prompt.filled(values)


def renew(task: str) -> None:
    """Puts the input of the example into the shipped prompt's file."""
    prompt = PromptShelf().prompt(task)
    text = prompt.file.read_text(encoding="utf-8")
    before, rest = text.split("# Example\n", 1)
    prompt.file.write_text(
        f"{before}# Example\n\n{given(task)}\n\n# Answer{rest.split('# Answer', 1)[1]}", encoding="utf-8"
    )


if __name__ == "__main__":
    for task in ("note", "consult", "goal", "statement"):
        renew(task)
