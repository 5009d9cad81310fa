"""Drafting with a language model that speaks the OpenAI protocol. Importing this imports no model library.

`Speaker` is the door for everything that asks a model: messages and a schema in, JSON out. `ModelDrafter` drafts
through it.
"""

from .abilities import Memory
from .drafter import ModelDrafter
from .endpoint import Endpoint, Limits
from .servers import Server, best, model_at, servers, usual_ports
from .sizes import Model
from .speaker import Answer, Speaker

__all__ = [
    "Answer",
    "Endpoint",
    "Limits",
    "Memory",
    "Model",
    "ModelDrafter",
    "Server",
    "Speaker",
    "best",
    "model_at",
    "servers",
    "usual_ports",
]
