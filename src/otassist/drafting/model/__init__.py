"""Drafting with a language model that speaks the OpenAI protocol. Importing this imports no model library.

`Speaker` is the door for everything that asks a model: messages and a schema in, JSON out. `Asker` adds the prompts;
`ModelDrafter` drafts through it, `ModelAnswerer` answers questions, `ModelEditor` changes drafts.
"""

from .abilities import Memory
from .answering import ModelAnswerer
from .asker import Asker
from .covering import Abroad
from .drafter import ModelDrafter
from .editing import ModelEditor
from .endpoint import Endpoint, Limits
from .servers import Server, best, model_at, servers, usual_ports
from .sizes import Model
from .speaker import Answer, Speaker

__all__ = [
    "Abroad",
    "Answer",
    "Asker",
    "Endpoint",
    "Limits",
    "Memory",
    "Model",
    "ModelAnswerer",
    "ModelDrafter",
    "ModelEditor",
    "Server",
    "Speaker",
    "best",
    "model_at",
    "servers",
    "usual_ports",
]
