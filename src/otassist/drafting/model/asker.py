"""What every task of a model is asked through: its prompt, as much evidence as fits, and the door to the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ...errors import FileProblem
from ..prompts import Prompt, PromptShelf
from .asking import Message, messages
from .budget import TooLong, fitting, room
from .failures import failure
from .speaker import Speaker


class Asker:
    """A model with the prompts of a shelf. `small` and `context` are asked with the first task and no sooner."""

    def __init__(
        self,
        speaker: Speaker,
        prompts: PromptShelf,
        small: Callable[[], bool] = lambda: False,
        context: Callable[[], int | None] = lambda: None,
    ) -> None:
        """`small` says whether it is a small model, `context` how many tokens it can hold, by its own count."""
        self.speaker, self.prompts, self.is_small, self.context = speaker, prompts, small, context

    def prompt(self, task: str) -> Prompt:
        """The prompt in use. Raises ModelFailure where none can be loaded."""
        try:
            return self.prompts.prompt(task)
        except FileProblem:
            raise failure("no_prompt") from None

    def asked(self, prompt: Prompt, values: Mapping[str, str], lines: Sequence[str] = ()) -> tuple[list[Message], int]:
        """The messages with as many passages, best first, as fit, and how many those are.

        Raises ModelFailure when they do not fit without any.
        """
        offers = "passages" in prompt.variables

        def made(some: Sequence[str]) -> list[Message]:
            return messages(prompt, {**values, "passages": "\n".join(some)} if offers else values)

        try:
            return fitting(lines if offers else (), self._most_tokens(), made)
        except TooLong:
            raise failure("too_long") from None

    def _most_tokens(self) -> int:
        allowed, free = self.speaker.endpoint.limits.prompt_tokens, room(self.context())
        return allowed if free is None else min(allowed, free)
