"""What is configured and whether it works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import __version__
from ..doctor import Diagnosis, diagnose
from ..errors import OtassistError
from .corpora import corpus, index_of
from .masking import roster
from .models import endpoint_of

if TYPE_CHECKING:
    from ..settings import Settings


def doctor() -> Diagnosis:
    """What is configured, whether it works, and which drafter will be used and why."""
    from ..doctor_models import model_facts  # brings the parts that talk to a model
    from ..settings import read_settings  # pydantic takes a tenth of a second, and drafting needs no setting

    settings = read_settings()
    told: list[str] = []
    endpoint = endpoint_of(settings, told.append)
    elsewhere = endpoint is not None and not endpoint.is_local
    if elsewhere:
        told += _roster_problem(settings)
    model = model_facts(endpoint, settings.llm_base_url, settings.llm_size, _ports(settings), told)
    if elsewhere:
        model |= {"student_text": _SENT if settings.remote_confirmed else _ASKED}
    return diagnose(__version__, settings.data_dir, _search_facts(settings), model)


_SENT = "masked before it is sent, unasked, since OTASSIST_REMOTE_CONFIRMED is set"

_ASKED = "masked, shown and asked about before it is sent; where nobody can be asked it stays here"


def _roster_problem(settings: Settings) -> list[str]:
    try:
        roster(settings.roster)
    except OtassistError as problem:
        return [str(problem)]
    return []


def _ports(settings: Settings) -> Sequence[int]:
    """Ports of this machine where doctor looks for model servers."""
    from ..drafting.model import usual_ports

    if settings.llm_local_ports is None:
        return usual_ports()
    return [int(port) for port in settings.llm_local_ports.split(",") if port != "none"]


def _search_facts(settings: Settings) -> dict[str, str]:
    """How the search stands, or what is wrong with it under `search_problem`."""
    from ..embedding import MiniLM
    from ..retrieval import index_state

    facts = {"index": str(index_of(settings))}
    try:
        passages, model = corpus(settings).passages, MiniLM().name
    except OtassistError as problem:
        return {**facts, "search_problem": str(problem)}
    state = index_state(passages, index_of(settings), model)
    return {**facts, "passages": str(len(passages)), "embedding_model": model, "index_state": state}
