"""Where a model answers and how long it may take; and whether student text may go there at all."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ...errors import ModelFailure
from .failures import failure

OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, bytes and tokens that bound a call, so that no server can hang or flood it."""

    connect: float = 5.0
    first: float = 90.0
    """Until the answer begins."""
    between: float = 30.0
    """Between two pieces of it."""
    total: float = 240.0
    busy: float = 5.0
    """The longest wait a busy server may ask for; one that asks for more is not waited for."""
    answer_bytes: int = 200_000
    prompt_tokens: int = 8_000
    answer_tokens: int = 4_000
    concurrency: int = 4


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model at an address; `model` may begin with a provider of LangChain's, as in `azure_openai:ours`."""

    model: str
    base_url: str | None = None
    key: str | None = field(default=None, repr=False)
    agreement: str | None = None
    limits: Limits = field(default_factory=Limits)
    price: tuple[float, float] | None = None
    """Dollars for a million tokens in and out."""

    @property
    def provider(self) -> str:
        """An address speaks the OpenAI protocol, whatever colon its model has in the name (`llama3.2:3b`)."""
        prefix, colon, _ = self.model.partition(":")
        if prefix in ("openai", "azure_openai") and colon:
            return prefix
        return "openai" if self.base_url or not colon or prefix == "ft" else prefix

    @property
    def name(self) -> str:
        """The model's name as its server knows it."""
        return self.model.removeprefix(f"{self.provider}:")

    @property
    def address(self) -> str | None:
        """The base URL; other providers' packages know their own."""
        return self.base_url or (OPENAI if self.provider == "openai" else None)

    @property
    def where(self) -> str:
        """Host and port, or the provider: what may be shown; never a user or password of the URL."""
        if self.address is None:
            return self.provider
        parts = _split(self.address)
        port = f":{parts[1]}" if parts[1] else ""
        return f"{parts[0]}{port}" or "the model's address"

    @property
    def local_port(self) -> int | None:
        """The port of 127.0.0.1 it answers on without TLS; None where it is anywhere else."""
        address = self.address or ""
        if urlsplit_scheme(address) != "http" or _split(address)[0] not in ("localhost", "127.0.0.1"):
            return None
        return _split(address)[1] or 80

    @property
    def is_local(self) -> bool:
        """Whether it is surely on this machine: `localhost` or a loopback address, and nothing a name stands for."""
        host = _split(self.address)[0] if self.address else ""
        if host == "localhost":
            return True
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False

    def refusal(self, masked: bool = False) -> ModelFailure | None:
        """Why student text must not go there; None when it may. `masked` says whether it is pseudonymised first."""
        if self.address is not None and urlsplit_scheme(self.address) not in ("http", "https"):
            return failure("address")
        if self.is_local:
            return None
        if not (self.agreement or "").strip():
            return failure("no_agreement", where=self.where)
        return None if masked else failure("no_masking", where=self.where)


def urlsplit_scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""


def _split(url: str) -> tuple[str, int | None]:
    """Host and port of a URL, empty where it has none or is none."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return "", None
