"""The language model of the settings, its key and its prompts."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from ..assistant import NoteChecker
from .kinds import Agrees, Tell, Through
from .masking import abroad_of

if TYPE_CHECKING:
    from ..drafting.model import Asker, Endpoint, ModelDrafter, Speaker
    from ..drafting.prompts import PromptShelf
    from ..settings import Settings


def writer_of(asker: Asker | None, check: NoteChecker) -> ModelDrafter | None:
    """The model drafter where a model is set."""
    if asker is None:
        return None
    from ..drafting.model import ModelDrafter

    return ModelDrafter(asker.speaker, asker.prompts, check, asker.is_small, asker.context)


def asker_of(tell: Tell, through: Through, agrees: Agrees) -> Asker | None:
    """The model and its prompts, where one is set; the environment is asked first, since settings take their time."""
    if not os.environ.get("OTASSIST_LLM_MODEL"):
        return None
    from ..drafting.model import Asker, Memory, Speaker
    from ..settings import read_settings

    settings = read_settings()
    endpoint = endpoint_of(settings, tell)
    if endpoint is None:
        return None
    shelf = shelf_of(settings, tell)
    speaker = Speaker(endpoint, Memory(settings.data_dir / "models.json"), abroad=abroad_of(settings, shelf, agrees))
    return Asker(through(speaker), shelf, *_powers(settings, endpoint))


def _powers(settings: Settings, endpoint: Endpoint) -> tuple[Callable[[], bool], Callable[[], int | None]]:
    """Whether the model is small, and its context; a server of this machine is asked, once and not before a draft.

    Whoever sets the size to large has it asked for whole drafts, whatever its server tells.
    """
    from ..drafting.model import model_at

    if settings.llm_size == "large":
        return lambda: False, lambda: None
    known = cache(partial(model_at, endpoint))
    return lambda: settings.llm_size == "small" or known().is_small, lambda: known().context


def judge(invented: bool = False, tell: Tell = lambda line: None) -> tuple[Speaker, PromptShelf] | None:
    """The model that judges drafts, and the prompts it is asked with; none where no model is set.

    `invented` says that no text is about a real student, so that none has to be masked.
    """
    from ..drafting.model import Memory, Speaker
    from ..settings import read_settings

    settings = read_settings()
    own = {"llm_model": settings.judge_model or settings.llm_model}
    own["llm_base_url"] = settings.judge_base_url or settings.llm_base_url
    endpoint = endpoint_of(settings.model_copy(update=own), tell)
    if endpoint is None:
        return None
    return Speaker(endpoint, Memory(settings.data_dir / "models.json"), invented), shelf_of(settings, tell)


def endpoint_of(settings: Settings, tell: Tell) -> Endpoint | None:
    """Where the model of the settings answers; none when none is set."""
    from ..drafting.model import Endpoint, Limits

    if not settings.llm_model:
        return None
    limits = Limits(
        first=settings.llm_first_timeout,
        total=settings.llm_timeout,
        prompt_tokens=settings.llm_prompt_tokens,
        answer_tokens=settings.llm_answer_tokens,
        concurrency=settings.llm_concurrency,
    )
    price = tuple(map(float, settings.llm_price.split("/"))) if settings.llm_price else None
    return Endpoint(
        model=settings.llm_model,
        base_url=settings.llm_base_url,
        key=_key(settings, tell),
        agreement=settings.remote_agreement,
        limits=limits,
        price=(price[0], price[1]) if price else None,
    )


def _key(settings: Settings, tell: Tell) -> str | None:
    """The key from the environment, or else from its file."""
    if settings.openai_api_key is not None:
        return settings.openai_api_key.get_secret_value()
    if settings.llm_key_file is None:
        return None
    try:
        return settings.llm_key_file.read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        tell(f"The key file {str(settings.llm_key_file)!r} cannot be read. Check OTASSIST_LLM_KEY_FILE.")
        return None


def prompt_shelf(tell: Tell = lambda line: None) -> PromptShelf:
    """The prompts in use: a district's own over the shipped ones."""
    from ..settings import read_settings

    return shelf_of(read_settings(), tell)


def shelf_of(settings: Settings, tell: Tell) -> PromptShelf:
    from ..drafting.prompts import PromptShelf

    return PromptShelf(settings.prompts_dir, settings.data_dir / "prompts", tell)
