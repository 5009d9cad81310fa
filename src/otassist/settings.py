"""Everything a person can set from outside, read once by `bootstrap`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from .errors import UsageError


def _user_data_directory() -> Path:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return _absolute(Path(base) / "otassist")


def _absolute(path: Path) -> Path:
    """Without asking the disk; a '~' that stands for nobody's home stays as it is."""
    return Path(os.path.abspath(os.path.expanduser(path)))


class Settings(BaseSettings):
    """Environment variables with the prefix OTASSIST_; an empty one counts as not set."""

    model_config = SettingsConfigDict(env_prefix="OTASSIST_", env_ignore_empty=True, extra="ignore")

    data_dir: Path = Field(
        default_factory=_user_data_directory,
        description="Where otassist keeps state: the search index, and the web app's database.",
    )

    database_url: SecretStr | None = Field(
        default=None,
        description="Where the web app keeps its data, such as postgresql://user:password@server/otassist.",
    )

    corpus_dir: Path | None = Field(
        default=None,
        description="A folder with a district's own goal_bank/ and practice/; by default the sample corpus.",
    )

    prompts_dir: Path | None = Field(
        default=None,
        description="A folder with a district's own prompts, such as note.v2.md; by default the shipped ones.",
    )

    llm_model: str | None = Field(
        default=None,
        description="The language model that drafts, such as gpt-5-mini or azure_openai:ours; none by default.",
    )

    llm_base_url: str | None = Field(
        default=None,
        description="Where the model answers in the OpenAI protocol, such as http://127.0.0.1:11434/v1.",
    )

    llm_size: Literal["auto", "small", "large"] = Field(
        default="auto",
        description="Small models word notes one sentence at a time; auto goes by what the server or the name tells.",
    )

    llm_local_ports: str | None = Field(
        default=None,
        pattern=r"^(none|\d{1,5}(,\d{1,5})*)$",
        description="Ports of this machine where doctor looks for model servers instead of the usual ones, or none.",
    )

    openai_api_key: SecretStr | None = Field(
        default=None,
        validation_alias="OPENAI_API_KEY",
        description="The key of that endpoint; a model on this machine mostly needs none.",
    )

    llm_key_file: Path | None = Field(
        default=None,
        description="A file that holds the key instead, readable by otassist alone.",
    )

    judge_model: str | None = Field(
        default=None,
        description="The model that gives `otassist eval judge` its second opinion; the drafting one by default.",
    )

    judge_base_url: str | None = Field(
        default=None,
        description="Where that model answers in the OpenAI protocol; where the drafting one does by default.",
    )

    remote_agreement: str | None = Field(
        default=None,
        description="Who agreed, and when, that masked student text may go to an endpoint outside this machine.",
    )

    remote_confirmed: bool = Field(
        default=False,
        description="Whether masked text may go out without a question each time; without it a terminal asks once.",
    )

    roster: Path | None = Field(
        default=None,
        description="A file with names that are always masked: a name a line, or CSV with a header.",
    )

    llm_prompt_tokens: int = Field(
        default=8_000,
        ge=1_000,
        description="Tokens a prompt may have; passages are left out before it is longer, the jot never.",
    )

    llm_answer_tokens: int = Field(default=4_000, ge=100, description="Tokens an answer may have.")

    llm_first_timeout: float = Field(default=90, gt=0, description="Seconds until the model must begin to answer.")

    llm_timeout: float = Field(default=240, gt=0, description="Seconds a whole answer may take.")

    llm_concurrency: int = Field(default=4, ge=1, description="Requests that are under way at once.")

    llm_price: str | None = Field(
        default=None,
        pattern=r"^\d+(\.\d+)?/\d+(\.\d+)?$",
        description="Dollars for a million tokens in and out, such as 0.25/2.00, for the recorded cost.",
    )

    @field_validator("data_dir", "corpus_dir", "prompts_dir", "llm_key_file", "roster")
    @classmethod
    def _find_home(cls, value: Path | None) -> Path | None:
        return _absolute(value) if value else None


def read_settings() -> Settings:
    """The settings of the environment. Raises UsageError that names what cannot be read, never its value."""
    try:
        return Settings()
    except ValidationError as problem:
        found = problem.errors(include_input=False, include_url=False)[0]
        name = str(found["loc"][0]).upper()
        name = name if name.startswith("OPENAI_") else f"OTASSIST_{name.removeprefix('OTASSIST_')}"
        remedy = f"{found['msg'].rstrip('.')}; the README says what it means."
        raise UsageError(f"{name} cannot be read.", remedy) from None  # the cause shows the value
