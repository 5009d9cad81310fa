"""Which prompt is used for which task: a district's own where it has one, else the shipped one.

Of several versions the highest released one counts; while none is released, the highest draft. A file that cannot be
loaded is told of with its line and remedy, and the last good one stays in use: what this process loaded before, else
the copy kept from an earlier day, else an older version or the shipped one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from threading import Lock

from ..errors import FileProblem
from .prompt_files import Example, Prompt, read_prompt

__all__ = ["Example", "Prompt", "PromptShelf", "read_prompt", "shipped_prompts"]

Tell = Callable[[str], None]


def shipped_prompts() -> Path:
    """The folder of the shipped prompts: inside the installed package, or at the top of the repository."""
    package = Path(str(files("otassist")))
    installed = package / "_share" / "prompts"
    return installed if installed.is_dir() else package.parent.parent / "prompts"


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was last looked at, and the prompt it gave then or before."""

    stamp: tuple[int, int]
    prompt: Prompt | None


class PromptShelf:
    """The prompts of a folder over the shipped ones; a file that changed is loaded again when it is next asked for."""

    def __init__(self, own: Path | None = None, kept: Path | None = None, tell: Tell = lambda line: None) -> None:
        """`own` is a district's folder, `kept` one for copies of its last good files, `tell` hears what is refused."""
        self._own, self._kept, self._tell = own, kept, tell
        self._seen: dict[Path, _Seen] = {}
        self._lock = Lock()

    def prompt(self, task: str) -> Prompt:
        """The prompt in use for a task. Raises FileProblem when there is none."""
        with self._lock:
            for folder in self._folders():
                found = [prompt for file in sorted(folder.glob(f"{task}.v*.md")) if (prompt := self._loaded(file))]
                if found:
                    return max(found, key=lambda prompt: (prompt.status == "released", prompt.version))
        raise FileProblem(f"There is no prompt for the task {task!r}.", f"Put a '{task}.v1.md' into the folder.")

    def all(self) -> tuple[Prompt, ...]:
        """Every prompt that loads, a district's first, by task and version."""
        with self._lock:
            found = [prompt for folder in self._folders() for prompt in self._in(folder)]
        return tuple(found)

    def named(self, identity: str) -> Prompt:
        """The prompt with an id such as `note.v1`, a district's before the shipped one. Raises FileProblem."""
        found = next((prompt for prompt in self.all() if prompt.id == identity), None)
        if found is None:
            raise FileProblem(f"There is no prompt {identity!r}.", "See 'otassist prompts list'.")
        return found

    def _folders(self) -> Sequence[Path]:
        return [folder for folder in (self._own, shipped_prompts()) if folder is not None]

    def _in(self, folder: Path) -> Iterator[Prompt]:
        for file in sorted(folder.glob("*.md")):
            prompt = self._loaded(file)
            if prompt is not None:
                yield prompt

    def _loaded(self, file: Path) -> Prompt | None:
        """The file's prompt, or its last good one, or none."""
        try:
            state = file.stat()
        except OSError:
            return None
        stamp, seen = (state.st_mtime_ns, state.st_size), self._seen.get(file)
        if seen is None or seen.stamp != stamp:
            seen = _Seen(stamp, self._read(file, seen.prompt if seen else None))
            self._seen[file] = seen
        return seen.prompt

    def _read(self, file: Path, before: Prompt | None) -> Prompt | None:
        try:
            prompt = read_prompt(file)
        except FileProblem as problem:
            last = before or self._copy_of(file)
            self._tell(f"{problem} {'The last good one stays in use.' if last else 'Another prompt is used.'}")
            return last
        self._keep(prompt)
        return prompt

    def _keep(self, prompt: Prompt) -> None:
        """A copy of a district's good file, with the record of its release, for the day it is spoilt."""
        if self._kept is None or prompt.file.parent != self._own:
            return
        try:
            self._kept.mkdir(parents=True, exist_ok=True)
            for file in (prompt.file, prompt.file.with_name(f"{prompt.id}.eval.json")):
                if file.exists():
                    (self._kept / file.name).write_bytes(file.read_bytes())
        except OSError:  # a copy is a convenience; the prompt itself is good
            return

    def _copy_of(self, file: Path) -> Prompt | None:
        if self._kept is None or file.parent != self._own:
            return None
        try:
            return read_prompt(self._kept / file.name)
        except FileProblem:
            return None
