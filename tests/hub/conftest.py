"""A real JupyterHub for the tests of a file."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from .hub import Hub, find_proxy, lend_environments


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    if not find_proxy():
        message = "no configurable-http-proxy on this machine (Debian: apt-get install node-configurable-http-proxy)"
        if os.environ.get("COMMUNIQUE_REQUIRE_HUB") == "1":
            pytest.fail(message)
        pytest.skip(message)
    found = Hub(tmp_path_factory.mktemp("hub"), lend_environments(tmp_path_factory.mktemp("environments")))
    yield found
    found.stop()
