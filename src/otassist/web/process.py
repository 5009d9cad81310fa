"""One web process: the app with the parts that the settings ask for. `otassist serve` starts one or several."""

from __future__ import annotations

import logging
from contextlib import suppress

from fastapi import FastAPI

from .. import bootstrap
from ..assistant import Assistant
from ..errors import OtassistError
from .app import create_app
from .desk import Shelves
from .leaving import Leaving

log = logging.getLogger("otassist.web")
_FIRST = "copied 3/5 sentences w/ min vc"


def make() -> FastAPI:
    """The app of this process. Raises OtassistError where the store or a setting stands in the way."""
    leaving = Leaving()
    assistant = bootstrap.build(log.warning, agrees=leaving)
    store = bootstrap.open_database()
    return create_app(assistant, store, _shelves(), leaving=leaving, warm=lambda: _warm(assistant))


def _shelves() -> Shelves:
    evals, known = bootstrap.eval_folder(), bootstrap.settings_known()
    return Shelves(bootstrap.doctor, bootstrap.own_corpus, bootstrap.prompt_shelf, evals, known)


def _warm(assistant: Assistant) -> None:
    """Opens the goal bank and the index before somebody waits for them."""
    with suppress(OtassistError):
        assistant.search(_FIRST)
        if assistant.writer is None:
            assistant.draft("goal", _FIRST)
            assistant.draft("note", _FIRST)
