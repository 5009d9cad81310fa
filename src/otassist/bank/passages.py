"""What retrieval gets to see of a goal or a practice passage.

`searched` begins with what tells one passage from another, since an embedding model reads only so many words.
"""

from __future__ import annotations

from ..domain import BankGoal, Passage, PracticePassage


def passage_of_goal(goal: BankGoal) -> Passage:
    """Found by what it is for and the words a therapist would jot; conditions and records come last or not at all."""
    return Passage(
        id=goal.id,
        kind="goal",
        text=goal.text,
        searched=goal.searched,
        areas=(goal.area,),
        grade_bands=goal.grade_bands,
        source=goal.source,
    )


def passage_of_practice(practice: PracticePassage) -> Passage:
    """Found by its title, the words a therapist would type, and its text."""
    return Passage(
        id=practice.id,
        kind="practice",
        text=f"{practice.title}\n\n{practice.text}",
        searched=f"{practice.title}. {', '.join(practice.tags)}. {practice.text}",
        areas=practice.areas,
        grade_bands=practice.grade_bands,
        source="; ".join(practice.sources),
    )
