"""Puts the parts together: the only place that knows every stage.

Models, masking, corpora and library make the parts; `build` gives them to the assistant. Each reads the settings no
sooner than something needs them, since that takes a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..assistant import Assistant, NoteChecker
from ..checks import check_draft, check_goal, check_text
from ..drafting import compose
from ..reading import about_context, read
from .corpora import bank_desk, corpus, own_corpus
from .doctoring import doctor
from .kinds import Agrees, Around, Requests, Tell, Through, Watch
from .library import Library
from .masking import abroad_of, masker, nobody, roster, unmasked
from .models import asker_of, endpoint_of, judge, prompt_shelf, shelf_of, writer_of

if TYPE_CHECKING:
    from ..store import Store


def build(
    tell: Tell = lambda line: None,
    watch: Watch = lambda batches: batches,
    around: Around = lambda search: search,
    through: Through = lambda speaker: speaker,
    check: NoteChecker = check_draft,
    agrees: Agrees = nobody,
) -> Assistant:
    """An assistant that drafts with the composer, which needs no model, key or network, and with a model if one is set.

    `tell` hears one line about whatever is not as it should be; `watch` may show how a long job gets on; `around` wraps
    every search and `through` the speaker to the model, for whoever wants to know what was found and asked; `check`
    reads every drafted note. `agrees` is asked before masked text leaves this machine, unless the settings have agreed.
    """
    asker = asker_of(tell, through, agrees)
    library = Library(tell, watch, around, asker)
    return Assistant(
        reader=read,
        drafter=compose,
        note_checker=check,
        text_checker=check_text,
        context_questions=about_context,
        searcher=library.search,
        concerns=library.concerns,
        goal_drafter=library,
        goal_checker=check_goal,
        answerer=library.answer,
        converse=library.converse,
        writer=writer_of(asker, check),
    )


def outgoing(tell: Tell = lambda line: None) -> tuple[Assistant, list[Requests]]:
    """An assistant that sends nothing, and the list of what a model elsewhere would be asked, masked, as it drafts."""
    from ..drafting.model import Endpoint, Memory, ModelDrafter, Speaker
    from ..drafting.model.failures import failure
    from ..settings import read_settings

    settings = read_settings()
    set_one = endpoint_of(settings, tell)
    shelf, asked = shelf_of(settings, tell), list[Requests]()

    def shown(where: str, messages: Sequence[tuple[str, str]]) -> bool:
        asked.append(tuple(messages))
        raise failure("only_shown")

    abroad = abroad_of(settings.model_copy(update={"remote_confirmed": False}), shelf, shown)
    elsewhere = Endpoint(set_one.model if set_one else "a model", "https://elsewhere.invalid/v1", agreement="shown")
    drafter = ModelDrafter(Speaker(elsewhere, Memory(None), abroad=abroad), shelf, check_draft)
    return replace(build(tell), writer=drafter), asked


def open_database() -> Store:
    """The web app's store: at OTASSIST_DATABASE_URL, else a SQLite file in the data directory. Raises StoreProblem."""
    from ..settings import read_settings
    from ..store import file_url, open_store

    settings = read_settings()
    own = settings.database_url
    return open_store(own.get_secret_value() if own else file_url(settings.data_dir / "otassist.db"))


def eval_folder() -> Path:
    """Where eval runs that are started from the web app are kept."""
    from ..settings import read_settings

    return read_settings().data_dir / "evals"


def settings_known() -> tuple[tuple[str, bool, str], ...]:
    """Each setting: its variable, whether it is set, and what it means; its value may be a key."""
    from ..settings import Settings, read_settings

    given = read_settings().model_fields_set
    return tuple(
        (str(field.validation_alias or f"OTASSIST_{name.upper()}"), name in given, field.description or "")
        for name, field in Settings.model_fields.items()
    )


__all__ = [
    "Agrees",
    "Requests",
    "Tell",
    "Watch",
    "bank_desk",
    "build",
    "corpus",
    "doctor",
    "eval_folder",
    "judge",
    "masker",
    "nobody",
    "open_database",
    "outgoing",
    "own_corpus",
    "prompt_shelf",
    "roster",
    "settings_known",
    "unmasked",
]
