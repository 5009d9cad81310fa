"""What doctor tells of language models: the one that is set, the servers of this machine, and which model would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .drafting.model import Endpoint, Model, Server, best, model_at, servers
from .drafting.model.failures import failure


def model_facts(
    endpoint: Endpoint | None, base_url: str | None, size: str, ports: Sequence[int], told: Sequence[str] = ()
) -> dict[str, str]:
    """The facts on models, with `model_problem` where one is set and cannot be used; `told` are problems known before.

    Servers of this machine are looked for at `ports`, with the one that is set among them; without ports none is asked.
    """
    own = [endpoint.local_port] if endpoint and endpoint.local_port and ports else []
    found = servers(list(dict.fromkeys([*ports, *own])))
    if endpoint is None:
        lacking = "OTASSIST_LLM_BASE_URL is set, and no model. Set OTASSIST_LLM_MODEL, too."
        return {**({"model_problem": lacking} if base_url else {}), **_on_this_machine(found, ports, choose=True)}
    problem = str(endpoint.refusal(masked=True) or "") or (_unanswered(endpoint, found) if own else "")
    set_one = {"model": endpoint.model, "model_at": endpoint.where}
    if not problem:
        set_one |= {"drafter": "model", "drafter_reason": "OTASSIST_LLM_MODEL is set; the composer steps in"}
        set_one |= {"model_asked": _asked(endpoint, size, bool(ports))}
    problems = [*told, *([problem] if problem else [])]
    facts = {**set_one, **_on_this_machine(found, ports, choose=bool(problem))}
    return facts | ({"model_problem": problems[0]} if problems else {})


def _unanswered(endpoint: Endpoint, found: Sequence[Server]) -> str:
    """Why the model that is set does not answer just now; empty when it does."""
    server = next((each for each in found if each.port == endpoint.local_port), None)
    if server is None:
        return str(failure("refused", where=endpoint.where))
    if server.problem or server.model(endpoint.name):
        return ""
    return str(failure("no_model", where=endpoint.where, model=endpoint.name))


def _asked(endpoint: Endpoint, size: str, looking: bool) -> str:
    """How it is asked, and why so."""
    small = size == "small" or (size == "auto" and looking and model_at(endpoint).is_small)
    why = f"OTASSIST_LLM_SIZE is {size}" if size != "auto" else f"it {'is' if small else 'is not known to be'} small"
    return f"one sentence of a note at a time, since {why}" if small else f"for whole drafts, since {why}"


def _on_this_machine(found: Sequence[Server], ports: Sequence[int], choose: bool) -> Mapping[str, str]:
    if not ports:
        return {"local_servers": "not looked for, since OTASSIST_LLM_LOCAL_PORTS is none"}
    if not found:
        return {"local_servers": f"none on 127.0.0.1 at the ports {', '.join(map(str, ports))}"}
    facts = {"local_servers": "; ".join(map(_server, found))}
    return {**facts, "local_choice": _choice(found)} if choose else facts


def _server(server: Server) -> str:
    models = server.problem or ", ".join(map(_model, server.models)) or "no model"
    return f"{server.name} at {server.where}: {models}"


def _model(model: Model) -> str:
    told = list(_about(model))
    return f"{model.name} ({', '.join(told)})" if told else model.name


def _about(model: Model) -> Iterator[str]:
    if not model.writes:
        yield "writes no text"
        return
    if model.parameters is not None:
        yield f"{model.parameters:.3g} billion"
    if model.context is not None:
        yield f"context {model.context}"
    if model.is_small:
        yield "small"


def _choice(found: Sequence[Server]) -> str:
    """Which model would be used, why, and what to set; nothing is used unasked."""
    chosen = best(found)
    if chosen is None:
        return "none, since no model that writes text is there"
    server, model = chosen
    count = sum(each.writes for other in found for each in other.models)
    why = "the only one that writes text"
    if count > 1:
        why = f"the {'largest' if model.parameters else 'first'} of {count} that write text"
    return f"{model.name}, {why}; set OTASSIST_LLM_BASE_URL={server.url} and OTASSIST_LLM_MODEL={model.name}"
