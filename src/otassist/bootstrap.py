"""Puts the parts together: the only place that knows every stage."""

from __future__ import annotations

from . import __version__
from .assistant import Assistant
from .checks import check_draft, check_text
from .doctor import Diagnosis, diagnose
from .drafting import compose
from .reading import about_context, read


def build() -> Assistant:
    """An assistant that drafts with the composer; it needs no setting, model, key or network."""
    return Assistant(read, compose, "composer", check_draft, check_text, about_context)


def doctor() -> Diagnosis:
    """What is configured, whether it works, and which drafter will be used and why."""
    from .settings import Settings  # pydantic takes a tenth of a second, and drafting needs no setting

    return diagnose(__version__, Settings().data_dir)
