"""Puts the parts together: the only place that knows every stage."""

from __future__ import annotations

from . import __version__
from .assistant import Assistant
from .checks import check_draft, check_text
from .doctor import Diagnosis, diagnose
from .drafting import compose
from .reading import read
from .settings import Settings


def build(settings: Settings | None = None) -> Assistant:
    """An assistant that drafts with the composer; no model, key or network is needed."""
    del settings  # nothing to set for the composer yet
    return Assistant(read, compose, "composer", check_draft, check_text)


def doctor(settings: Settings | None = None) -> Diagnosis:
    """What is configured, whether it works, and which drafter will be used and why."""
    settings = settings or Settings()
    return diagnose(__version__, settings.data_dir)
