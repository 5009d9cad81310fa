"""Everything a person can set from outside, read once by `bootstrap`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


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
        description="Where otassist keeps state. Only the search index so far; drafting a note writes nothing there.",
    )

    corpus_dir: Path | None = Field(
        default=None,
        description="A folder with a district's own goal_bank/ and practice/; by default the sample corpus.",
    )

    @field_validator("data_dir", "corpus_dir")
    @classmethod
    def _find_home(cls, value: Path | None) -> Path | None:
        return _absolute(value) if value else None
