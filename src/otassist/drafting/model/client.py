"""LangChain's chat model for an endpoint: the only module that imports it, and not before a model is used.

Whatever the environment says, nothing is traced, no text is logged, no redirect is followed, and what goes to this
machine goes through no proxy.
"""

from __future__ import annotations

import logging
import os
import ssl
import warnings
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from .endpoint import Endpoint
from .failures import failure

if TYPE_CHECKING:
    from langchain.chat_models import BaseChatModel

_TRACING = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2")
_TRACING_ONCE = ("LANGCHAIN_TRACING", "LANGCHAIN_HANDLER")
"""Variables of LangChain's former tracer: set to anything, they stop every call."""
_TALKATIVE = ("openai", "httpx", "httpx2", "httpcore", "httpcore2", "langchain_openai", "langsmith")
_NO_KEY = "none"
"""The client wants a key even where the server asks for none."""


def chat_model(endpoint: Endpoint, temperature: bool) -> BaseChatModel:
    """The chat model; `temperature` says whether the model takes one. Raises ModelFailure without its package."""
    _keep_to_ourselves()
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {"temperature": 0} if temperature else {}
    if endpoint.key:
        options["api_key"] = endpoint.key
    if endpoint.provider in ("openai", "azure_openai"):
        options |= _openai(endpoint)
    try:
        model: BaseChatModel = init_chat_model(
            endpoint.name, model_provider=endpoint.provider, max_retries=0, **options
        )
    except ImportError as problem:
        raise failure("no_package", model=endpoint.model) from problem
    except ValueError:
        raise failure("set_up", model=endpoint.model) from None  # the cause may show the key
    return model


def untraced() -> AbstractContextManager[Any]:
    """A context in which LangSmith records nothing, whatever was switched on meanwhile."""
    from langsmith.run_helpers import tracing_context

    return tracing_context(enabled=False)


def _openai(endpoint: Endpoint) -> dict[str, Any]:
    import openai

    limits = endpoint.limits
    wait = openai.Timeout(limits.total, connect=limits.connect)
    http: dict[str, Any] = {"trust_env": not endpoint.is_local, "follow_redirects": False, "timeout": wait}
    if endpoint.is_local:
        http["limits"] = _fresh(openai.DEFAULT_CONNECTION_LIMITS)
    if (endpoint.address or "").startswith("http:"):
        http["verify"] = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody, and saves reading whom to trust
    options: dict[str, Any] = {
        "api_key": endpoint.key or _NO_KEY,
        "http_client": openai.DefaultHttpxClient(**http),
        "http_async_client": openai.DefaultAsyncHttpxClient(**http),
        "openai_proxy": None,
        "timeout": wait,
        "stream_usage": True,
        "stream_chunk_timeout": None,  # we time it ourselves, and log nothing
        "use_responses_api": False,
    }
    if endpoint.provider == "azure_openai":
        return options | {"azure_endpoint": endpoint.base_url}
    return options | {"base_url": endpoint.address}


def _fresh(usual: Any) -> Any:
    """Limits under which each request has a connection of its own: llama.cpp may close one just as it is used again.

    On this machine a new one costs nothing, and what breaks off is not sent twice.
    """
    return type(usual)(max_connections=usual.max_connections, max_keepalive_connections=0)


def _keep_to_ourselves() -> None:
    """Before the first import of these libraries, and again before each new model."""
    for name in _TRACING:
        os.environ[name] = "false"
    for name in _TRACING_ONCE:
        os.environ.pop(name, None)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # at DEBUG they print whole requests
    warnings.filterwarnings("ignore", message="Pydantic serializer warnings")  # they print what was answered
