"""Everything a person can set from outside, read once by `bootstrap`."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def _user_data_directory() -> Path:
    return Path.home() / ".local" / "share" / "otassist"


class Settings(BaseSettings):
    """Environment variables with the prefix OTASSIST_."""

    model_config = SettingsConfigDict(env_prefix="OTASSIST_", extra="ignore")

    data_dir: Path = Field(
        default_factory=_user_data_directory,
        description="Where otassist keeps state. Drafting a note writes nothing there.",
    )
