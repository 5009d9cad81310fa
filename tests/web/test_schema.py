"""Whatever the API's own description allows, and much that it does not, is answered without a server error."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error

from .serving import Served, served

pytestmark = pytest.mark.slow
NOT_ASKED = ("/api/doctor", "/api/evals")
"""These look at the machine, or start a process."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("served")) as found:
        yield found
    assert "Traceback" not in found.said()


def test_no_request_ends_in_a_server_error(server):
    described = schemathesis.openapi.from_url(f"{server.url}/api/openapi.json").exclude(path=list(NOT_ASKED))
    operations = [item.ok() for item in described.get_all_operations()]
    assert len(operations) > 50
    for operation in operations:
        _ask(operation)


def _ask(operation) -> None:
    """Some requests of one operation."""

    @settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def answered(data):
        data.draw(operation.as_strategy()).call_and_validate(checks=[not_a_server_error])

    answered()


def test_the_description_says_what_every_address_does(client):
    described = client.get("/api/openapi.json").json()
    for path, methods in described["paths"].items():
        for method, told in methods.items():
            assert told.get("description"), (method, path)
