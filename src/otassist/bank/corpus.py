"""The corpus: the goal bank and the practice library of one district, read whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from ..domain import Accommodation, BankGoal, JottedLine, Passage, PracticePassage
from ..errors import FileProblem
from .accommodations import read_accommodations
from .goals import read_goals
from .jotted import read_jotted
from .kept import Bank, passage_of_kept
from .passages import passage_of_goal, passage_of_practice
from .practice import read_practice


@dataclass(frozen=True)
class Corpus:
    """Goals and practice passages; no id stands for two things. `banks` are the imported ones."""

    goals: tuple[BankGoal, ...]
    practice: tuple[PracticePassage, ...]
    jotted: tuple[JottedLine, ...] = ()
    accommodations: tuple[Accommodation, ...] = ()
    banks: tuple[Bank, ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All of it as retrieval searches it, goals first; those of imported banks behind the district's."""
        imported = (passage_of_kept(goal, bank.name) for bank in self.banks for goal in bank.active)
        return (*map(passage_of_goal, self.goals), *imported, *map(passage_of_practice, self.practice))

    @cached_property
    def goal_by_id(self) -> dict[str, BankGoal]:
        return {goal.id: goal for goal in self.goals}

    @cached_property
    def practice_by_id(self) -> dict[str, PracticePassage]:
        return {passage.id: passage for passage in self.practice}


def read_corpus(folder: Path) -> Corpus:
    """The corpus of a folder: `goal_bank/*.csv`, `practice/*.md`, `jotted/*.csv`, `accommodations.csv`, some or all.

    Raises FileProblem when both are, when something in them cannot be read, or when two things share an id.
    """
    goal_bank, library = folder / "goal_bank", folder / "practice"
    if not goal_bank.is_dir() and not library.is_dir():
        remedy = "Set OTASSIST_CORPUS_DIR to a folder with goal_bank/ or practice/ in it."
        raise FileProblem(f"There is no goal bank or practice library in {str(folder)!r}.", remedy)
    goals = read_goals(goal_bank)
    jotted = read_jotted(folder / "jotted", {goal.id: goal for goal in goals})
    corpus = Corpus(goals, read_practice(library), jotted, read_accommodations(folder / "accommodations.csv"))
    for shared in corpus.goal_by_id.keys() & corpus.practice_by_id.keys():
        raise FileProblem(f"{shared!r} is the id of a goal and of a practice passage.", "Rename the practice file.")
    return corpus


def shipped_corpus() -> Path:
    """The folder of the sample corpus: inside the installed package, or at the top of the repository."""
    package = Path(str(files("otassist")))
    installed = package / "_share" / "corpus"
    return installed if installed.is_dir() else package.parent.parent / "corpus"
